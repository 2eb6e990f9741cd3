import { describe, expect, it } from 'vitest';
import { type EventExplanation, explainEvent, type GuardExplanation } from '../../explain/index.ts';
import { limitOf } from '../../explain/limits.ts';
import { guardsOf } from '../../guards/article-guards.ts';
import { type ConditionName, conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { machines } from '../../machines/index.ts';
import { caseSetup } from '../../machines/setup.ts';
import { type CaseMachine, contextOf } from '../../replay/snapshot.ts';
import { open } from '../../replay/step.ts';
import { damagedDecided, hour } from '../support/explained.ts';

describe('an explained guard of a rulebook', () => {
  const machine = caseSetup.extend({ guards: guardsOf(rulebooks.damaged) }).createMachine({
    id: 'weighed',
    context: machines.damaged.config.context as never,
    on: {
      'damage.reported': { guard: 'DMG-9' as never },
      'parcel.signed': { guard: 'damaged.payerPending' as never },
    },
  }) as unknown as CaseMachine;
  const { snapshot } = open(machine, {
    caseId: 'case',
    openedAt: hour(0),
    order: { waybill: 'YT1', courier: 'yunda', paid: 100 },
  });

  it('should name the facts that keep an article from governing', () => {
    expect(only(explainEvent(snapshot, 'damage.reported'))).toMatchObject({
      kind: 'article',
      layer: 'payer',
      answer: 'fails',
      article: { id: 'DMG-9', status: 'open', unmet: [{ fact: 'damageProof', value: null }] },
      finding: { kind: 'pending' },
    });
  });

  it('should say what is pending where a layer waits for evidence', () => {
    const guard = only(explainEvent(snapshot, 'parcel.signed'));

    expect(guard).toMatchObject({ kind: 'pending', layer: 'payer', answer: 'holds' });
    expect(guard.kind === 'pending' && guard.finding).toMatchObject({
      kind: 'pending',
      next: { from: { value: 'buyer' } },
    });
  });
});

describe('the amount a condition compares with', () => {
  const context = {
    ...contextOf(damagedDecided()),
    agreed: 500,
    claim: { against: 'courier', article: 'DMG-30', amount: 700, appeals: 0, status: 'open' },
    postings: [
      { from: 'merchant', to: 'buyer', amount: 900, for: 'refund', article: 'DMG-6' },
      { from: 'courier', to: 'merchant', amount: 600, for: 'claim', article: 'DMG-30' },
    ],
  } as const;
  const names = (Object.keys(conditions) as ConditionName[]).filter((name) => limitOf(name, context));

  it.each(names)('should be the one that %s allows', (name) => {
    const limit = limitOf(name, context);
    if (!limit) throw new Error('There is no limit.');
    const allows = (amount: number) =>
      conditions[name].test(context, { type: 'refund.paid', at: hour(1), amount }, {} as never);

    expect(allows(limit.amount)).toBe(true);
    expect(allows(limit.amount + 1)).toBe(false);
    expect(allows(limit.amount - 1)).toBe(limit.kind === 'atMost');
  });
});

// Helpers

function only({ transitions }: EventExplanation): GuardExplanation {
  const guard = transitions[0]?.guard;
  if (!guard) throw new Error('No guard was explained.');
  return guard;
}
