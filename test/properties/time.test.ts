import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../domain/events.ts';
import { DAY, isBefore, after as laterThan, toMilliseconds } from '../../domain/time.ts';
import { machineNames } from '../../machines/index.ts';
import { candidatesFor } from '../../replay/candidates.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { dueDeadlines, lapse, step } from '../../replay/step.ts';
import { always } from '../support/always.ts';
import { snapshotsOf } from '../support/play.ts';

describe.each(machineNames)('deadlines of %s', (machine) => {
  it('should be kept when the last moment is used, and lapse a millisecond later', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const next = earliest(snapshot);
        if (!next) continue;
        const { dueAt } = next[0] as { dueAt: string };
        if (isBefore(dueAt, contextOf(snapshot).at)) continue;

        expect(lapse(snapshot, dueAt).lapses).toEqual([]);
        expect(lapse(snapshot, laterThan(dueAt, 1)).lapses[0]?.event).toEqual({
          type: next[0]?.lapses,
          at: dueAt,
        });
      }
    });
  });

  it('should lapse before the event that comes too late, and not before one in time', () => {
    always(machine, (trace) => {
      for (const { event, before, result } of trace.played) {
        if (result.outcome === 'rejected') continue;
        const late = (instant: string) => isBefore(instant, event.at as string);
        for (const lapsed of result.lapses) expect(late(lapsed.event.at)).toBe(true);
        const open = contextOf(result.snapshot).deadlines.filter(
          ({ id, dueAt }) =>
            late(dueAt) &&
            contextOf(before).deadlines.some((earlier) => earlier.id === id && earlier.dueAt === dueAt),
        );
        expect(open).toEqual([]);
      }
    });
  });

  it('should be in time for whatever happens exactly at their end', () => {
    always(machine, (trace) => {
      for (const { event, before, result } of trace.played) {
        const next = earliest(before)?.[0];
        if (result.outcome !== 'applied' || result.lapses.length > 0 || !next) continue;
        const inTime = step(before, { ...event, at: next.dueAt });
        if (isBefore(next.dueAt, event.at as string)) continue;
        expect([inTime.outcome, inTime.lapses]).toEqual(['applied', []]);

        const tooLate = step(before, { ...event, at: laterThan(next.dueAt, 1) });
        expect(tooLate.lapses[0]?.event.type).toBe(next.lapses);
      }
    });
  });

  it('should lapse in the order of their ends, each exactly at its end, and none be left behind', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const muchLater = laterThan(contextOf(snapshot).at, 400 * DAY);
        const { snapshot: silent, lapses } = lapse(snapshot, muchLater);
        const instants = lapses.map(({ event }) => toMilliseconds(event.at));
        expect(instants).toEqual([...instants].sort((one, other) => one - other));
        if (silent.status === 'active') expect(dueDeadlines(silent, muchLater)).toEqual([]);
      }
    });
  });

  it('should always have one state that answers their lapse', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        if (snapshot.status !== 'active') continue;
        for (const { lapses, dueAt } of contextOf(snapshot).deadlines) {
          const answers = candidatesFor(snapshot, { type: lapses, at: dueAt } as never);
          const regions = new Set(answers.map(({ source }) => source));
          expect([lapses, regions.size]).toEqual([lapses, 1]);
        }
      }
    });
  });

  it('should be as long as the policy of the case says, from a moment that has come', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { deadlines, policy, at } = contextOf(snapshot);
        expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length);
        for (const { id, from, dueAt } of deadlines) {
          expect(isBefore(at, from)).toBe(false);
          if (id === 'receipt' || id === 'nextWorkingDay' || id === 'newDate') continue;
          if (id === 'trackingStart') {
            expect(isBefore(dueAt, laterThan(from, policy.trackingStart))).toBe(false);
            continue;
          }
          const length =
            id === 'countdownAlert' ? policy.refundCountdown - policy.countdownAlert : policy[id];
          expect([id, dueAt]).toEqual([id, laterThan(from, length)]);
        }
      }
    });
  });

  it('should wake the host: every deadline a case starts is scheduled by an effect', () => {
    always(machine, (trace) => {
      const scheduled = trace.effects.flatMap((effect) =>
        effect.type === 'scheduleDeadline' ? [effect.params.deadline] : [],
      );
      for (const snapshot of snapshotsOf(trace)) {
        for (const deadline of contextOf(snapshot).deadlines) {
          const fromTheOrder = deadline.id === 'receipt' && deadline.from === trace.life.input.openedAt;
          if (!fromTheOrder) expect(scheduled).toContainEqual(deadline);
        }
      }
    });
  });

  it('should not be sent from outside before their time', () => {
    const lapses = eventTypes.filter((type) => type.endsWith('.lapsed'));
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        if (snapshot.status !== 'active') continue;
        const { at, deadlines } = contextOf(snapshot);
        for (const type of lapses) {
          const due = deadlines.some((deadline) => deadline.lapses === type && !isBefore(at, deadline.dueAt));
          const { outcome } = step(snapshot, { type, at });
          if (!due) expect([type, outcome]).toEqual([type, 'ignored']);
        }
      }
    });
  });
});

describe.each(machineNames)('the time of %s', (machine) => {
  it('should only move forward', () => {
    always(machine, (trace) => {
      for (const { before, result } of trace.played) {
        expect(isBefore(contextOf(result.snapshot).at, contextOf(before).at)).toBe(false);
      }
    });
  });
});

// Helpers

/** The deadlines that end first, several if they end together. */
function earliest(snapshot: Parameters<typeof contextOf>[0]) {
  if (snapshot.status !== 'active') return undefined;
  const { deadlines } = contextOf(snapshot);
  const [first] = deadlines.map(({ dueAt }) => dueAt).sort();
  return first === undefined ? undefined : deadlines.filter(({ dueAt }) => dueAt === first);
}
