import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent, CaseEventType } from '../domain/events.ts';
import type { FactName } from '../domain/facts.ts';
import { total } from '../domain/money.ts';
import type { FreightBearer, Payer } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import { elapsed, isBefore } from '../domain/time.ts';
import type { Citation } from '../policy/citation.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import type { CaseContext, MachineEvent } from './case-context.ts';

/** A condition of the flow that is no article: what must hold, and why, in words. */
export interface Condition<Params = undefined> {
  /** What must hold, as a sentence. */
  readonly title: Text;
  readonly cites?: readonly Citation[];
  readonly test: (context: CaseContext, event: MachineEvent, params: Params) => boolean;
}

function condition<Params = undefined>(
  en: string,
  zh: string,
  test: Condition<Params>['test'],
  ...cites: readonly Citation[]
): Condition<Params> {
  return { title: { en, zh }, test, ...(cites.length > 0 && { cites }) };
}

/** Freight of both ways that the buyer bears in the end, and what the buyer advanced, in fen. */
function buyersFreight({ verdict, outboundFreight, returnFreight }: CaseContext): {
  bears: number;
  advanced: number;
} {
  const ruling = verdict.freight?.ruling;
  return [
    { cost: outboundFreight, bearer: ruling?.outbound },
    { cost: returnFreight, bearer: ruling?.return },
  ].reduce(
    ({ bears, advanced }, { cost, bearer }) => {
      if (!cost) return { bears, advanced };
      const paid = cost.paidBy === 'buyer' ? cost.amount : 0;
      return { bears: bears + buyersShare(bearer, cost.amount, paid), advanced: advanced + paid };
    },
    { bears: 0, advanced: 0 },
  );
}

/** What the buyer bears of one line of freight, in fen. Of a cost that is halved, an odd fen is the merchant's. */
function buyersShare(bearer: FreightBearer | undefined, amount: number, paid: number): number {
  switch (bearer) {
    case 'buyer':
      return amount;
    case 'half':
      return Math.floor(amount / 2);
    case 'asPaid':
    case undefined:
      return paid;
    case 'merchant':
    case 'courier':
    case 'supplier':
      return 0;
  }
}

/** What the buyer owes for freight, in fen; negative if freight is owed to the buyer. */
export function freightOwedByBuyer(context: CaseContext): number {
  const { bears, advanced } = buyersFreight(context);
  return bears - advanced;
}

/**
 * What the merchant lost and can claim, in fen: the price, or what was agreed instead, and the freight the buyer does not
 * bear. Goods that came back sound are not lost.
 */
export function claimable(context: CaseContext): number {
  const { order, agreed, outboundFreight, returnFreight, verdict } = context;
  const freight = (outboundFreight?.amount ?? 0) + (returnFreight?.amount ?? 0);
  const goods = verdict.recourse?.limitedTo === 'freight' ? 0 : (agreed ?? order.paid);
  return goods + freight - buyersFreight(context).bears;
}

/** The conditions of the flow. Guards of the machines have these names; `explain` reads the titles. */
export const conditions = {
  // Facts and decisions
  addsFacts: condition(
    'The event establishes something new and contradicts nothing that is established.',
    '须补充新的事实，且不与已查明的事实相抵触。',
    ({ facts }, event) => {
      const entries = factsOf(event);
      return (
        entries.some(([name]) => facts[name] === undefined) &&
        entries.every(([name, value]) => facts[name] === undefined || facts[name] === value)
      );
    },
  ),
  correctsFacts: condition(
    'The event changes an established fact, and no remedy for the buyer is under way or done.',
    '须更正已查明的事实，且尚未开始对买家执行补救。',
    ({ facts, outcome, committed }, event) =>
      (outcome === null || outcome === 'declined') &&
      !committed &&
      factsOf(event).some(([name, value]) => facts[name] !== undefined && facts[name] !== value),
  ),
  deadlineDue: condition<{ id: DeadlineName }>(
    'The deadline is running and has ended.',
    '该期限正在计时且已届满。',
    ({ deadlines }, event, { id }) => {
      const deadline = deadlines.find((running) => running.id === id);
      return deadline !== undefined && !isBefore(event.at, deadline.dueAt);
    },
  ),
  payerIs: condition<{ payer: Payer }>(
    'The payer has been decided accordingly.',
    '已相应认定赔付方。',
    ({ verdict }, _event, { payer }) => verdict.payer?.ruling === payer,
  ),
  hasRecourse: condition(
    'Somebody can be held to account for what the merchant paid.',
    '商家有可追偿的对象。',
    ({ verdict, outcome }) =>
      verdict.recourse !== undefined &&
      verdict.recourse.ruling !== 'none' &&
      outcome !== 'delivered' &&
      outcome !== 'withdrawn',
  ),
  nothingOpen: condition(
    'No claim, no ticket and no question of recourse is open any more.',
    '追偿、工单与追偿对象认定均已了结。',
    ({ verdict, outcome, claim, ticketOpen }) => {
      if (ticketOpen || claim?.status === 'open') return false;
      if (verdict.payer?.ruling !== 'merchant' || outcome === 'delivered' || outcome === 'withdrawn')
        return true;
      return verdict.recourse?.ruling === 'none' || claim !== null;
    },
    assumed(
      'A case closes when the side of the buyer is final and notified, and the claim is settled.',
      'A-17',
      'R-048',
    ),
  ),
  negotiates: condition(
    'The supplier contests, so it must be negotiated.',
    '供应商有异议，须协商。',
    ({ verdict, outcome }) =>
      verdict.recourse?.ruling === 'negotiation' && outcome !== 'delivered' && outcome !== 'withdrawn',
  ),
  mayComplain: condition(
    'The buyer bears the loss and has not complained yet.',
    '由买家承担且尚未投诉。',
    ({ verdict, facts }) => verdict.payer?.ruling === 'buyer' && facts.complaint === 'no',
    stated('afterSales', 298, 298, 'R-102'),
  ),
  mayHelp: condition(
    'The buyer bears the loss, so the merchant may still help of its own will.',
    '由买家承担时，商家可自愿补救。',
    ({ verdict, facts }) => verdict.payer?.ruling === 'buyer' && facts.merchantGoodwill === 'no',
    assumed('A merchant may always do more than it must.', 'A-02', 'R-091'),
  ),
  freightOwedByBuyer: condition(
    'The buyer owes freight.',
    '买家应付运费。',
    (context) => context.verdict.freight !== undefined && freightOwedByBuyer(context) > 0,
  ),
  freightOwedToBuyer: condition(
    'Freight is owed to the buyer.',
    '应退买家运费。',
    (context) => context.verdict.freight !== undefined && freightOwedByBuyer(context) < 0,
  ),
  freightKnown: condition(
    'The bearer of the freight has been decided.',
    '已认定运费承担方。',
    ({ verdict }) => verdict.freight !== undefined,
  ),

  // Refusal
  reasonIsDamage: condition(
    'The reason of the refusal is damage.',
    '拒收原因为破损。',
    (_context, event) => 'reason' in event && event.reason === 'damaged',
    stated('afterSales', 274, 274, 'R-094'),
  ),
  refusedForDamage: condition(
    'The parcel was refused because of damage.',
    '因破损拒收。',
    ({ facts }) => facts.damageProof === 'shown',
    stated('refusal', 3, 3, 'R-056'),
  ),
  reasonKnown: condition(
    'The reason of the refusal is known.',
    '已知拒收原因。',
    ({ facts }) => facts.refusalReason !== undefined,
    stated('courier', 199, 199, 'R-064'),
    assumed('Recipient, then sender, then branch; a merchant may ask its customer at any time.', 'A-18'),
  ),
  refusedForFreight: condition(
    'The parcel was refused because of collect freight.',
    '因到付运费拒收。',
    ({ facts }) => facts.refusalReason === 'collectFreight',
    stated('courier', 177, 179, 'R-078', 'R-079'),
  ),
  attemptsLeft: condition(
    'Another delivery attempt is left; the delivery that was refused was the first.',
    '派送次数未用完，被拒收的一次计为首次。',
    ({ attempts, policy }) => attempts + 1 < policy.deliveryAttempts,
    assumed('Two is the only figure in the guides.', 'A-20', 'R-077', 'R-182'),
  ),

  // Recipient and papers
  paymentAttemptsLeft: condition(
    'The recipient may be asked to pay once more.',
    '尚可再次派送收款。',
    ({ attempts, policy }) => attempts + 1 < policy.paymentAttempts,
    stated('courier', 210, 210, 'R-189'),
  ),
  letterComplete: condition(
    'The letter is stamped, signed and verified with the sender.',
    '确认函须盖章、签字并与寄件人核实。',
    (_context, event) =>
      'verifiedWithSender' in event && event.stamped && event.signed && event.verifiedWithSender,
    stated('courier', 173, 173, 'R-193'),
    stated('courier', 195, 195, 'R-203'),
  ),

  // Tracking
  isStale: condition(
    'The last tracking update is older than the limit and no force majeure explains it.',
    '物流停滞超过期限且无不可抗力。',
    ({ facts, policy }, event) =>
      'lastUpdateAt' in event &&
      facts.forceMajeure === 'no' &&
      elapsed(event.lastUpdateAt, event.at) > policy.staleTracking,
    stated('afterSales', 274, 274, 'R-217', 'R-221'),
  ),
  hasStandstill: condition(
    'The last tracking update does not lie in the future.',
    '最后更新时间不得晚于当前时间。',
    (_context, event) => 'lastUpdateAt' in event && !isBefore(event.at, event.lastUpdateAt),
  ),

  // Dropship returns
  isLogistics: condition(
    'The reason is delay, damage or loss on the way, so nothing is sent back.',
    '因物流问题，无须寄回。',
    ({ facts }) => facts.returnReason === 'logistics',
    derived('dropship', 23, 23, ['R-329'], 'The guide settles with the courier and has nothing sent back.'),
  ),
  goodsCameBack: condition(
    'The goods have come back and were found in order.',
    '货物已退回且验货符合。',
    ({ facts }) => facts.requestMatchesRecord === 'yes' && facts.returnCondition === 'met',
    derived('dropship', 35, 37, ['R-333', 'R-335'], 'Goods are sent back once, before the decision.'),
  ),

  // Delivery area
  bearsSurcharge: condition(
    'The one who consents is the one who bears the surcharge.',
    '须由附加费承担方本人同意。',
    ({ verdict }, event) => 'by' in event && event.by === verdict.surcharge?.ruling,
    assumed('No transfer starts without the recorded consent of the bearer.', 'A-09'),
  ),
  noSurcharge: condition(
    'The proposal costs nothing extra.',
    '无附加费。',
    ({ surcharge }) => surcharge === 0,
  ),

  sentAgain: condition(
    'The parcel came back and the buyer has not chosen a remedy yet.',
    '包裹已退回且买家尚未选择补救方式。',
    ({ facts, deadlines }) =>
      facts.areaFinding !== 'atDispatch' && deadlines.some(({ id }) => id === 'buyerChoice'),
    stated('afterSales', 192, 192, 'R-164'),
  ),

  // What the buyer gets
  reshipPossible: condition(
    'The goods are in stock.',
    '须有货可补发。',
    ({ facts }) => facts.stock === 'yes',
    assumed('The buyer chooses among what the merchant can do.', 'A-10', 'R-123'),
  ),
  partReplaceable: condition(
    'One part is damaged and can be bought separately.',
    '损坏的是可单独购买的部件。',
    ({ facts }) => facts.damageExtent === 'replaceablePart',
    stated('afterSales', 298, 298, 'R-103'),
  ),
  refundable: condition(
    'More than a compensation is due: a delay, and a complaint under a policy of part of the price, are only compensated.',
    '须不止补偿：延误以及政策为部分补偿的投诉，只作补偿，不退款。',
    ({ verdict }) => verdict.payer?.limitedTo !== 'compensation',
    derived('courier', 136, 140, ['R-230'], 'The courier gives something such as a coupon.'),
    assumed('How far a complaint is met is the policy of the merchant.', 'A-02', 'R-102'),
  ),
  goodsWereOut: condition(
    'The buyer did not have the goods yet when the case was decided.',
    '认定责任时买家尚未收到货物。',
    ({ verdict, facts }) =>
      verdict.payer?.limitedTo !== 'compensation' &&
      !(facts.damageProof === 'shown' && facts.signedBy !== 'nobody') &&
      (facts.returnReason === undefined || facts.returnReason === 'logistics'),
  ),
  withinPaid: condition(
    'The amount is more than 0 and no more than the buyer paid.',
    '金额须大于 0 且不超过买家实付。',
    ({ order }, event) => 'amount' in event && event.amount > 0 && event.amount <= order.paid,
  ),
  refundIsWhole: condition(
    'The refund is exactly what the buyer paid for the goods.',
    '退款须等于买家实付货款。',
    ({ order }, event) => 'amount' in event && event.amount === order.paid,
    stated('refusal', 25, 25, 'R-070'),
  ),
  amountAgreed: condition(
    'The amount is exactly what was agreed.',
    '金额须与约定一致。',
    ({ agreed }, event) => 'amount' in event && event.amount === agreed,
  ),
  gotSomething: condition(
    'The buyer already received a refund or a replacement.',
    '买家已获退款或补发。',
    ({ outcome }) => outcome === 'refunded' || outcome === 'reshipped' || outcome === 'exchanged',
  ),
  nothingGiven: condition(
    'The buyer was told that nothing is owed.',
    '已告知买家不予补救。',
    ({ outcome }) => outcome === 'declined',
  ),
  isCommitted: condition(
    'A payment or shipment to the buyer is under way or done.',
    '对买家的付款或补发已在进行或完成。',
    ({ committed }) => committed,
  ),
  repaysRefund: condition(
    'The amount is exactly the refund.',
    '金额须等于已退款额。',
    ({ postings }, event) =>
      'amount' in event && event.amount === total(postings, 'refund') && event.amount > 0,
  ),
  noReturnFreightYet: condition(
    'No return freight is recorded yet.',
    '尚未登记退货运费。',
    ({ returnFreight }) => returnFreight === null,
  ),

  // Recovery
  withinLoss: condition(
    'The claim is more than 0 and no more than what was lost.',
    '索赔金额须大于 0 且不超过损失。',
    (context, event) => 'amount' in event && event.amount > 0 && event.amount <= claimable(context),
  ),
  withinClaim: condition(
    'The amount is more than 0 and no more than the claim.',
    '金额须大于 0 且不超过索赔额。',
    ({ claim }, event) =>
      'amount' in event && claim !== null && event.amount > 0 && event.amount <= claim.amount,
  ),
  paysClaim: condition(
    'The amount is exactly what was accepted.',
    '金额须与认赔额一致。',
    ({ claim }, event) => 'amount' in event && event.amount === claim?.amount,
  ),
  repaysClaim: condition(
    'The amount is exactly the compensation received.',
    '金额须等于已收赔款。',
    ({ postings }, event) =>
      'amount' in event && event.amount === total(postings, 'claim') && event.amount > 0,
  ),
  appealLeft: condition(
    'The claim was not appealed before.',
    '此前未申诉过。',
    ({ claim }) => claim !== null && claim.appeals === 0,
  ),

  // Receipt
  extendsReceipt: condition(
    'The new date is later than the current one.',
    '新的收货期限须晚于当前期限。',
    ({ deadlines }, event) => {
      const current = deadlines.find(({ id }) => id === 'receipt');
      return 'until' in event && current !== undefined && isBefore(current.dueAt, event.until);
    },
    stated('afterSales', 272, 272, 'R-020'),
  ),
  hasReceiptDate: condition(
    'The order has a date on which receipt is confirmed automatically.',
    '订单有自动确认收货日期。',
    ({ order }) => order.receiptDueAt !== undefined,
  ),
} as const;

/** The name of a condition. */
export type ConditionName = keyof typeof conditions;

function factsOf(event: MachineEvent): [FactName, string][] {
  return 'facts' in event
    ? (Object.entries((event as CaseEvent<'facts.established'>).facts) as [FactName, string][])
    : [];
}

/** Whether an event from outside has the type. */
export function isEvent<Type extends CaseEventType>(
  event: { type: string },
  type: Type,
): event is CaseEvent<Type> {
  return event.type === type;
}
