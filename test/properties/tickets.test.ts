import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, HOUR, isBefore } from '../../domain/time.ts';
import type { MachineName } from '../../machines/index.ts';
import { activeStates } from '../../replay/compare.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { finish } from '../support/finish.ts';
import { readable } from '../support/lives.ts';
import { appliedTypes, play, snapshotsOf, type Trace } from '../support/play.ts';

const openedAt = '2026-03-01T08:00:00.000Z';

/** An event, and how many hours after the opening it happens. */
type Timed = Readonly<Record<string, unknown>> & { readonly hours: number };

const hours = fc.integer({ min: 1, max: 96 });

function timed(...types: readonly (string | Readonly<Record<string, unknown>>)[]) {
  const events = types.map((event) => (typeof event === 'string' ? { type: event } : event));
  return fc
    .array(fc.record({ event: fc.constantFrom(...events), hours }), { maxLength: 6 })
    .map((all): Timed[] => all.map(({ event, hours }) => ({ ...event, hours })));
}

const urging = timed(
  { type: 'urge.answered', reason: 'shipsLater' },
  { type: 'urge.answered', reason: 'exemptArea' },
  'delay.reported',
  { type: 'order.shipped', waybill: 'YT2' },
  'exemption.confirmed',
  'exemption.refused',
  'report.accepted',
  'report.refused',
  'judgement.upheld',
  'appeal.filed',
);

describe('an urge-to-ship ticket', () => {
  it('14: becomes one complaint when nothing is done within its time, and none otherwise', () => {
    const ends = { complained: 0, spared: 0 };
    always('parcelCase', urging, { type: 'urge.opened', ticket: 'CF-1' }, (trace) => {
      const acted = trace.played.find(
        ({ event, result }) =>
          result.outcome === 'applied' &&
          ['urge.answered', 'delay.reported', 'order.shipped'].includes(String(event.type)),
      );
      const inTime = acted !== undefined && !isBefore(after(openedAt, 24 * HOUR), String(acted.event.at));
      const lapsed = allLapses(trace).filter((type) => type === 'urgeTicket.lapsed');
      const complaints = trace.effects.filter(
        ({ type, params }) =>
          type === 'askHuman' && 'reason' in params && params.reason === 'shippingJudgement',
      );

      if (inTime) {
        ends.spared++;
        expect(lapsed).toEqual([]);
      } else if (complaints.length > 0) {
        ends.complained++;
        expect(lapsed).toEqual(['urgeTicket.lapsed']);
        expect(complaints).toHaveLength(1);
      }
    });
    expect(Math.min(...Object.values(ends))).toBeGreaterThan(10);
  });

  it('14: is closed by shipping as long as nobody has judged', () => {
    let closed = 0;
    always('parcelCase', urging, { type: 'urge.opened', ticket: 'CF-1' }, (trace) => {
      for (const { event, before, result } of trace.played) {
        const open = activeStates(before).some((path) =>
          /^open\.urge\.(pending|answered|verifyingExemption|reported)$/.test(path),
        );
        if (event.type !== 'order.shipped' || !open || result.lapses.length > 0) continue;
        closed++;
        expect(activeStates(result.snapshot)).toContain('open.urge.closed');
      }
    });
    expect(closed).toBeGreaterThan(10);
  });
});

describe('an exception ticket of the platform', () => {
  it('15: stays open when overdue, and with it the case, until it is answered', () => {
    let overdue = 0;
    const events = timed(
      { type: 'ticket.answered', reply: 'refunded' },
      { type: 'ticket.escalated', obstacle: 'no agreement' },
      'parcel.signed',
      'buyer.notified',
    );
    always('parcelCase', events, { type: 'ticket.opened', ticket: 'GD-1' }, (trace) => {
      const answered = appliedTypes(trace).includes('ticket.answered');
      for (const snapshot of snapshotsOf(trace)) {
        const late = activeStates(snapshot).includes('open.ticket.overdue');
        if (late) {
          overdue++;
          expect([snapshot.status, contextOf(snapshot).ticketOpen]).toEqual(['active', true]);
          expect(snapshot.hasTag('needsHuman')).toBe(true);
        }
      }
      if (!answered) expect(trace.last.status).toBe('active');
    });
    expect(overdue).toBeGreaterThan(10);
  });
});

describe('an amount to collect', () => {
  it('16: never changes without the letter that is stamped, signed and verified', () => {
    const ends = { registered: 0, refused: 0 };
    const letter = (stamped: boolean, signed: boolean, verifiedWithSender: boolean) => ({
      type: 'letter.verified',
      stamped,
      signed,
      verifiedWithSender,
    });
    const events = timed(
      letter(true, true, true),
      letter(false, true, true),
      letter(true, false, true),
      letter(true, true, false),
      'ledger.registered',
      'change.abandoned',
      'parcel.signed',
    );
    for (const type of ['codAmount.changeRequested', 'returnDocument.changeRequested']) {
      always('papers', events, { type, ...(type.startsWith('cod') && { amount: 4000 }) }, (trace) => {
        const complete = trace.played.some(
          ({ event, result }) =>
            event.type === 'letter.verified' &&
            result.outcome === 'applied' &&
            event.stamped === true &&
            event.signed === true &&
            event.verifiedWithSender === true,
        );
        const registers = trace.effects.some(
          ({ type: effect, params }) =>
            effect === 'instructCourier' &&
            'instruction' in params &&
            params.instruction === 'registerChange',
        );
        ends[registers ? 'registered' : 'refused']++;
        expect(registers).toBe(complete);
      });
    }
    expect(Math.min(...Object.values(ends))).toBeGreaterThan(10);
  });
});

describe('a recipient who cannot pay', () => {
  it('18: is asked once more, and after the second attempt the sender is asked', () => {
    let asked = 0;
    const events = timed('recipient.cannotPay', 'redelivery.agreed', 'redelivery.agreed', 'parcel.signed');
    always('recipient', events, { type: 'recipient.cannotPay' }, (trace) => {
      for (const { event, before, result } of trace.played) {
        if (result.outcome !== 'applied' || result.lapses.length > 0 || event.type !== 'recipient.cannotPay')
          continue;
        const { attempts, policy } = contextOf(before);
        if (attempts + 1 < policy.paymentAttempts) continue;
        asked++;
        expect(result.effects).toContainEqual(
          expect.objectContaining({
            type: 'askParty',
            params: expect.objectContaining({ party: 'merchant', question: 'disposition' }),
          }),
        );
      }
    });
    expect(asked).toBeGreaterThan(10);
  });
});

// Helpers

/** Holds a property against cases that one event opens and others follow, each at some hour. */
function always(
  machine: MachineName,
  events: fc.Arbitrary<Timed[]>,
  first: Readonly<Record<string, unknown>>,
  check: (trace: Trace) => void,
): void {
  fc.assert(
    fc.property(
      events.map((all) => readable(lifeOf(machine, [{ ...first, hours: 0 }, ...all]))),
      (life) => check(finish(play(life))),
    ),
    { numRuns: 150 },
  );
}

function lifeOf(machine: MachineName, events: readonly Timed[]) {
  const order = { waybill: 'YT1', courier: 'yto', paid: 5000 };
  const inOrder = [...events].sort((one, other) => one.hours - other.hours);
  return {
    machine,
    input: { caseId: 'case', openedAt, order },
    events: inOrder.map(({ hours, ...event }) => ({ ...event, at: after(openedAt, hours * HOUR) })),
  } as never;
}

function allLapses(trace: Trace): string[] {
  return trace.played.flatMap(({ result }) => result.lapses.map(({ event }) => event.type));
}
