import type { FactName, Facts } from '../domain/facts.ts';
import type { Party } from '../domain/parties.ts';
import { decide, type Finding, nextToAsk, silentValues } from '../policy/decide.ts';
import type { Article, Known, Layer, Rulebook, RuleSet } from '../policy/rulebook.ts';
import { type MissingFact, missingFact, namesThatMatter } from './facts.ts';
import {
  type ArticleReference,
  articleReference,
  type Named,
  namedParty,
  type RulingReference,
  rulingOfArticle,
} from './named.ts';

/** Whom to ask next, for what, and what follows if there is no answer. */
export interface NextQuestion {
  readonly from: Named<Party>;
  readonly facts: readonly FactName[];
  /** What the rulebook says once the missing answer counts as silence. */
  readonly ifSilent: FindingExplanation;
}

/** What a rulebook says on a layer about what is known, in words. */
export type FindingExplanation =
  | { readonly kind: 'decided'; readonly article: ArticleReference; readonly ruling: RulingReference }
  | {
      readonly kind: 'pending';
      readonly missing: readonly MissingFact[];
      /** `null`: nobody can be asked; what is missing follows from the course of the parcel. */
      readonly next: NextQuestion | null;
    }
  | { readonly kind: 'conflict'; readonly articles: readonly ArticleReference[] }
  | { readonly kind: 'silent' }
  /** The articles of the layer read who makes the buyer whole, and that is not decided yet. */
  | { readonly kind: 'awaitsPayer' };

/** What the rulebook says on a layer, or `null` if the layer reads who pays and that is not decided. */
export function findingOn(book: Rulebook, layer: Layer, known: Known, ruleSet: RuleSet): Finding | null {
  const readsPayer = namesThatMatter(book, layer, ruleSet).includes('payer');
  return readsPayer && known.payer === undefined ? null : decide(book, layer, known, ruleSet);
}

/** Puts a finding into words. The facts are those it was found on. */
export function explainFinding(
  book: Rulebook,
  layer: Layer,
  known: Known,
  ruleSet: RuleSet,
): FindingExplanation {
  const finding = findingOn(book, layer, known, ruleSet);
  const article = (id: string) => book.articles[id] as Article;
  switch (finding?.kind) {
    case undefined:
      return { kind: 'awaitsPayer' };
    case 'decided':
      return {
        kind: 'decided',
        article: articleReference(finding.article, article(finding.article)),
        ruling: rulingOfArticle(layer, article(finding.article)),
      };
    case 'conflict':
      return { kind: 'conflict', articles: finding.articles.map((id) => articleReference(id, article(id))) };
    case 'silent':
      return { kind: 'silent' };
    case 'pending': {
      const asked = nextToAsk(finding.missing);
      const silence: Facts = silentValues(finding.missing);
      return {
        kind: 'pending',
        missing: finding.missing.map(missingFact),
        next: asked && {
          from: namedParty(asked.from),
          facts: asked.facts,
          ifSilent: explainFinding(book, layer, { ...known, ...silence }, ruleSet),
        },
      };
    }
  }
}
