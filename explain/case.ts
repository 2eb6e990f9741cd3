import type { Account, Fen, PostingPurpose } from '../domain/money.ts';
import type { Outcome } from '../guards/case-context.ts';
import { rulebooks } from '../guards/rulebooks.ts';
import type { RuleSet } from '../policy/rulebook.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { type DeadlineExplanation, explainDeadlines } from './deadlines.ts';
import { type ExpectedEvents, expectedEvents } from './expected.ts';
import { explainLayers, type LayerExplanation } from './layers.ts';
import { type ArticleReference, articleReference, findArticle, type Named, namedParty } from './named.ts';
import { exceptionTypeOf, type StateReference, statesOf } from './states.ts';
import { outcomeTitles, purposeTitles } from './titles.ts';

/** Money that moved, with names for people. */
export interface PostingExplanation {
  readonly from: Named<Account>;
  readonly to: Named<Account>;
  readonly amount: Fen;
  readonly for: Named<PostingPurpose>;
  /** What moved it: the id of an article, `award` or `order`. */
  readonly by: string;
  /** The article, if it is one. */
  readonly article: ArticleReference | null;
}

/** Where a case stands and why. JSON only. */
export interface Explanation {
  readonly caseId: string;
  readonly machine: string;
  /** ISO instants. */
  readonly openedAt: string;
  readonly at: string;
  readonly status: 'open' | 'closed';
  readonly ruleSet: RuleSet;
  /** The exception type whose rulebook applies; `null` while there is none. */
  readonly type: Named | null;
  readonly states: readonly StateReference[];
  readonly needsHuman: boolean;
  readonly outcome: Named<Outcome> | null;
  readonly layers: readonly LayerExplanation[];
  readonly postings: readonly PostingExplanation[];
  readonly deadlines: readonly DeadlineExplanation[];
  readonly expected: ExpectedEvents;
}

/**
 * Explains where a case stands and why. It reads the same articles as the machine, so the reason cannot differ from
 * the decision.
 */
export function explain(snapshot: CaseSnapshot): Explanation {
  const { caseId, openedAt, at, ruleSet, outcome, postings } = contextOf(snapshot);
  const type = exceptionTypeOf(snapshot);
  const book = type && rulebooks[type];
  return {
    caseId,
    machine: snapshot.machine.id,
    openedAt,
    at,
    status: snapshot.status === 'active' ? 'open' : 'closed',
    ruleSet,
    type: book && { value: book.type, title: book.title },
    states: statesOf(snapshot),
    needsHuman: snapshot.hasTag('needsHuman'),
    outcome: outcome && { value: outcome, title: outcomeTitles[outcome] },
    layers: type ? explainLayers(snapshot, type) : [],
    postings: postings.map(({ from, to, amount, for: purpose, article }) => {
      const found = findArticle(article);
      return {
        from: namedParty(from),
        to: namedParty(to),
        amount,
        for: { value: purpose, title: purposeTitles[purpose] },
        by: article,
        article: found && articleReference(article, found.article),
      };
    }),
    deadlines: explainDeadlines(snapshot),
    expected: expectedEvents(snapshot),
  };
}
