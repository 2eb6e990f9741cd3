import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent, CaseEventType } from '../domain/events.ts';

import type { FactName, Facts, FactValue } from '../domain/facts.ts';
import { balance, total } from '../domain/money.ts';
import type { FreightBearer, Payer } from '../domain/parties.ts';

import type { Text } from '../domain/text.ts';
import { elapsed, isBefore } from '../domain/time.ts';
import type { Citation } from '../policy/citation.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import { nextToAsk } from '../policy/decide.ts';
import type { Policy } from '../policy/parameters.ts';
import { isGranted, requestFinding } from './after-sale-request.ts';
import type { CaseContext, MachineEvent } from './case-context.ts';
import { regionOf } from './region.ts';

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
    ({ facts }, event) => addsTo(facts, event),
  ),
  answersQuestion: condition<{ facts: readonly FactName[] }>(
    'The event establishes something new of what is being weighed, and contradicts nothing that is established.',
    '须补充与当前认定有关的新事实，且不与已查明的事实相抵触。',
    ({ facts }, event, { facts: weighed = [] }) =>
      addsTo(facts, event) &&
      factsOf(event).some(([name]) => facts[name] === undefined && weighed.includes(name)),
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
    ({ verdict, outcome, claim, ticketOpen, urgeOpen }) => {
      if (ticketOpen || urgeOpen || claim?.status === 'open') return false;
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

  // Urge-to-ship tickets
  claimsExemption: condition(
    'The reason given is that the area is exempt.',
    '答复理由为免责地区。',
    (_context, event) => event.type === 'urge.answered' && event.reason === 'exemptArea',
    stated('workOrder', 57, 58, 'R-314'),
  ),

  // Duty to ship
  overweightOrder: condition(
    'The order is too heavy for free shipping, not out of stock.',
    '订单包邮超重，而非缺货。',
    ({ facts }) => facts.shippingTrouble === 'overweight',
    stated('afterSales', 124, 124, 'R-304'),
  ),

  // Standing still
  leavesLater: condition(
    'The goods are still to leave; what has left already is a question to the courier.',
    '货物尚未发出；已发出的向快递核实。',
    (_context, event) => 'shipsAt' in event && isBefore(event.at, event.shipsAt),
    stated('afterSales', 218, 222, 'R-210', 'R-211'),
  ),
  stalledTooLong: condition(
    'Tracking began longer ago than the limit.',
    '首条物流已超过查询时限。',
    ({ policy }, event) =>
      'trackedSince' in event && elapsed(event.trackedSince, event.at) > policy.stalledTracking,
    stated('afterSales', 232, 238, 'R-212'),
  ),
  stuckTooLong: condition(
    'Out for delivery longer than the limit.',
    '派件中已超过查询时限。',
    ({ policy }, event) =>
      'outSince' in event && elapsed(event.outSince, event.at) > policy.stuckOutForDelivery,
    stated('afterSales', 244, 244, 'R-213'),
  ),
  laterThanNormal: condition(
    'The delivery takes longer than is normal for the region.',
    '已超过该地区正常时效。',
    ({ policy, order }, event) =>
      'shippedAt' in event && elapsed(event.shippedAt, event.at) > normalTransit(order, policy),
    stated('afterSales', 274, 274, 'R-214', 'R-215', 'R-216'),
  ),

  // Recipient and papers
  recipientDataWrong: condition(
    'The recipient data are wrong, not the recipient absent.',
    '收件信息有误，而非收件人不在。',
    ({ facts }) => facts.recipientTrouble === 'dataWrong',
    stated('courier', 160, 160, 'R-244'),
  ),
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

  mayClaimDelay: condition(
    'The parcel came late, and nothing was demanded for it yet.',
    '包裹晚到且尚未要求补偿。',
    ({ verdict, facts }) =>
      (verdict.payer?.article === 'MIS-2' || verdict.payer?.article === 'STS-2') && facts.delayClaim === 'no',
    stated('courier', 136, 140, 'R-230'),
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
    ({ facts }) =>
      facts.goodsBack === 'yes' || (facts.requestMatchesRecord === 'yes' && facts.returnCondition === 'met'),
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

  // After-sale
  wishFits: condition(
    'What the buyer asks for fits the reason: without a reason nothing can be sent or compensated.',
    '诉求须与原因相符：无理由只能退货或换货。',
    (_context, event) =>
      isEvent(event, 'afterSale.requested') &&
      (event.reason !== 'noReason' || event.wish === 'return' || event.wish === 'exchange'),
  ),
  wishIs: condition<{ wish: FactValue<'afterSaleWish'> }>(
    'The buyer asks for exactly that.',
    '买家诉求与此相符。',
    ({ facts }, _event, { wish }) => facts.afterSaleWish === wish,
  ),
  wishNeedsStock: condition(
    'The buyer asks for goods to be sent.',
    '买家要求换货或补发。',
    ({ facts }) => facts.afterSaleWish === 'exchange' || facts.afterSaleWish === 'reship',
  ),
  useUnknown: condition(
    'A defect is reported and the use has not been looked at.',
    '反映质量问题且尚未了解使用情况。',
    ({ facts }) => facts.afterSaleReason === 'qualityDefect' && facts.misuse === undefined,
    stated('afterSales', 302, 308, 'R-263'),
  ),
  requestNeedsEvidence: condition(
    'Somebody can still be asked for what the request rests on.',
    '申请的依据尚可向当事方核实。',
    (context) => {
      const finding = requestFinding(context);
      return finding.kind === 'pending' && nextToAsk(finding.missing) !== null;
    },
    stated('afterSales', 194, 194, 'R-260'),
    stated('afterSales', 25, 25, 'R-255'),
  ),
  defectNeedsTest: condition(
    'No usable photo shows the defect, so a test has to.',
    '无有效照片，须检测确认。',
    ({ facts }) =>
      facts.afterSaleReason === 'qualityDefect' &&
      facts.goodsProof === 'missing' &&
      facts.qualityTest === undefined,
    stated('afterSales', 308, 308, 'R-264'),
  ),
  requestUnfounded: condition(
    'No article grants the request, however the goods look when they come back.',
    '无论退货状况如何，均无条款支持该申请。',
    (context) => {
      const finding = requestFinding(context);
      return finding.kind !== 'pending' && !isGranted(finding);
    },
    stated('afterSales', 258, 258, 'R-289', 'R-290'),
  ),
  tradeSucceeded: condition(
    'The trade is successful: the payment has left escrow.',
    '交易已成功，货款已放款。',
    ({ postings, order }) => balance(postings, 'escrow') < order.paid,
    stated('afterSales', 200, 200, 'R-291'),
  ),
  refundsBySystem: condition(
    'A refund is asked for and the payment is still held: the system refunds.',
    '申请退款且货款仍在担保：由系统退款。',
    ({ facts, postings, order }) =>
      facts.afterSaleWish === 'return' && balance(postings, 'escrow') >= order.paid,
    derived('afterSales', 200, 200, ['R-291', 'R-292'], 'After success the merchant pays by itself.'),
  ),
  mayHalveFreight: condition(
    'A normal price item goes back for personal reasons, and the freight is neither shared nor decided yet.',
    '正价商品因个人原因退换，且运费尚未约定或认定。',
    ({ facts, verdict }) =>
      facts.afterSaleReason === 'noReason' &&
      facts.priceClass === 'normal' &&
      facts.freightConcession === 'no' &&
      verdict.freight === undefined,
    assumed('Half is a concession that is agreed and noted; a special price is not shared.', 'A-08', 'R-286'),
  ),
  goodsAreBack: condition(
    'The goods are back with the merchant.',
    '商家已收到退货。',
    ({ facts }) => facts.goodsBack === 'yes',
  ),
  wearUnknown: condition(
    'An exchange for personal reasons, and nobody said whether the goods were worn.',
    '个人原因换货且未说明是否穿洗。',
    ({ facts }) =>
      facts.afterSaleWish === 'exchange' &&
      facts.afterSaleReason === 'noReason' &&
      facts.goodsUnworn === undefined,
    stated('afterSales', 196, 196, 'R-281'),
  ),
  goodsWorn: condition(
    'An exchange for personal reasons of goods that were washed or worn.',
    '个人原因换货但商品已洗或已穿。',
    ({ facts }) =>
      facts.afterSaleWish === 'exchange' &&
      facts.afterSaleReason === 'noReason' &&
      facts.goodsUnworn === 'no',
    stated('afterSales', 196, 196, 'R-281'),
  ),
  stockUnknown: condition(
    'Nobody said whether the goods are in stock.',
    '尚未确认是否有货。',
    ({ facts }) => facts.stock === undefined,
    stated('afterSales', 196, 196, 'R-282'),
  ),
  outOfStock: condition(
    'The goods are not in stock.',
    '无货。',
    ({ facts }) => facts.stock === 'no',
    stated('afterSales', 196, 196, 'R-282'),
  ),
  buyerPaysFirst: condition(
    'An exchange for personal reasons: the buyer pays the way out first.',
    '个人原因换货：买家先补运费。',
    ({ facts }) => facts.afterSaleWish === 'exchange' && facts.afterSaleReason === 'noReason',
    stated('afterSales', 262, 262, 'R-284'),
  ),
  paysFreight: condition(
    'The amount is more than 0.',
    '金额须大于 0。',
    (_context, event) => 'amount' in event && event.amount > 0,
  ),
  returnNeedsInspection: condition(
    'The return depends on the state of the goods.',
    '退货须符合商品状况条件。',
    ({ facts }) => facts.afterSaleReason === 'noReason',
    stated('afterSales', 308, 308, 'R-278'),
  ),
  returnInspected: condition(
    'The merchant has inspected the goods.',
    '商家已验货。',
    ({ facts }) => facts.returnCondition !== undefined,
  ),
  refundDue: condition(
    'The buyer asked for a refund, and the goods are back or the countdown ended.',
    '买家申请退款，且退货已到或倒计时届满。',
    ({ facts }) =>
      facts.afterSaleWish === 'return' && (facts.goodsBack === 'yes' || facts.countdownEnded === 'yes'),
    stated('afterSales', 200, 200, 'R-291'),
    stated('afterSales', 258, 258, 'R-295'),
  ),
  exchangeDue: condition(
    'The buyer asked for an exchange, and the goods are back.',
    '买家申请换货，且退货已到。',
    ({ facts }) => facts.afterSaleWish === 'exchange' && facts.goodsBack === 'yes',
    stated('afterSales', 262, 262, 'R-284'),
  ),
  reshipDue: condition(
    'The buyer asked for the goods that were bought, and they are in stock.',
    '买家要求补发所购商品，且有货。',
    ({ facts }) => facts.afterSaleWish === 'reship' && facts.stock === 'yes',
    stated('afterSales', 142, 142, 'R-259'),
  ),
  compensationDue: condition(
    'The buyer asked for a compensation, and the amount is agreed.',
    '买家要求补偿，且金额已商定。',
    ({ facts, agreed }) => facts.afterSaleWish === 'compensation' && agreed !== null,
    stated('afterSales', 27, 27, 'R-256'),
  ),

  // Minor flaw
  inFlawBand: condition(
    'The discount lies in the band of the region and is no more than what was paid.',
    '优惠须在该地区区间内且不超过实付。',
    ({ facts, policy, order }, event) => {
      if (!('amount' in event)) return false;
      const { from, to } = flawBand(facts.region, policy);
      return event.amount >= Math.min(from, order.paid) && event.amount <= Math.min(to, order.paid);
    },
    stated('afterSales', 154, 158, 'R-268', 'R-269', 'R-270'),
    assumed('The caps are 5, 10 and below 15 yuan.', 'A-24'),
  ),
  aboveFlawBand: condition(
    'The buyer demands more than the band of the region allows.',
    '要求金额超出该地区优惠上限。',
    ({ facts, policy }, event) => 'amount' in event && event.amount > flawBand(facts.region, policy).to,
    stated('afterSales', 154, 158, 'R-268', 'R-269', 'R-270'),
  ),
  regionIs: condition<{ region: FactValue<'region'> }>(
    'The buyer lives there.',
    '买家位于该地区。',
    ({ facts }, _event, { region }) => facts.region === region,
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
      (facts.returnReason === undefined || facts.returnReason === 'logistics') &&
      facts.afterSaleReason === undefined,
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
    'The buyer has not received anything.',
    '尚未对买家执行补救。',
    ({ outcome }) => outcome === 'declined' || outcome === 'delivered',
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

/** The discounts, in fen, that may be offered for a minor flaw in a region, both ends included. */
export function flawBand(
  region: FactValue<'region'> | undefined,
  policy: Policy,
): { from: number; to: number } {
  switch (region) {
    case 'jzh':
      return { from: policy.flawFloorJzh, to: policy.flawCapJzh };
    case 'remote':
      return { from: 1, to: policy.flawCapRemote - 1 };
    default:
      return { from: policy.flawFloorOther, to: policy.flawCapOther };
  }
}

function addsTo(facts: Facts, event: MachineEvent): boolean {
  const entries = factsOf(event);
  return (
    entries.some(([name]) => facts[name] === undefined) &&
    entries.every(([name, value]) => facts[name] === undefined || facts[name] === value)
  );
}

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

/** Normal delivery to where an order goes, in milliseconds. */
function normalTransit(order: CaseContext['order'], policy: Policy): number {
  const region = regionOf(order, policy, policy.transitRemote);
  if (region === 'jzh') return policy.normalTransitJzh;
  return region === 'remote' ? policy.normalTransitRemote : policy.normalTransitOther;
}
