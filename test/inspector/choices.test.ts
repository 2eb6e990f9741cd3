import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEventType } from '../../domain/events.ts';
import { DAY, HOUR, after as instantAfter } from '../../domain/time.ts';
import { type Choices, choicesOf } from '../../inspector/session/choices.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';
import { advance, momentOf, openSession, type Session, send, wait } from '../../inspector/session/session.ts';
import { machineNames } from '../../machines/index.ts';
import { likelyEvent } from '../support/likely.ts';
import { lives } from '../support/lives.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const opened = openSession('parcelCase', inventedInput(openedAt));

describe('choicesOf', () => {
  it('should fill in what was asked with what silence would count as, ready to be sent', () => {
    const asked = sendIn(opened, 'damage.reported');
    const choice = enabled(choicesOf(asked), 'facts.established');

    expect(choice).toMatchObject({
      ready: true,
      filled: { facts: { inspectedBeforeSigning: 'no', damageProof: 'missing' } },
    });
    expect(momentOf(send(asked, { type: 'facts.established', ...choice?.filled })).result).toBe('applied');
  });

  it('should fill in the amount that is owed', () => {
    const refunding = refundUnderWay();

    expect(enabled(choicesOf(refunding), 'refund.paid')).toMatchObject({
      ready: true,
      filled: { amount: 12_900 },
    });
  });

  it('should find the option that is accepted', () => {
    const proposed = sendIn(sendIn(opened, 'address.outsideArea'), 'extraDelivery.proposed', {
      surcharge: 500,
    });
    const weighed = sendIn(proposed, 'facts.established', {
      facts: { courierChoice: 'merchantUnchecked', acceptedOutsideRange: 'no' },
    });
    const consent = enabled(choicesOf(sendIn(weighed, 'transfer.consented')), 'surcharge.consented');

    expect(consent).toMatchObject({ ready: true, filled: { by: 'merchant' } });
  });

  it('should offer an event whose acceptance depends on what it carries, with its form', () => {
    const decided = sendIn(sendIn(opened, 'damage.reported'), 'facts.established', {
      facts: { signedBy: 'thirdParty', consentProof: 'missing', contactProof: 'missing' },
    });

    expect(enabled(choicesOf(decided), 'facts.corrected')).toMatchObject({
      ready: false,
      filled: { facts: {} },
      reasons: [],
      fields: [{ name: 'at' }, { name: 'facts' }, { name: 'reason' }],
    });
  });

  it('should block an event that a state takes without anything coming of it, whatever it carries', () => {
    const held = sendIn(opened, 'address.outsideArea');

    expect(choicesOf(held).blocked.find(({ type }) => type === 'service.suspended')?.reasons).toHaveLength(1);
  });

  it('should say of a blocked event what stands in its way, in both languages', () => {
    const decided = refundUnderWay();
    const complaint = choicesOf(decided).blocked.find(({ type }) => type === 'complaint.filed');

    expect(complaint?.reasons.map(({ en }) => en).join()).toMatch(/bears the loss/);
    expect(complaint?.reasons.map(({ zh }) => zh).join()).toMatch(/由买家承担/);
    expect(momentOf(sendIn(decided, 'complaint.filed')).result).toBe('ignored');
  });

  it('should tell how long each deadline still runs by the clock, and which is next', () => {
    const asked = sendIn(opened, 'damage.reported');
    const waited = wait(asked, instantAfter(openedAt, 5 * HOUR));
    const [first, ...others] = choicesOf(waited).deadlines;

    expect(first).toMatchObject({ id: 'evidence', isNext: true, remaining: 3 * DAY - 4 * HOUR });
    expect(others.map(({ isNext }) => isNext)).not.toContain(true);
    expect(choicesOf(advance(waited)).deadlines.find(({ isNext }) => isNext)?.remaining).toBeGreaterThan(0);
  });

  it('should offer nothing in a closed case', () => {
    const withdrawn = sendIn(refundUnderWay(), 'refund.paid', { amount: 12_900 });
    const closed = sendIn(withdrawn, 'buyer.notified');

    expect(momentOf(closed).snapshot.status).toBe('done');
    expect(choicesOf(closed)).toEqual({ enabled: [], blocked: [], deadlines: [] });
  });

  it.each(machineNames)('should be right about every event %s waits for', (machine) => {
    const seen = { ready: 0, blocked: 0 };
    fc.assert(
      fc.property(lives(machine, 12), fc.nat({ max: 9999 }), ({ input, events }, pick) => {
        const session = sent(openSession(machine, input), events);
        const { clock, snapshot } = momentOf(session);
        const { enabled: offered, blocked } = choicesOf(session);
        for (const { type, filled, ready } of offered) {
          if (!ready) continue;
          seen.ready += 1;
          expect([type, momentOf(send(session, { type, ...filled })).result]).toEqual([type, 'applied']);
        }
        for (const { type, reasons } of blocked) {
          seen.blocked += 1;
          const likely = likelyEvent(type, clock, pick, { context: snapshot.context, asked: [] });
          expect([type, momentOf(send(session, likely)).result]).not.toEqual([type, 'applied']);
          expect(reasons.every(({ en, zh }) => en !== '' && /\p{Script=Han}/u.test(zh))).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
    expect(seen.ready).toBeGreaterThan(0);
    expect(seen.blocked).toBeGreaterThanOrEqual(0);
  });
});

// Helpers

function sendIn(session: Session, type: CaseEventType, fields: object = {}): Session {
  return send(session, { type, at: instantAfter(momentOf(session).clock, HOUR), ...fields });
}

function enabled({ enabled: offered }: Choices, type: CaseEventType) {
  return offered.find((choice) => choice.type === type);
}

function refundUnderWay(): Session {
  const decided = sendIn(sendIn(opened, 'damage.reported'), 'facts.established', {
    facts: { signedBy: 'nobody', damageProof: 'shown', damageCause: 'transport', courierCoverage: 'no' },
  });
  return sendIn(decided, 'remedy.refundChosen');
}

function sent(session: Session, events: readonly unknown[]): Session {
  return events.reduce<Session>((before, event) => {
    try {
      return send(before, event);
    } catch {
      return before;
    }
  }, session);
}
