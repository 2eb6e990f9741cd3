import { decide, nextToAsk } from '../policy/decide.ts';
import { type Article, type Known, type Layer, layerOf, layers, type Rulebook } from '../policy/rulebook.ts';
import type { CaseContext } from './case-context.ts';

/** What a rulebook may read about a case: its facts and, once decided, who pays. */
export function knownIn({ facts, verdict }: CaseContext): Known {
  const payer = verdict.payer?.ruling;
  return payer === undefined ? facts : { ...facts, payer };
}

/** What a rulebook says about a case on a layer. */
export function findingFor(book: Rulebook, layer: Layer, context: CaseContext) {
  return decide(book, layer, knownIn(context), context.ruleSet);
}

/** The name of the guard that is true while somebody can still be asked about a layer. */
export type PendingGuard = `${string}.${Layer}Pending`;

/**
 * The guards of a rulebook. One for each article, named by its id: true only when that article alone governs. One for
 * each layer, such as `damaged.payerPending`: true while a fact is missing that somebody can be asked for.
 */
export function guardsOf<Id extends string>(
  book: Rulebook<Id>,
): { [Key in Id | PendingGuard]: (args: { context: CaseContext }) => boolean } {
  const articles = Object.entries<Article>(book.articles).map(([id, article]) => [
    id,
    ({ context }: { context: CaseContext }) => {
      const finding = findingFor(book, layerOf(article), context);
      return finding.kind === 'decided' && finding.article === id;
    },
  ]);
  const pending = layers.map((layer) => [
    `${book.type}.${layer}Pending`,
    ({ context }: { context: CaseContext }) => {
      const finding = findingFor(book, layer, context);
      return finding.kind === 'pending' && nextToAsk(finding.missing) !== null;
    },
  ]);
  return Object.fromEntries([...articles, ...pending]);
}
