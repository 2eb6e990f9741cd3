import { articlesOn } from '../../policy/decide.ts';
import { type Layer, layers, type Rulebook, rowsOf, rulingOf } from '../../policy/rulebook.ts';
import { type Box, sameBoxes } from '../boxes.ts';
import { regionsOf } from '../regions.ts';
import { checkRules, failuresOf } from '../rules.ts';
import type { ArticleMutant } from './article-mutants.ts';
import type { Mutant } from './mutant.ts';
import type { Judge } from './try-mutants.ts';

/**
 * Judges mutants of articles. Before any scenario is played: a mutant that decides as before for every combination of
 * facts is equivalent; one that leaves a gap, an overlap or a needless rule, breaks a law or makes proof harm is noticed.
 * After the scenarios: whatever decides otherwise differs from the decision tables that are kept and reviewed.
 */
export const judgeArticles: Judge = (mutant, stage) => {
  if (!isOfArticle(mutant)) return null;
  const { original, changed } = mutant;
  if (stage === 'after') return { verdict: 'table', by: `decision table of ${changed.type}` };
  if (decidesAlike(original, changed))
    return { verdict: 'equivalent', by: 'decides alike for every combination' };
  const [failure] = failuresOf(checkRules(changed));
  if (!failure) return null;
  const isLaw = failure.kind === 'brokenLaw' || failure.kind === 'harm';
  return { verdict: isLaw ? 'law' : 'structure', by: `${failure.kind} ${failure.subject}` };
};

/** Whether two versions of a rulebook decide alike for every combination of facts: the same article, saying the same. */
export function decidesAlike(one: Rulebook, other: Rulebook): boolean {
  return layers.every((layer) => {
    const names = [one, other].flatMap(({ impossible, articles }) => [
      ...impossible.flatMap(({ when }) => Object.keys(when)),
      ...Object.values(articles).flatMap(({ when }) => rowsOf(when).flatMap((row) => Object.keys(row))),
    ]);
    const [mine, theirs] = [one, other].map((book) => tableOf(book, layer, names));
    return [...new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])].every((key) =>
      sameBoxes(mine?.get(key) ?? [], theirs?.get(key) ?? []),
    );
  });
}

// Helpers

function isOfArticle(mutant: Mutant): mutant is ArticleMutant {
  return 'changed' in mutant;
}

/** Where each article governs, by its id and what it says. */
function tableOf(book: Rulebook, layer: Layer, names: readonly string[]): Map<string, readonly Box[]> {
  const { governing } = regionsOf(book, layer, 'guides', names);
  return new Map(
    articlesOn(book, layer).map(([id, article]) => [
      JSON.stringify([id, rulingOf(article), article.limitedTo]),
      governing.get(id) ?? [],
    ]),
  );
}
