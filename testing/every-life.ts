import fc from 'fast-check';
import type { MachineName } from '../machines/index.ts';
import { type LifeOptions, lives } from './lives.ts';
import { play, type Trace } from './play.ts';

/** How many lives a property is held against, and which. */
export interface HoldOptions extends LifeOptions {
  /** How many lives; 100 unless given. */
  readonly runs?: number;
  /** The same seed gives the same lives. Chosen by fast-check unless given; the message of a failure names it. */
  readonly seed?: number;
}

/**
 * Holds a property against generated lives of a machine.
 * @throws The message names the seed, and holds the shortest life found that breaks the property, as a scenario file.
 */
export function everyLife(
  machine: MachineName,
  check: (trace: Trace) => void,
  { runs = 100, seed, ...options }: HoldOptions = {},
): void {
  fc.assert(
    fc.property(lives(machine, options), (life) => {
      check(play(life));
    }),
    { numRuns: runs, includeErrorInReport: true, ...(seed !== undefined && { seed }) },
  );
}
