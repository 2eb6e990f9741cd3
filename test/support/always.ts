import fc from 'fast-check';
import type { MachineName } from '../../machines/index.ts';
import { lives } from './lives.ts';
import { type Life, play, type Trace } from './play.ts';

/** How many lives of a machine a property is held against. `FC_RUNS=1000` looks further. */
const runsOf = (machine: MachineName) => Number(process.env.FC_RUNS ?? (machine === 'parcelCase' ? 60 : 25));
const seed = fc.readConfigureGlobal()?.seed ?? Math.floor(Math.random() * 2 ** 31);
const pools = new Map<MachineName, readonly Trace[]>();

/**
 * Holds a property against generated lives of a machine. The properties of one file share the lives; when one breaks,
 * the same seed is run again by fast-check, which shrinks the life and prints it as a scenario file.
 */
export function always(machine: MachineName, check: (trace: Trace) => void): void {
  for (const trace of poolOf(machine)) {
    try {
      check(trace);
    } catch (error) {
      fc.assert(
        fc.property(lives(machine), (life) => check(play(life))),
        { seed, numRuns: runsOf(machine), interruptAfterTimeLimit: 20_000 },
      );
      throw error;
    }
  }
}

/** The lives that the properties of this file share. */
export function poolOf(machine: MachineName): readonly Trace[] {
  let pool = pools.get(machine);
  if (!pool) {
    pool = fc.sample(lives(machine), { seed, numRuns: runsOf(machine) }).map((life: Life) => play(life));
    pools.set(machine, pool);
  }
  return pool;
}
