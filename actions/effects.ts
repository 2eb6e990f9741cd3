import type { Deadline } from '../domain/deadlines.ts';
import type { FactName } from '../domain/facts.ts';
import type { Fen, PostingPurpose } from '../domain/money.ts';
import type { Party } from '../domain/parties.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';

/** What the merchant, the courier or another party is asked. */
export type Question =
  | 'refusalReason'
  | 'disposition'
  | 'goodsDescription'
  | 'confirmLoss'
  | 'signatureState'
  | 'pickupOrTransfer'
  | 'waitOrReturn'
  | 'courierChoice'
  | 'consentToTransfer'
  | 'consentToSurcharge'
  | 'returnAddress'
  | 'remedyChoice'
  | 'stopRefund'
  | 'stock'
  | 'alternative'
  | 'excessPostage'
  | 'agreement'
  | 'warehouse'
  | 'whereIsParcel'
  | 'whyReturning'
  | 'duty'
  | 'ticketObstacle'
  | 'recipientData'
  | 'payment'
  | 'deliveryTime'
  | 'hastenReceiving'
  | 'freightTerm'
  | 'letter'
  | 'weight'
  | 'itemisedFee'
  | 'returnOfSurplus'

  // After-sale
  | 'guideUse'
  | 'approval'
  | 'testOfGoods'
  | 'recordReview'
  | 'returnInstead'
  | 'exchangeFreight'
  | 'rejectRefund'
  | 'settlementByHand'

  // Minor flaw
  | 'discount'
  | 'acceptDiscount'
  | 'exchangeOrReturn'
  | 'returnAndReorder';

/** What the courier is told to do. */
export type Instruction =
  | 'redeliver'
  | 'deliverWithInspection'
  | 'returnToSender'
  | 'secureGoods'
  | 'photographSource'
  | 'searchBranch'
  | 'searchCentre'
  | 'verifyTracking'
  | 'forward'
  | 'correctHeading'
  | 'deliverOnWorkingDay'
  | 'changeAddress'
  | 'retrieve'
  | 'transfer'
  | 'collectFreight'
  | 'recallReplacement'
  | 'registerChange'
  | 'pickUp'
  | 'photographScale';

/** What the buyer is told. Notices carry facts of the case only. */
export type Notice =
  | 'refusalBeingHandled'
  | 'inspectFirst'
  | 'goodsContaminated'
  | 'searchUnderWay'
  | 'lossConfirmed'
  | 'parcelFound'
  | 'returnFound'
  | 'parcelLate'
  | 'forceMajeure'
  | 'serviceSuspended'
  | 'noAutomaticConfirmation'
  | 'pickupPlace'
  | 'newWaybill'
  | 'returnInstructions'
  | 'callCourier'
  | 'newDate'
  | 'outOfStock'
  | 'customsHold'
  | 'deliveryArranged'
  | 'result'

  // After-sale
  | 'furtherHelp'
  | 'localTest'
  | 'mayComplain'
  | 'enterReturnNumber'
  | 'refundRejected'
  | 'applicationClosed'

  // Minor flaw
  | 'flawCareTips';

/** What a host is asked to do: one effect by name, its data, and the `key` that makes doing it twice harmless. */
export interface EffectParams {
  /** Ask a party for facts. */
  requestEvidence: { readonly from: Party; readonly facts: readonly FactName[] };
  /** Ask a party a question whose answer is an event. */
  askParty: {
    readonly party: Party;
    readonly question: Question;
    /** Couriers to choose from, in order. */
    readonly couriers?: readonly string[];
  };
  /** Tell the courier what to do. */
  instructCourier: { readonly instruction: Instruction; readonly amount?: Fen };
  /** Tell the buyer something. `waybill` is that of a new shipment, `address` where a return goes. */
  notifyBuyer: { readonly notice: Notice; readonly waybill?: string; readonly address?: string };
  /** Pay the price back, `amount` fen, out of `from`. */
  refundBuyer: { readonly amount: Fen; readonly from: 'escrow' | 'merchant' | 'courier' };
  /** Pay the buyer `amount` fen. */
  payBuyer: { readonly amount: Fen; readonly purpose: PostingPurpose; readonly from: 'merchant' | 'courier' };
  /** Collect `amount` fen from the buyer. */
  collectFromBuyer: { readonly amount: Fen; readonly purpose: PostingPurpose };
  /** Send the goods again. */
  shipReplacement: Readonly<Record<never, never>>;
  /** Print a new label, mark the order and tell the colleague on duty. */
  relabel: Readonly<Record<never, never>>;
  /** File a claim of `amount` fen. */
  fileClaim: { readonly against: 'courier' | 'supplier'; readonly amount: Fen };
  /** Press a claim that was not answered. */
  escalateClaim: { readonly against: 'courier' | 'supplier'; readonly amount: Fen };
  /** Withdraw a claim. */
  withdrawClaim: { readonly against: 'courier' | 'supplier'; readonly amount: Fen };
  /** Have the goods sent to the merchant, whose they now are. */
  recallGoods: Readonly<Record<never, never>>;
  /** Postpone the automatic confirmation of receipt. */
  extendReceipt: Readonly<Record<never, never>>;
  /** Wake the case when the deadline lapses. */
  scheduleDeadline: { readonly deadline: Deadline };
  /** Put the case before a human. */
  askHuman: {
    readonly reason:
      | 'arbitration'
      | 'conflict'
      | 'silent'
      | 'ticketOverdue'
      | 'reshipmentLate'
      | 'largeDiscount'
      | 'longWait'
      | 'returnMissing'
      | 'shippingJudgement';
  };
}

/** The name of an effect. */
export type EffectName = keyof EffectParams;

/** The names of all effects. */
export const effectNames = [
  'requestEvidence',
  'askParty',
  'instructCourier',
  'notifyBuyer',
  'refundBuyer',
  'payBuyer',
  'collectFromBuyer',
  'shipReplacement',
  'relabel',
  'fileClaim',
  'escalateClaim',
  'withdrawClaim',
  'recallGoods',
  'extendReceipt',
  'scheduleDeadline',
  'askHuman',
] as const satisfies readonly EffectName[];

/** An effect as a host receives it. `key` is `caseId:seq:index`, the same on every replay. */
export type Effect<Name extends EffectName = EffectName> = Name extends EffectName
  ? { readonly type: Name; readonly params: EffectParams[Name] & { readonly key: string } }
  : never;

/** Numbers the next effect: the next number for a new instant, the next place within the same one. */
export function numberRequest({ requests }: CaseContext, { at }: MachineEvent): Partial<CaseContext> {
  const { seq, index } = requests;
  return { requests: requests.at === at ? { seq, index: index + 1, at } : { seq: seq + 1, index: 0, at } };
}

/** The key of the effect that was numbered last. */
export function requestKey({ caseId, requests }: CaseContext): string {
  return `${caseId}:${requests.seq}:${requests.index}`;
}
