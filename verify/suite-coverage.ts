import type { Rulebook } from '../policy/rulebook.ts';
import { type Copies, nodesOf, stateMark, transitionMark, transitionsOf } from './mutation/copies.ts';
import { guardMark, type MarkedPlay, takenMark } from './mutation/suite.ts';

/** How much of something a suite reaches, and what it does not. */
export interface Reach {
  readonly all: number;
  readonly reached: number;
  readonly missing: readonly string[];
}

/** What a suite of scenarios reaches of all machines together. */
export interface SuiteCoverage {
  readonly scenarios: number;
  /** How often they were played: some on two machines. */
  readonly plays: number;
  readonly states: Reach;
  readonly transitions: Reach;
  /** Guards that answered yes somewhere and no somewhere else count once each: `nothingGiven: false`. */
  readonly branches: Reach;
  readonly articles: Reach;
  readonly events: Reach;
}

/** Counts what plays reach, by the marks they left. */
export function suiteCoverage(
  scenarios: number,
  plays: readonly MarkedPlay[],
  copies: Copies,
  books: readonly Rulebook[],
): SuiteCoverage {
  const marks = new Set(plays.flatMap((play) => [...play.marks]));
  const nodes = Object.values(copies).flatMap(nodesOf);
  const transitions = nodes.flatMap((node) =>
    transitionsOf(node).flatMap(([event, list]) =>
      list.map(({ guard }, index) => ({ event, guard, mark: transitionMark(node, event, index) })),
    ),
  );
  const taken = transitions.filter(({ mark }) => marks.has(takenMark(mark)));
  const guards = new Set(
    Object.values(copies).flatMap(({ implementations }) => Object.keys(implementations.guards)),
  );
  const articles = books.flatMap((book) => Object.keys(book.articles));
  const conditions = [...guards].filter((name) => !articles.includes(name));
  const outside = transitions.filter(({ event }) => event !== 'always' && !event.includes('*'));
  return {
    scenarios,
    plays: plays.length,
    states: reach(nodes.map(stateMark), (mark) => marks.has(`${mark} entry`)),
    transitions: reach(
      transitions.map(({ mark }) => mark),
      (mark) => marks.has(takenMark(mark)),
    ),
    branches: reach(
      conditions.flatMap((name) => [guardMark(name, true), guardMark(name, false)]),
      (mark) => marks.has(mark),
    ),
    articles: reach(articles, (id) => taken.some(({ guard }) => guard === id)),
    events: reach(
      outside.map(({ event }) => event),
      (event) => taken.some((transition) => transition.event === event),
    ),
  };
}

// Helpers

function reach(things: readonly string[], isReached: (thing: string) => boolean): Reach {
  const all = [...new Set(things)];
  const missing = all.filter((thing) => !isReached(thing));
  return { all: all.length, reached: all.length - missing.length, missing };
}
