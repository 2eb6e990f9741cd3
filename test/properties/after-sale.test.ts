import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../domain/case.ts';
import { balance, type Posting } from '../../domain/money.ts';
import { after, DAY, HOUR, isBefore } from '../../domain/time.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import { activeStates } from '../../replay/compare.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { finish } from '../support/finish.ts';
import { readable } from '../support/lives.ts';
import { appliedTypes, type Life, play, snapshotsOf, type Trace } from '../support/play.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const whole = ['refunded', 'exchanged', 'reshipped', 'compensated'];

/** How an after-sale request may go: what is asked and shown, who does what, and on which day, if at all. */
const courses = fc.record({
  reason: fc.constantFrom(
    'notAsDescribed',
    'wrongItem',
    'missingItem',
    'qualityDefect',
    'noReason',
    'noReason',
  ),
  wish: fc.constantFrom('return', 'return', 'exchange', 'reship', 'compensation'),
  priceClass: fc.constantFrom('normal', 'special'),
  exchangeFreight: fc.constantFrom('buyerBoth', 'half'),
  outboundFreight: fc.integer({ min: 0, max: 900 }),
  outboundFreightPaidBy: fc.constantFrom('buyer', 'merchant'),
  paid: fc.integer({ min: 1000, max: 20_000 }),
  freight: fc.integer({ min: 0, max: 900 }),
  proof: fc.constantFrom('shown', 'shown', 'missing'),
  test: fc.constantFrom('defect.confirmed', 'defect.refuted', 'localTest.declined'),
  answer: fc.constantFrom('request.approved', 'request.approved', 'request.approved', 'exchange.refused'),
  halved: fc.boolean(),
  condition: fc.constantFrom('met', 'met', 'failed', null),
  numberOn: day(10),
  movedOn: day(16),
  backOn: day(16),
  rejectedOn: day(16),
  settlesByHand: fc.boolean(),
});
type Course = typeof courses extends fc.Arbitrary<infer Value> ? Value : never;

describe('an after-sale request', () => {
  it('should be refunded when the countdown ends, exactly its length after the number was entered', () => {
    always((trace) => {
      const { policy, order } = contextOf(trace.last);
      for (const { lapses, entered } of countdowns(trace)) {
        for (const lapsed of lapses) {
          expect(lapsed.event.at).toBe(after(entered, policy.refundCountdown));
          expect(lapsed.effects).toContainEqual(
            expect.objectContaining({
              type: 'refundBuyer',
              params: expect.objectContaining({ amount: order.paid }),
            }),
          );
        }
      }
    });
  });

  it('should be refunded once a countdown runs, unless the merchant rejects in time or the goods fail', () => {
    always((trace) => {
      const types = appliedTypes(trace);
      if (!everIn(trace, 'returning.countingDown')) return;
      const { outcome, facts } = contextOf(trace.last);
      const stopped = types.includes('refund.rejected') || facts.returnCondition === 'failed';
      if (!stopped) expect(outcome).toBe('refunded');
    });
  });

  it('should never be refunded by a countdown that a rejection stopped', () => {
    always((trace) => {
      const rejected = trace.played.find(
        ({ event, result }) => event.type === 'refund.rejected' && result.outcome === 'applied',
      );
      if (!rejected) return;
      expect(running(contextOf(rejected.before))).toBe(true);
      expect(running(contextOf(rejected.result.snapshot))).toBe(false);
      const last = countdowns(trace).at(-1);
      if (last && isBefore(last.entered, rejected.event.at as string)) expect(last.lapses).toEqual([]);
    });
  });

  it('should close without a refund by the system when no number is entered in time', () => {
    always((trace) => {
      const types = appliedTypes(trace);
      if (!types.includes('returnShipTimer.lapsed')) return;
      const { outcome, postings } = contextOf(trace.last);
      const refunds = trace.effects.filter(({ type }) => type === 'refundBuyer');
      if (types.includes('handSettlement.agreed')) {
        expect(refunds.every(({ params }) => (params as { from: string }).from === 'merchant')).toBe(true);
        expect(
          postings.filter(({ from, for: purpose }) => purpose === 'refund' && from === 'escrow'),
        ).toEqual([]);
      } else {
        expect(outcome).toBe('applicationClosed');
        expect(refunds).toEqual([]);
      }
    });
  });

  it('should run a countdown exactly while it waits for the goods with a number', () => {
    always((trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const counting = activeStates(snapshot).some((state) => state.includes('returning.countingDown'));
        expect(running(contextOf(snapshot))).toBe(counting);
      }
    });
  });

  it('should leave no freight with the buyer for wrong goods or a confirmed defect', () => {
    always((trace) => {
      const { facts, verdict, outcome, postings } = contextOf(trace.last);
      if (!['wrongItem', 'qualityDefect'].includes(facts.afterSaleReason ?? '')) return;
      if (!whole.includes(outcome ?? '') || verdict.payer?.ruling !== 'merchant') return;
      expect(freightOfBuyer(postings)).toBe(0);
    });
  });

  it('should leave both freights of a special price item with the buyer', () => {
    always((trace) => {
      const { facts, outcome, postings, outboundFreight, returnFreight } = contextOf(trace.last);
      if (facts.afterSaleReason !== 'noReason' || facts.priceClass !== 'special') return;
      if (outcome !== 'refunded' && outcome !== 'exchanged') return;
      const first = facts.afterSaleWish === 'exchange' ? firstWayOut(contextOf(trace.last)) : 0;
      const borne = (outboundFreight?.amount ?? 0) + (returnFreight?.amount ?? 0);
      expect(freightOfBuyer(postings) - first).toBe(borne);
    });
  });

  it('should share a halved freight to the fen, the odd one with the merchant', () => {
    always((trace) => {
      const { facts, verdict, outcome, postings, returnFreight } = contextOf(trace.last);
      if (verdict.freight?.article !== 'AFS-25' || outcome !== 'refunded') return;
      const wayOut = total(postings, 'buyer', 'outboundFreight');
      expect(facts.freightConcession).toBe('yes');
      expect(freightOfBuyer(postings) - wayOut).toBe(Math.floor((returnFreight?.amount ?? 0) / 2));
    });
  });

  it('should go every way the properties above speak of', () => {
    const seen = new Set<string>();
    for (const course of fc.sample(courses, { seed: 11, numRuns: 400 })) {
      const trace = played(course);
      const { facts, outcome, verdict } = contextOf(trace.last);
      for (const type of appliedTypes(trace)) seen.add(type);
      if (whole.includes(outcome ?? '')) {
        seen.add(`${outcome} ${facts.afterSaleReason}`);
        seen.add(`${outcome} ${facts.priceClass}`);
        seen.add(`${verdict.freight?.article}`);
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['refundCountdown.lapsed', 'countdownAlert.lapsed', 'refund.rejected', 'returnShipTimer.lapsed'],
        ...['handSettlement.agreed', 'refunded wrongItem', 'exchanged wrongItem', 'refunded qualityDefect'],
        ...['exchanged qualityDefect', 'reshipped missingItem', 'compensated notAsDescribed'],
        ...['refunded special', 'exchanged special', 'AFS-22', 'AFS-24', 'AFS-25', 'AFS-26', 'AFS-20'],
      ]),
    );
  });
});

// Helpers

function always(check: (trace: Trace) => void): void {
  fc.assert(
    fc.property(
      courses.map((course) => readable(lifeOf(course))),
      (life) => check(finish(play(life))),
    ),
    { numRuns: 150 },
  );
}

function played(course: Course): Trace {
  return finish(play(lifeOf(course)));
}

function day(max: number) {
  return fc.option(fc.integer({ min: 0, max }), { nil: null, freq: 4 });
}

/** A course as the life of a case: its events in order of time. Some come too early or too late and change nothing. */
function lifeOf(course: Course): Life {
  const { paid, priceClass, outboundFreight, outboundFreightPaidBy, exchangeFreight, freight } = course;
  const input = {
    caseId: 'case',
    openedAt,
    order: { waybill: 'YT1', courier: 'yto', paid, priceClass, outboundFreight, outboundFreightPaidBy },
    policy: { exchangeFreight },
  } as CaseInput;
  const hour = (hours: number) => after(openedAt, hours * HOUR);
  const onDay = (days: number, hours: number) => after(openedAt, days * DAY + (12 + hours) * HOUR);
  const { reason, wish, proof, numberOn, movedOn, backOn, rejectedOn, condition } = course;
  const early = [
    { type: 'afterSale.requested', reason, wish, signedAt: openedAt },
    { type: 'misuse.excluded' },
    { type: 'facts.established', facts: { requestMatchesRecord: 'yes' } },
    { type: 'facts.established', facts: { goodsProof: proof } },
    { type: course.test },
    ...(course.halved ? [{ type: 'freight.halved', note: 'agreed' }] : []),
    { type: course.answer },
    { type: 'remedy.concessionAgreed', amount: 500 },
    { type: 'facts.established', facts: { goodsUnworn: 'yes' } },
    { type: 'facts.established', facts: { stock: 'yes' } },
    { type: 'exchangeFreight.paid', amount: 700 },
    { type: 'return.shipped', waybill: 'ZT1', freight },
  ].map((event, index) => ({ ...event, at: hour(index + 1) }));
  const late = [
    numberOn !== null && { type: 'returnNumber.entered', waybill: 'ZT1', freight, at: onDay(numberOn, 1) },
    movedOn !== null && { type: 'return.moved', at: onDay(movedOn, 2) },
    backOn !== null && { type: 'return.received', at: onDay(backOn, 3) },
    backOn !== null && { type: 'defect.confirmed', at: onDay(backOn, 4) },
    backOn !== null &&
      condition !== null && {
        type: 'facts.established',
        facts: { returnCondition: condition },
        at: onDay(backOn, 5),
      },
    rejectedOn !== null && { type: 'refund.rejected', reason: 'no movement', at: onDay(rejectedOn, 6) },
    course.settlesByHand && { type: 'handSettlement.agreed', at: onDay(7, 8) },
    { type: 'replacement.shipped', waybill: 'YT2', at: onDay(25, 0) },
    { type: 'replacement.signed', at: onDay(27, 0) },
  ].filter((event) => event !== false);
  const events = [...early, ...late].sort((one, other) => (isBefore(one.at, other.at) ? -1 : 1));
  return { machine: 'afterSale', input, events };
}

/** Every countdown that ran: when its number was entered, and its lapse if it came to one. */
function countdowns(trace: Trace) {
  const found: { entered: string; lapses: { event: { at: string }; effects: readonly unknown[] }[] }[] = [];
  for (const { event, result } of trace.played) {
    for (const lapsed of result.lapses) {
      if (lapsed.event.type === 'refundCountdown.lapsed') found.at(-1)?.lapses.push(lapsed);
    }
    if (event.type === 'returnNumber.entered' && running(contextOf(result.snapshot))) {
      found.push({ entered: event.at as string, lapses: [] });
    }
  }
  return found;
}

function running({ deadlines }: CaseContext): boolean {
  return deadlines.some(({ id }) => id === 'refundCountdown');
}

function everIn(trace: Trace, state: string): boolean {
  return snapshotsOf(trace).some((snapshot) => activeStates(snapshot).some((path) => path.includes(state)));
}

/** What the buyer is out of pocket for freight, in fen. */
function freightOfBuyer(postings: readonly Posting[]): number {
  return (
    0 -
    balance(
      postings.filter(({ for: purpose }) => purpose === 'outboundFreight' || purpose === 'returnFreight'),
      'buyer',
    )
  );
}

function total(postings: readonly Posting[], from: string, purpose: string): number {
  return postings.reduce((sum, one) => sum + (one.from === from && one.for === purpose ? one.amount : 0), 0);
}

/** The first way out, if the buyer paid it: an exchange leaves it as it was. */
function firstWayOut({ order }: CaseContext): number {
  return order.outboundFreightPaidBy === 'buyer' ? order.outboundFreight : 0;
}
