import type { FactValue } from '../domain/facts.ts';
import { balance } from '../domain/money.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import { nextToAsk } from '../policy/decide.ts';
import type { Policy } from '../policy/parameters.ts';
import { isGranted, requestFinding } from './after-sale-request.ts';
import { condition } from './condition.ts';

/** Conditions on after-sale requests and on minor flaws. */
export const afterSaleConditions = {
  // After-sale
  wishFits: condition(
    'What the buyer asks for fits the reason: without a reason nothing can be sent or compensated.',
    '诉求须与原因相符：无理由只能退货或换货。',
    (_context, event) =>
      event.type === 'afterSale.requested' &&
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
} as const;

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
