import { describe, expect, it } from 'vitest';
import { type EventExplanation, explainEvent, type GuardExplanation } from '../../explain/index.ts';
import {
  awarded,
  caseOf,
  complainedOf,
  damagedDecided,
  hour,
  leftWithThirdParty,
  notYetDamaged,
} from '../support/explained.ts';

describe('an explained event', () => {
  it('should name the fact on which a guard fails', () => {
    const explanation = explainEvent(damagedDecided(), { type: 'remedy.partChosen' });

    expect(explanation).toMatchObject({ answer: 'ignored', refusal: { code: 'guarded' } });
    expect(failing(only(explanation))).toMatchObject([
      { name: 'partReplaceable', facts: [{ fact: 'damageExtent', value: { value: 'partial' } }] },
    ]);
  });

  it('should say what is established where an event says something else', () => {
    const explanation = explainEvent(damagedDecided(), {
      type: 'facts.established',
      facts: { signedBy: 'buyer' },
    });

    expect(failing(only(explanation))).toMatchObject([
      {
        name: 'answersQuestion',
        facts: [{ fact: 'signedBy', value: { value: 'thirdParty' }, proposed: { value: 'buyer' } }],
      },
    ]);
  });

  it('should answer each part of a combined guard', () => {
    const guard = only(explainEvent(damagedDecided(), 'remedy.reshipChosen'));

    expect(guard).toMatchObject({
      kind: 'combination',
      name: 'and',
      answer: 'fails',
      parts: [
        { name: 'refundable', answer: 'holds' },
        { name: 'reshipPossible', answer: 'fails', facts: [{ fact: 'stock', value: null }] },
      ],
    });
  });

  it('should say which fields matter where only the type is known', () => {
    const explanation = explainEvent(damagedDecided(), 'remedy.concessionAgreed');

    expect(explanation).toMatchObject({
      answer: 'dependsOnFields',
      missingFields: ['amount'],
      needsFields: ['amount'],
      refusal: null,
    });
    expect(only(explanation)).toMatchObject({
      answer: 'needsFields',
      limit: { kind: 'atMost', amount: 12_800 },
    });
  });

  it('should say which fields an event must carry even where nothing depends on them', () => {
    expect(explainEvent(notYetDamaged(), 'parcel.misrouted')).toMatchObject({
      answer: 'applied',
      missingFields: ['place'],
      needsFields: [],
    });
  });

  it('should say in which states an event would be accepted when nothing waits for it', () => {
    const explanation = explainEvent(damagedDecided(), 'refund.paid');

    expect(explanation).toMatchObject({ answer: 'ignored', refusal: { code: 'notExpected' } });
    expect(explanation.acceptedIn.map(({ path }) => path)).toContain('open.remedy.refunding');
    expect(explanation.expected.accepted.map(({ type }) => type)).toContain('remedy.refundChosen');
  });

  it('should say from when a lapse counts', () => {
    const explanation = explainEvent(leftWithThirdParty(), 'evidence.lapsed');

    expect(explanation.answer).toBe('ignored');
    expect(only(explanation)).toMatchObject({
      name: 'deadlineDue',
      answer: 'fails',
      deadline: { id: 'evidence', dueAt: '2026-03-04T11:00:00.000Z', mustAct: 'courier' },
    });
  });

  it('should tell what lapses before the event', () => {
    const { lapses, answer } = explainEvent(leftWithThirdParty(), {
      type: 'facts.established',
      facts: { stock: 'yes' },
      at: hour(400),
    });

    expect(lapses[0]).toMatchObject({ type: 'evidence.lapsed', at: '2026-03-04T11:00:00.000Z' });
    expect(answer).toBe('applied');
  });

  it('should name what is wrong with an event that is unknown, invalid, too early or too late', () => {
    const snapshot = damagedDecided();
    const closed = caseOf('damaged', [{ type: 'case.withdrawn' }, { type: 'buyer.notified' }]);

    expect(explainEvent(snapshot, 'claim.field')).toMatchObject({
      answer: 'rejected',
      event: null,
      refusal: { code: 'unknown', nearest: 'claim.filed' },
    });
    expect(explainEvent(snapshot, { type: 'refund.paid', amount: -1 })).toMatchObject({
      answer: 'rejected',
      refusal: { code: 'invalid', problems: [{ path: 'amount' }] },
    });
    expect(
      explainEvent(snapshot, { type: 'parcel.found', at: '2026-01-01T00:00:00.000Z' }).refusal?.code,
    ).toBe('timeGoesBackwards');
    expect(explainEvent(closed, 'parcel.found')).toMatchObject({
      answer: 'rejected',
      refusal: { code: 'closed' },
    });
    expect(explainEvent(closed, 'refund.paid')).toMatchObject({
      answer: 'rejected',
      refusal: { code: 'closed' },
    });
    expect(explainEvent(snapshot, 7)).toMatchObject({ answer: 'rejected', refusal: { code: 'unknown' } });
  });

  it('should tell an event that is taken but changes nothing from one that is refused', () => {
    const onItsWay = caseOf('parcelCase', [{ type: 'parcel.outForDelivery' }]);

    expect(explainEvent(onItsWay, 'parcel.outForDelivery')).toMatchObject({
      answer: 'ignored',
      refusal: { code: 'changesNothing' },
      transitions: [{ answer: 'holds', taken: true }],
    });
  });

  it('should change nothing', () => {
    const snapshot = leftWithThirdParty();
    const before = JSON.stringify(snapshot);
    explainEvent(snapshot, { type: 'facts.established', facts: { stock: 'yes' }, at: hour(400) });

    expect(JSON.stringify(snapshot)).toBe(before);
  });

  it('should be plain data that survives JSON', () => {
    for (const type of ['remedy.reshipChosen', 'refund.paid', 'nonsense', 'facts.established']) {
      for (const snapshot of [damagedDecided(), complainedOf(), awarded()]) {
        const explanation = explainEvent(snapshot, type);
        expect(JSON.parse(JSON.stringify(explanation))).toStrictEqual(explanation);
      }
    }
  });
});

// Helpers

function only({ transitions }: EventExplanation): GuardExplanation {
  const guard = transitions[0]?.guard;
  if (!guard) throw new Error('No guard was explained.');
  return guard;
}

/** The parts of a guard that fail, down to those that have no parts. */
function failing(guard: GuardExplanation): GuardExplanation[] {
  if (guard.kind === 'combination' && guard.name !== 'not') return guard.parts.flatMap(failing);
  return guard.answer === 'fails' ? [guard] : [];
}
