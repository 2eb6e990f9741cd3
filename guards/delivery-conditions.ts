import { surchargeOf } from '../domain/money.ts';
import { elapsed, isBefore } from '../domain/time.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import type { Policy } from '../policy/parameters.ts';
import type { CaseContext } from './case-context.ts';
import { condition } from './condition.ts';
import { regionOf } from './region.ts';

/** Conditions on goods that do not leave, parcels that stand still, and trouble at the door. */
export const deliveryConditions = {
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

  surchargePaid: condition(
    'The postage above the free weight has been paid.',
    '超重邮费已支付。',
    ({ postings }) => surchargeOf(postings) > 0,
    derived('afterSales', 130, 134, ['R-208'], 'It is paid once.'),
  ),

  // Standing still
  dutyNotPaid: condition(
    'No duty has been paid yet.',
    '尚未缴税。',
    ({ postings }) => surchargeOf(postings) === 0,
    assumed('The party that owes the duty pays it, once.', 'A-44', 'R-239'),
  ),
  leavesLater: condition(
    'The goods are still to leave; what has left already is a question to the courier.',
    '货物尚未发出；已发出的向快递核实。',
    (_context, event) => 'shipsAt' in event && isBefore(event.at, event.shipsAt),
    stated('afterSales', 218, 222, 'R-210', 'R-211'),
  ),
  hasShipped: condition(
    'The order was shipped already.',
    '订单已发货，发货时间不得晚于当前时间。',
    (_context, event) => 'shippedAt' in event && !isBefore(event.at, event.shippedAt),
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

  movesAgain: condition(
    'The parcel moved after its tracking was last looked at, or the courier is being asked where it is.',
    '须有新的物流动态，或正在向快递核实。',
    ({ deadlines }, event) =>
      deadlines.some(({ id }) => id === 'courierVerification') ||
      deadlines.every(({ id, from }) => id !== 'staleTracking' || isBefore(from, event.at)),
    derived('afterSales', 274, 274, ['R-217'], 'The same report twice is no new movement.'),
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
} as const;

// Helpers

/** Normal delivery to where an order goes, in milliseconds. */
function normalTransit(order: CaseContext['order'], policy: Policy): number {
  const region = regionOf(order, policy, policy.transitRemote);
  if (region === 'jzh') return policy.normalTransitJzh;
  return region === 'remote' ? policy.normalTransitRemote : policy.normalTransitOther;
}
