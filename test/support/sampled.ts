import { type Explanation, explain } from '../../explain/index.ts';
import type { MachineName } from '../../machines/index.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import { poolOf } from './always.ts';
import { snapshotsOf } from './play.ts';

/** A moment of a generated life, and its explanation. */
export interface Moment {
  readonly snapshot: CaseSnapshot;
  readonly explanation: Explanation;
}

const samples = new Map<MachineName, readonly Moment[]>();

/** Some moments of the generated lives of a machine: explaining every one would take long and show little more. */
export function sampled(machine: MachineName): readonly Moment[] {
  let sample = samples.get(machine);
  if (!sample) {
    sample = poolOf(machine).flatMap((trace, place) => {
      const moments = snapshotsOf(trace);
      const chosen = moments.filter((_, moment) => moment % 17 === place % 17);
      return chosen.map((snapshot) => ({ snapshot, explanation: explain(snapshot) }));
    });
    samples.set(machine, sample);
  }
  return sample;
}
