import type { CaseInput } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/events.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import type { Invariant } from '../invariants/index.ts';
import type { Stepper } from '../stepper/stepper.ts';

/** What is explored, and how far. */
export interface ExploreOptions {
  /** The rulebooks by the name of their exception state. Those of the package unless given. */
  readonly books?: Readonly<Record<string, Rulebook>>;
  /** How the case is opened. Unless given: a plain order, and one for every other single choice. */
  readonly inputs?: readonly CaseInput[];
  /** Of a composed case, explore only these exception types; a case that moves to another is not followed. */
  readonly only?: readonly string[];
  /** Types of events that are not tried. */
  readonly leaveOut?: readonly string[];
  /** A stepper of the machine, for whoever reads its counts while it is explored. A new one unless given. */
  readonly stepper?: Stepper;
  /** What must hold in every step. The invariants of the package unless given. */
  readonly invariants?: readonly Invariant[];
  /** Stop after so many states of each input. 300,000 unless given: about half a gigabyte. */
  readonly maxStates?: number;
  /** Told now and then; returning `false` stops. */
  readonly onProgress?: (progress: Progress) => unknown;
}

/** How far an exploration has come. */
export interface Progress {
  readonly states: number;
  /** States whose events have not been tried yet. */
  readonly waiting: number;
  readonly tries: number;
}

/** A way from the opening of a case: events, and `null` for waiting until the next deadline has lapsed. */
export interface Path {
  readonly input: CaseInput;
  readonly steps: readonly { readonly at: string; readonly event: CaseEvent | null }[];
}

/** Something found in some of the explored states. */
export interface StateFinding {
  /** The active states, deepest only. */
  readonly states: readonly string[];
  /** In how many explored states it is so. */
  readonly count: number;
  /** A shortest way there. */
  readonly path: Path;
}

/** A step that broke an invariant. The state after it was not followed. */
export interface Violation extends StateFinding {
  readonly invariant: string;
  readonly what: string;
}

/** A transition of the machine, by its state, its event and where it leads. */
export interface NamedTransition {
  readonly source: string;
  /** Empty: taken at once. */
  readonly event: string;
  readonly targets: readonly string[];
}

/** What an exploration found. Plain data. */
export interface Exploration {
  /** The id of the machine. */
  readonly machine: string;
  readonly inputs: number;
  readonly states: number;
  readonly closed: number;
  /** Steps from one state to another. */
  readonly steps: number;
  /** Events and waits that were tried, whether or not a state accepts them. */
  readonly tries: number;
  /** Why not everything was explored; `null`: everything within the abstraction was. */
  readonly truncated: 'states' | 'stopped' | null;
  /** States whose events were not tried: cut off by a bound, or outside of `only`. */
  readonly notFollowed: number;
  readonly unreachableStates: readonly string[];
  readonly unreachableTransitions: readonly NamedTransition[];
  /** States that are not closed and that nothing leaves. */
  readonly deadEnds: readonly StateFinding[];
  /** States from which no closing can be reached. */
  readonly noClosing: readonly StateFinding[];
  /** Active states in which a case is when time moves nothing any more: somebody has to act, or it stays open for ever. */
  readonly traps: readonly StateFinding[];
  /** States in which waiting goes round in a circle. */
  readonly livelocks: readonly StateFinding[];
  readonly violations: readonly Violation[];
  readonly unacceptedEvents: readonly string[];
  readonly neverTrue: readonly string[];
  readonly neverFalse: readonly string[];
  readonly effectsNeverRequested: readonly string[];
}

/** What came out for a case that was opened in one way. */
export type Part = Pick<
  Exploration,
  | 'states'
  | 'closed'
  | 'steps'
  | 'tries'
  | 'truncated'
  | 'notFollowed'
  | 'deadEnds'
  | 'noClosing'
  | 'traps'
  | 'livelocks'
  | 'violations'
>;
