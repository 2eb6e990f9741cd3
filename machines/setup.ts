import { assign, raise, setup } from 'xstate';
import * as afterSaleUpdates from '../actions/after-sale.ts';
import {
  type DeadlineStart,
  startCountdownAlert,
  startDeadline,
  startDeadlineUntil,
  startNewDate,
  startTrackingStart,
  stopDeadline,
} from '../actions/deadlines.ts';
import { type EffectName, type EffectParams, numberRequest, requestKey } from '../actions/effects.ts';
import * as factUpdates from '../actions/facts.ts';
import * as settlement from '../actions/settlement.ts';
import { type Adoption, adoptAward, adoptRuling, reopenVerdict } from '../actions/verdict.ts';
import type { CaseInput } from '../domain/case.ts';
import type { Deadline, DeadlineName } from '../domain/deadlines.ts';
import type { Facts, FactValue } from '../domain/facts.ts';
import type { Posting } from '../domain/money.ts';
import type { Party } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import type { CaseContext, Claim, MachineEvent, Outcome, Signal, Verdict } from '../guards/case-context.ts';
import { type ConditionName, conditions } from '../guards/conditions.ts';
import { type Citation, derived } from '../policy/citation.ts';
import type { Finding } from '../policy/decide.ts';

/** What a closed case says. */
export interface CaseOutput {
  readonly caseId: string;
  readonly outcome: Outcome | null;
  readonly verdict: Verdict;
  readonly postings: readonly Posting[];
}

/** What a state says for people. */
export interface StateMeta {
  readonly title: Text;
}

/** Why a transition that is no article exists. */
export interface TransitionMeta {
  readonly cites: readonly Citation[];
}

type Args = { context: CaseContext; event: MachineEvent };

type ParamsOf<Name extends ConditionName> = Parameters<(typeof conditions)[Name]['test']>[2];
type ConditionGuards = {
  [Name in ConditionName]: (args: Args, params: ParamsOf<Name>) => boolean;
};

const conditionGuards = Object.fromEntries(
  Object.entries(conditions).map(([name, { test }]) => [
    name,
    ({ context, event }: Args, params: never) => test(context, event, params),
  ]),
) as unknown as ConditionGuards;

type Effects = {
  [Name in EffectName]: (args: unknown, params: EffectParams[Name] & { readonly key: string }) => void;
};

/** Hosts perform effects by providing actions of these names; without a host nothing happens. */
const effects: Effects = {
  requestEvidence() {},
  askParty() {},
  instructCourier() {},
  notifyBuyer() {},
  refundBuyer() {},
  payBuyer() {},
  collectFromBuyer() {},
  shipReplacement() {},
  relabel() {},
  fileClaim() {},
  escalateClaim() {},
  withdrawClaim() {},
  recallGoods() {},
  extendReceipt() {},
  scheduleDeadline() {},
  askHuman() {},
};

/** The glossary every machine shares: one context, one union of events, all conditions and all actions. */
export const caseSetup = setup({
  types: {} as {
    context: CaseContext;
    events: MachineEvent;
    input: CaseInput;
    output: CaseOutput;
    tags: 'needsHuman' | 'needsEvidence' | 'closed';
    meta: StateMeta;
    transitionMeta: TransitionMeta;
  },
  guards: conditionGuards,
  actions: {
    ...effects,

    // Facts
    noteFacts: assign(({ context }, params: Facts) => factUpdates.noteFacts(context, params)),
    establishFacts: assign(({ context, event }) => factUpdates.establishFacts(context, event)),
    assumeSilence: assign(({ context }, params: Finding) => factUpdates.assumeSilence(context, params)),
    noteRefusal: assign(({ context, event }) => factUpdates.noteRefusal(context, event)),
    noteDeclined: assign(({ context, event }) => factUpdates.noteDeclined(context, event)),
    noteDamageReport: assign(({ context, event }) => factUpdates.noteDamageReport(context, event)),
    noteShownSigner: assign(({ context, event }) => factUpdates.noteShownSigner(context, event)),
    noteTracking: assign(({ event, context }) => factUpdates.noteTracking(context, event)),
    noteReturnRequest: assign(({ context, event }) => factUpdates.noteReturnRequest(context, event)),
    noteRejection: assign(({ context, event }) => factUpdates.noteRejection(context, event)),

    // After-sale and minor flaw
    noteAfterSaleRequest: assign(({ context, event }) =>
      afterSaleUpdates.noteAfterSaleRequest(context, event),
    ),
    noteFlaw: assign(({ context, event }) => afterSaleUpdates.noteFlaw(context, event)),
    forgetOffer: assign(({ context }) => afterSaleUpdates.forgetOffer(context)),
    noteReturnNumber: assign(({ context, event }) => afterSaleUpdates.noteReturnNumber(context, event)),
    noteExchangeFreight: assign(({ context, event }) => settlement.noteExchangeFreight(context, event)),

    // Verdict
    adoptRuling: assign(({ context }, params: Adoption) => adoptRuling(context, params)),
    reopenVerdict: assign(({ context }) => reopenVerdict(context)),
    adoptAward: assign(({ context, event }) => adoptAward(context, event)),

    // Deadlines
    startDeadline: assign(({ context, event }, params: DeadlineStart) =>
      startDeadline(context, event, params),
    ),
    startDeadlineUntil: assign(
      ({ context, event }, params: { id: 'receipt' | 'nextWorkingDay'; mustAct: Party }) =>
        startDeadlineUntil(context, event, params),
    ),
    startCountdownAlert: assign(({ context, event }) => startCountdownAlert(context, event)),
    startTrackingStart: assign(({ context, event }) => startTrackingStart(context, event)),
    startNewDate: assign(({ context, event }) => startNewDate(context, event)),
    stopDeadline: assign(({ context }, params: { id: DeadlineName }) => stopDeadline(context, params)),

    // Settlement
    noteOutcome: assign(({ context }, { outcome }: { outcome: Outcome | null }) =>
      settlement.noteOutcome(context, outcome),
    ),
    noteResolution: assign(({ context, event }) =>
      settlement.noteOutcome(context, event.type === 'exception.resolved' ? event.outcome : null),
    ),
    noteCommitted: assign(({ context }, { committed }: { committed: boolean }) =>
      settlement.noteCommitted(context, committed),
    ),
    noteAgreed: assign(({ context, event }) => settlement.noteAgreed(context, event)),
    postRefund: assign(({ context, event }) => settlement.postRefund(context, event)),
    postPayment: assign(({ context, event }, { purpose }: { purpose: 'part' | 'concession' }) =>
      settlement.postPayment(context, event, purpose),
    ),
    noteReturnFreight: assign(({ context, event }) => settlement.noteReturnFreight(context, event)),
    noteCollectFreightPaid: assign(({ context }) => settlement.noteCollectFreightPaid(context)),
    postFreight: assign(({ context }) => settlement.postFreight(context)),
    noteSurcharge: assign(({ context, event }) => settlement.noteSurcharge(context, event)),
    postSurcharge: assign(({ context }) => settlement.postSurcharge(context)),
    postSurchargeBack: assign(({ context }) => settlement.postSurchargeBack(context)),
    openClaim: assign(({ context }) => settlement.openClaim(context)),
    forgoClaim: assign(({ context }) => settlement.forgoClaim(context)),
    noteClaimAmount: assign(({ context, event }) => settlement.noteClaimAmount(context, event)),
    noteClaimStatus: assign(({ context }, { status }: { status: Claim['status'] }) =>
      settlement.noteClaimStatus(context, status),
    ),
    noteTicket: assign(({ context }, { open }: { open: boolean }) => settlement.noteTicket(context, open)),
    noteUrge: assign(({ context }, { open }: { open: boolean }) => settlement.noteUrge(context, open)),
    noteAppeal: assign(({ context }) => settlement.noteAppeal(context)),
    postClaim: assign(({ context, event }) => settlement.postClaim(context, event)),
    postClaimRepayment: assign(({ context, event }) => settlement.postClaimRepayment(context, event)),
    postRefundRepayment: assign(({ context, event }) => settlement.postRefundRepayment(context, event)),
    releaseEscrow: assign(({ context }) => settlement.releaseEscrow(context)),
    countAttempt: assign(({ context }) => settlement.countAttempt(context)),

    // Effects and signals
    numberRequest: assign(({ context, event }) => numberRequest(context, event)),
    signal: raise(({ event }, { type }: { type: PlainSignal }) => ({ type, at: event.at }) as Signal),
    resolve: raise(
      ({ event }, { outcome }: { outcome: Outcome }): Signal => ({
        type: 'exception.resolved',
        at: event.at,
        outcome,
      }),
    ),
    becomeStale: raise(
      ({ event }): Signal => ({
        type: 'became.stale',
        at: event.at,
        lastUpdateAt: 'lastUpdateAt' in event ? event.lastUpdateAt : event.at,
      }),
    ),
  },
});

/** The title of a state. */
export function title(en: string, zh: string): StateMeta {
  return { title: { en, zh } };
}

/** Sends a signal to another region of the case. */
export function signal<Type extends PlainSignal>(type: Type) {
  return { type: 'signal', params: { type } } as const;
}

/** The exception ended without a loss, and this is how. */
export function resolves<Ended extends Outcome>(outcome: Ended) {
  return { type: 'resolve', params: { outcome } } as const;
}

/** Facts that follow from what happened. */
export function notes<Noted extends Facts>(facts: Noted) {
  return { type: 'noteFacts', params: facts } as const;
}

/** Starts a deadline and asks the host to wake the case when it lapses. */
export function starts(id: DeadlineStart['id'], mustAct: Party, since?: 'lastTracking') {
  return [
    { type: 'startDeadline', params: { id, mustAct, ...(since && { since }) } },
    ...request('scheduleDeadline', ({ deadlines }) => ({ deadline: running(deadlines, id) })),
  ] as const;
}

/** Stops a deadline. */
export function stops(id: DeadlineName) {
  return { type: 'stopDeadline', params: { id } } as const;
}

/** The guard of a lapse: the deadline runs and has ended. */
export function due(id: DeadlineName) {
  return { type: 'deadlineDue', params: { id } } as const;
}

/** The guard of what an after-sale request asks for. */
export function wishes<Wish extends FactValue<'afterSaleWish'>>(wish: Wish) {
  return { type: 'wishIs', params: { wish } } as const;
}

/** The guard of the way a parcel is on. */
export function goes<Way extends FactValue<'way'>>(way: Way) {
  return { type: 'wayIs', params: { way } } as const;
}

/** The deadline that was just started. */
export function running(deadlines: readonly Deadline[], id: DeadlineName): Deadline {
  return deadlines.find((deadline) => deadline.id === id) as Deadline;
}

/**
 * What a parcel under way waits for besides its arrival. Tracking that moves starts the clock anew; after a standstill
 * the courier is asked, the buyer is told and receipt is extended, and if the courier does not verify in time the
 * parcel counts as lost at `lost`.
 */
export function watches<Target extends string>(lost: Target) {
  return {
    'tracking.resumed': movesAgain,
    'courier.verified': movesAgain,
    'staleTracking.lapsed': {
      guard: due('staleTracking'),
      actions: [
        stops('staleTracking'),
        ...request('askParty', { party: 'courier', question: 'whereIsParcel' }),
        ...request('notifyBuyer', { notice: 'parcelLate' }),
        ...request('extendReceipt', {}),
        ...starts('courierVerification', 'courier'),
      ],
      meta: {
        cites: [
          derived(
            'afterSales',
            274,
            274,
            ['R-217', 'R-219', 'R-020'],
            'A parcel on a new way is one with tracking as well, and one that is late.',
          ),
        ],
      },
    },
    'courierVerification.lapsed': {
      guard: due('courierVerification'),
      target: lost,
      meta: { cites: [derived('afterSales', 274, 274, ['R-220'], 'The same two spans permit the claim.')] },
    },
  } as const;
}

const movesAgain = {
  guard: 'movesAgain',
  actions: [stops('courierVerification'), ...starts('staleTracking', 'courier')],
} as const;

/** The clocks of a parcel under way stop. */
export const stopsWatching = [stops('staleTracking'), stops('courierVerification')] as const;

type PlainSignal = Exclude<Signal['type'], 'exception.resolved' | 'became.stale'>;

/** Requests an effect: numbers it, then hands its data and key to the host. */
export function request<Name extends EffectName>(
  type: Name,
  params: EffectParams[Name] | ((context: CaseContext, event: MachineEvent) => EffectParams[Name]),
) {
  return [
    'numberRequest',
    {
      type,
      params: ({ context, event }: Args) => ({
        ...(typeof params === 'function' ? params(context, event) : params),
        key: requestKey(context),
      }),
    },
  ] as const;
}

/** Tells the buyer the waybill of the shipment that has just left. */
export const tellsNewWaybill = request('notifyBuyer', (_context, event) => ({
  notice: 'newWaybill',
  ...('waybill' in event && { waybill: event.waybill }),
}));
