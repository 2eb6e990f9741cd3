import type { MachineName } from '../../../machines/index.ts';
import { type Hits, noHits, withRun } from '../../session/coverage.ts';
import type { Replay } from '../../session/scenario-in.ts';

/** What a suite of scenarios reached, machine by machine. */
export interface Covered {
  /** Files to run, and those that were run. */
  readonly all: number;
  readonly done: number;
  readonly hits: ReadonlyMap<MachineName, Hits>;
  /** States and branches that nothing can reach, as far as that was searched. */
  readonly unreachable: ReadonlySet<string>;
  /** Files that could not be read, each with why. */
  readonly failed: readonly { readonly file: string; readonly message: string }[];
  /** Files whose case is not as they expect. */
  readonly diverged: readonly string[];
}

/** Nothing was run yet. */
export function startCoverage(all: number): Covered {
  return { all, done: 0, hits: new Map(), unreachable: new Set(), failed: [], diverged: [] };
}

/** What is covered with another run. */
export function withReplay(covered: Covered, replay: Replay): Covered {
  const { machine } = replay.session;
  const hits = withRun(covered.hits.get(machine) ?? noHits, replay.session);
  return {
    ...covered,
    done: covered.done + 1,
    hits: new Map(covered.hits).set(machine, hits),
    diverged: replay.divergence === null ? covered.diverged : [...covered.diverged, replay.file],
  };
}

/** What is covered after a file that could not be read. */
export function withFailure(covered: Covered, file: string, message: string): Covered {
  return { ...covered, done: covered.done + 1, failed: [...covered.failed, { file, message }] };
}
