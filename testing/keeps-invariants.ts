import type { MachineEvent } from '../guards/case-context.ts';
import { activeStates } from '../replay/compare.ts';
import { contextOf } from '../replay/snapshot.ts';
import { invariants as bundled, type Invariant } from '../verify/invariants/index.ts';
import type { Trace } from './play.ts';

/**
 * Holds every invariant against every step of a life that was played.
 * @throws {Error} naming the event, the invariant and what is wrong.
 */
export function keepsInvariants(trace: Trace, invariants: readonly Invariant[] = bundled): void {
  for (const { event, before, result } of trace.played) {
    const { snapshot, effects } = result;
    const moment = {
      before: contextOf(before),
      event: event as unknown as MachineEvent,
      after: contextOf(snapshot),
      states: activeStates(snapshot),
      closed: snapshot.status === 'done',
      effects,
    };
    if (moment.before === moment.after) continue;
    for (const { id, title, broken } of invariants) {
      const what = broken(moment);
      if (what !== null) throw new Error(`${event.type}: ${what} (${id}: ${title.en})`);
    }
  }
}
