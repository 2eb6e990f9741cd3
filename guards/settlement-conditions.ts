import { total } from '../domain/money.ts';
import { isBefore } from '../domain/time.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import { condition } from './condition.ts';
import { claimable } from './freight-share.ts';

/** Conditions on what the buyer gets, on claims, and on the confirmation of receipt. */
export const settlementConditions = {
  // What the buyer gets
  reshipPossible: condition(
    'The goods are in stock.',
    '须有货可补发。',
    ({ facts }) => facts.stock === 'yes',
    assumed('The buyer chooses among what the merchant can do.', 'A-10', 'R-123'),
  ),
  partReplaceable: condition(
    'The damage is shown to be of one part that can be bought separately.',
    '有凭证表明损坏的是可单独购买的部件。',
    ({ facts }) => facts.damageExtent === 'replaceablePart' && facts.damageProof === 'shown',
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
  freightShared: condition(
    'The buyer received a remedy and the bearer of the freight has been decided, so freight was shared.',
    '买家已获补救且运费承担方已认定，运费已结算。',
    ({ outcome, verdict }) =>
      verdict.freight !== undefined &&
      ['refunded', 'reshipped', 'exchanged', 'partPaid', 'compensated'].includes(outcome ?? ''),
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
} as const;
