import { describe, expectTypeOf, it } from 'vitest';
import { createActor, type EventFromLogic, type SnapshotFrom, type TagsFrom } from 'xstate';
import type { Effect, EffectName, EffectParams } from '../actions/effects.ts';
import type { CaseInput } from '../domain/case.ts';
import type { Deadline, DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent, CaseEventType } from '../domain/events.ts';
import type { EvidenceName, FactName, Facts, FactValue } from '../domain/facts.ts';
import type { CaseContext, Outcome } from '../guards/case-context.ts';
import type { ConditionName } from '../guards/conditions.ts';
import type { ExceptionType } from '../guards/rulebooks.ts';
import { damagedMachine } from '../machines/damaged.ts';
import { type MachineName, machines } from '../machines/index.ts';
import { parcelCaseMachine } from '../machines/parcel-case.ts';
import type { CaseOutput } from '../machines/setup.ts';
import { rulebook } from '../policy/rulebook.ts';
import { open, type Refusal, type StepResult, step } from '../replay/step.ts';

const input: CaseInput = {
  caseId: 'case',
  openedAt: '2026-03-01T08:00:00Z',
  order: { waybill: 'YT1', courier: 'yunda', paid: 12_800 },
};

describe('the types of the machines', () => {
  it('should know the paths of the states', () => {
    const snapshot = createActor(damagedMachine, { input }).getSnapshot();

    expectTypeOf(snapshot.matches('closed')).toEqualTypeOf<boolean>();
    snapshot.matches({ open: { exception: { damaged: 'assessment' } } });
    snapshot.matches({ open: { exception: { damaged: { assessment: 'arbitrating' } } } });
    snapshot.matches({ open: { remedy: { buyingPart: 'paying' }, recovery: 'due' } });
    // @ts-expect-error: no such state
    snapshot.matches('clsoed');
    // @ts-expect-error: no such state in a region
    snapshot.matches({ open: { remedy: 'refundig' } });
    // @ts-expect-error: a machine for damage knows no loss
    snapshot.matches({ open: { exception: { lost: 'searching' } } });
  });

  it('should know the paths of the composed case', () => {
    const snapshot = createActor(parcelCaseMachine, { input }).getSnapshot();

    snapshot.matches({ open: { exception: 'none' } });
    snapshot.matches({ open: { exception: { lost: { searching: 'branch' } }, ticket: 'overdue' } });
    snapshot.matches({ open: { parcel: { underway: 'held' } } });
    // @ts-expect-error: no such region
    snapshot.matches({ open: { invoice: 'none' } });
    // @ts-expect-error: no such state in an exception
    snapshot.matches({ open: { exception: { lost: { searching: 'attic' } } } });
  });

  it('should know context, output, tags and input', () => {
    type Snapshot = SnapshotFrom<typeof parcelCaseMachine>;

    expectTypeOf<Snapshot['context']>().toEqualTypeOf<CaseContext>();
    expectTypeOf<Snapshot['output']>().toEqualTypeOf<CaseOutput | undefined>();
    expectTypeOf<TagsFrom<typeof parcelCaseMachine>>().toEqualTypeOf<
      'needsHuman' | 'needsEvidence' | 'closed'
    >();
    expectTypeOf<CaseOutput['outcome']>().toEqualTypeOf<Outcome | null>();
    // @ts-expect-error: input is required
    createActor(parcelCaseMachine);
    // @ts-expect-error: an order without a price
    createActor(parcelCaseMachine, { input: { ...input, order: { waybill: 'YT1', courier: 'yunda' } } });
  });

  it('should take events of the catalogue and no others', () => {
    const actor = createActor(parcelCaseMachine, { input });

    expectTypeOf<CaseEvent>().toExtend<EventFromLogic<typeof parcelCaseMachine>>();
    expectTypeOf(actor.send).toBeCallableWith({ type: 'parcel.signed', at: '2026-03-01T09:00:00Z' });
    expectTypeOf(actor.send).toBeCallableWith({
      type: 'refund.paid',
      at: '2026-03-01T09:00:00Z',
      amount: 12_800,
    });
    // @ts-expect-error: no such event
    expectTypeOf(actor.send).toBeCallableWith({ type: 'parcel.exploded', at: '2026-03-01T09:00:00Z' });
    // @ts-expect-error: an event without its instant
    expectTypeOf(actor.send).toBeCallableWith({ type: 'parcel.signed' });
    // @ts-expect-error: a refund without its amount
    expectTypeOf(actor.send).toBeCallableWith({ type: 'refund.paid', at: '2026-03-01T09:00:00Z' });
  });

  it('should know the guards and the effects by name', () => {
    type Implementations = Parameters<typeof damagedMachine.provide>[0];
    type Guards = keyof NonNullable<Implementations['guards']>;

    expectTypeOf<ConditionName>().toEqualTypeOf<Guards>();
    // The guards of the articles are the rulebook itself: a host cannot put another in their place.
    expectTypeOf<'DMG-1' | 'damaged.payerPending'>().not.toExtend<Guards>();
    expectTypeOf<EffectName>().toExtend<keyof NonNullable<Implementations['actions']>>();

    damagedMachine.provide({
      actions: {
        refundBuyer: (_, params) => {
          expectTypeOf(params.amount).toEqualTypeOf<number>();
          expectTypeOf(params.from).toEqualTypeOf<'escrow' | 'merchant' | 'courier'>();
          expectTypeOf(params.key).toEqualTypeOf<string>();
        },
        scheduleDeadline: (_, params) => {
          expectTypeOf(params.deadline).toEqualTypeOf<Deadline>();
        },
      },
    });
    // @ts-expect-error: no such effect
    damagedMachine.provide({ actions: { refundByer() {} } });
  });

  it('should list all machines by name', () => {
    expectTypeOf<MachineName>().toEqualTypeOf<'parcelCase' | ExceptionType>();
    expectTypeOf(machines.damaged).toEqualTypeOf<typeof damagedMachine>();
  });
});

describe('the types of events', () => {
  it('should give each event its own fields', () => {
    expectTypeOf<CaseEvent<'refund.paid'>['amount']>().toEqualTypeOf<number>();
    expectTypeOf<CaseEvent<'receipt.denied'>['shownSigner']>().toEqualTypeOf<
      'buyer' | 'thirdParty' | 'illegible'
    >();
    expectTypeOf<CaseEvent<'facts.established'>['facts']>().toExtend<Facts>();
    expectTypeOf<CaseEvent<'arbitration.awarded'>['payer']>().toEqualTypeOf<
      'buyer' | 'merchant' | 'courier'
    >();
    expectTypeOf<CaseEvent<'parcel.signed'>>().toHaveProperty('at').toEqualTypeOf<string>();
    expectTypeOf<CaseEvent<'parcel.signed'>>().not.toHaveProperty('amount');
    expectTypeOf<CaseEvent['type']>().toEqualTypeOf<CaseEventType>();
    expectTypeOf<`${DeadlineName}.lapsed`>().toExtend<CaseEventType>();
  });

  it('should narrow by type', () => {
    const read = (event: CaseEvent): number | string =>
      event.type === 'claim.filed' ? event.amount : event.type === 'claim.denied' ? event.reason : event.at;

    expectTypeOf(read).returns.toEqualTypeOf<string | number>();
  });
});

describe('the types of facts and rules', () => {
  it('should give each fact its own values', () => {
    expectTypeOf<FactValue<'signedBy'>>().toEqualTypeOf<'nobody' | 'buyer' | 'thirdParty'>();
    expectTypeOf<Facts['stock']>().toEqualTypeOf<'yes' | 'no' | undefined>();
    expectTypeOf<EvidenceName>().toExtend<FactName>();
    expectTypeOf<'lossGround'>().not.toExtend<EvidenceName>();
  });

  it('should refuse an article that reads an unlisted fact, a wrong value or an unknown exception', () => {
    const text = { en: 'made up', zh: '虚构' };
    const made = { title: text, cites: [{ basis: 'assumed', note: 'made up' }] } as const;
    const head = { type: 'made-up', title: text, facts: ['stock'] } as const;

    const pays = { ...made, liability: { payer: 'buyer' } } as const;
    rulebook({ ...head, articles: { 'A-1': { ...pays, when: { stock: 'yes' } } } });
    // @ts-expect-error: signedBy is not listed
    rulebook({ ...head, articles: { 'A-1': { ...pays, when: { signedBy: 'buyer' } } } });
    // @ts-expect-error: no such value
    rulebook({ ...head, articles: { 'A-1': { ...pays, when: { stock: 'some' } } } });
    // @ts-expect-error: no such article to displace
    rulebook({ ...head, articles: { 'A-1': { ...pays, when: {}, exceptionTo: ['A-2'] } } });
    // @ts-expect-error: the platform never bears anything
    rulebook({ ...head, articles: { 'A-1': { ...made, when: {}, liability: { payer: 'platform' } } } });
  });
});

describe('the types of open and step', () => {
  it('should keep the machine of the snapshot', () => {
    const { snapshot, effects } = open(damagedMachine, input);
    const result = step(snapshot, { type: 'damage.reported', at: '2026-03-01T09:00:00Z' });

    expectTypeOf(snapshot).toEqualTypeOf<SnapshotFrom<typeof damagedMachine>>();
    expectTypeOf(effects).toEqualTypeOf<readonly Effect[]>();
    expectTypeOf(result).toEqualTypeOf<StepResult<SnapshotFrom<typeof damagedMachine>>>();
    expectTypeOf(step).parameter(1).toBeUnknown();
  });

  it('should give a reason exactly where the event was not applied', () => {
    const result = step(open(damagedMachine, input).snapshot, null);

    if (result.outcome === 'applied') {
      expectTypeOf(result).not.toHaveProperty('reason');
    } else {
      expectTypeOf(result.outcome).toEqualTypeOf<'ignored' | 'rejected'>();
      expectTypeOf(result.reason).toEqualTypeOf<Refusal>();
    }
  });

  it('should narrow an effect by its name', () => {
    const read = (effect: Effect): EffectParams['fileClaim'] | null =>
      effect.type === 'fileClaim' ? effect.params : null;

    expectTypeOf(read).returns.toEqualTypeOf<EffectParams['fileClaim'] | null>();
    expectTypeOf<Effect<'fileClaim'>['params']['against']>().toEqualTypeOf<'courier' | 'supplier'>();
    expectTypeOf<Effect<'fileClaim'>['params']['key']>().toEqualTypeOf<string>();
  });
});
