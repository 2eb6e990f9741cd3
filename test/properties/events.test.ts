import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParcelError } from '../../domain/errors.ts';
import { eventTypes } from '../../domain/events.ts';
import { DAY, after as laterThan } from '../../domain/time.ts';
import { machineNames, machines } from '../../machines/index.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { lapse, open, type StepResult, step } from '../../replay/step.ts';
import { always, poolOf } from '../support/always.ts';
import { eventOf } from '../support/events.ts';
import { finish } from '../support/finish.ts';
import { junk, spoilt } from '../support/junk.ts';
import { shown } from '../support/play.ts';

const comesBackAgain =
  'Goods that come back after the remedy belong to the merchant: hearing it again, a claim that was withdrawn is forgone.';

/** Events that do something when they come again at once, and why that does no harm. No other event may. */
const repeatable: Readonly<Record<string, string>> = {
  'return.received': comesBackAgain,
  'parcel.returned': comesBackAgain,
  'parcel.found':
    'Goods found after the remedy belong to the merchant: hearing it again reminds the courier, and a claim that was withdrawn is forgone.',
  'ticket.escalated':
    'The platform is asked about the obstacle once more; no state changes and no money moves.',
  'buyer.declinedToWait':
    'While the service is suspended it sends the parcel back; while the parcel is on its way back it asks for the remedy at once.',
};

describe.each(machineNames)('events of %s', (machine) => {
  it('should count once when they are sent twice', () => {
    always(machine, (trace) => {
      for (const { event, result } of trace.played) {
        if (result.outcome !== 'applied') continue;
        const again = step(result.snapshot, event);
        if ((event.type as string) in repeatable) {
          expect(contextOf(again.snapshot).postings).toEqual(contextOf(result.snapshot).postings);
        } else {
          expect({ ...event, ...shown(again.snapshot), effects: again.effects }).toEqual({
            ...event,
            ...shown(result.snapshot),
            effects: [],
          });
        }
      }
    });
  });

  it('should be refused when dated before the last one, and change nothing', () => {
    always(machine, (trace) => {
      for (const { event, result } of trace.played) {
        const { at } = contextOf(result.snapshot);
        const early = step(result.snapshot, { ...event, at: laterThan(at, -1) });
        expect(answer(early)).toBe('rejected: timeGoesBackwards');
        expect(early.snapshot === result.snapshot).toBe(true);
        expect([early.effects, early.lapses]).toEqual([[], []]);
      }
    });
  });

  it('should be answered with the reason when they change nothing', () => {
    always(machine, (trace) => {
      for (const { event, before, result } of trace.played) {
        if (result.outcome === 'applied') continue;
        expect(result.reason.message.en.length * result.reason.message.zh.length).toBeGreaterThan(0);
        if (result.lapses.length === 0) expect(result.snapshot === before).toBe(true);
        if (result.outcome === 'rejected') continue;
        const { snapshot, effects } = lapse(before, event.at as string);
        expect(shown(result.snapshot)).toEqual(shown(snapshot));
        expect(result.effects).toEqual(effects);
      }
    });
  });

  it('should never change a closed case', () => {
    let closed = 0;
    always(machine, (trace) => {
      const { last } = finish(trace);
      expect(last.status).toBe('done');
      closed++;
      for (const type of eventTypes) {
        const result = step(last, eventOf(type, contextOf(last).at, 1));
        expect(answer(result)).toBe('rejected: closed');
        expect(result.snapshot === last).toBe(true);
        expect(result.effects).toEqual([]);
      }
      const muchLater = laterThan(contextOf(last).at, 400 * DAY);
      const afterwards = lapse(last, muchLater);
      expect(afterwards.snapshot === last).toBe(true);
      expect(afterwards.effects).toEqual([]);
    });
    expect(closed).toBeGreaterThan(0);
  });

  it('should be rejected when they are no events, whatever they are', () => {
    const snapshots = poolOf(machine)
      .slice(0, 20)
      .map(({ last }) => last);
    fc.assert(
      fc.property(fc.nat(snapshots.length - 1), junk, (which, event) => {
        const snapshot = snapshots[which] as CaseSnapshot;
        const result = step(snapshot, event);
        expect(answer(result)).toMatch(/^rejected: (unknown|invalid)$/);
        expect(result.snapshot === snapshot).toBe(true);
        expect(result.effects).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('should be rejected when a field is spoilt', () => {
    const snapshots = poolOf(machine)
      .slice(0, 20)
      .map(({ last }) => last);
    fc.assert(
      fc.property(fc.nat(snapshots.length - 1), spoilt, (which, { event, path }) => {
        const snapshot = snapshots[which] as CaseSnapshot;
        const dated = { ...event, at: 'at' in event && path !== 'at' ? contextOf(snapshot).at : event.at };
        const result = step(snapshot, dated);
        expect(answer(result)).toBe('rejected: invalid');
        expect(result.snapshot === snapshot).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('should not open a case with junk', () => {
    fc.assert(
      fc.property(junk, (input) => {
        expect(() => open(machines[machine], input as never)).toThrow(ParcelError);
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(machineNames)('effects of %s', (machine) => {
  it('should have keys that are never used twice and only count up', () => {
    always(machine, (trace) => {
      const places = trace.effects.map(({ params: { key } }) => {
        const [, caseId, seq, index] = /^(.+):(\d+):(\d+)$/.exec(key) ?? [];
        expect(caseId).toBe(trace.life.input.caseId);
        return Number(seq) * 10_000 + Number(index);
      });
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
    });
  });
});

// Helpers

/** What was answered, in one word or two. Snapshots never go into an assertion: their machine would be printed. */
function answer(result: StepResult): string {
  return result.outcome === 'applied' ? 'applied' : `${result.outcome}: ${result.reason.code}`;
}
