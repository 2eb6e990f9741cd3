import type { FactValue } from '../domain/facts.ts';
import { elapsed, isBefore } from '../domain/time.ts';
import { assumed, derived, stated } from '../policy/citation.ts';
import { condition } from './condition.ts';

/** Conditions on what happened to the parcel: refused, standing still, sent back, outside the area. */
export const exceptionConditions = {
  // Refusal
  reasonIsDamage: condition(
    'The reason of the refusal is damage.',
    '拒收原因为破损。',
    (_context, event) => 'reason' in event && event.reason === 'damaged',
    stated('afterSales', 274, 274, 'R-094'),
  ),
  reasonIsOther: condition(
    'The parcel was refused for another reason than damage, and no damage has been shown so far.',
    '因破损以外的原因拒收，且尚无破损凭证。',
    ({ facts }, event) =>
      'reason' in event &&
      event.reason !== undefined &&
      event.reason !== 'damaged' &&
      facts.damageProof !== 'shown' &&
      facts.damageKind !== 'contaminated',
    stated('courier', 199, 200, 'R-064', 'R-065'),
    stated('courier', 243, 244, 'R-080'),
    assumed('A warning shows no damage yet; damage that is shown goes before the refusal.', 'A-50'),
  ),
  refusedForDamage: condition(
    'The parcel was refused because of damage.',
    '因破损拒收。',
    ({ facts }) => facts.damageProof === 'shown',
    stated('refusal', 3, 3, 'R-056'),
  ),
  turnsOutDamaged: condition(
    'Damage is shown, and no remedy for the buyer is under way or done.',
    '已有破损凭证，且尚未对买家执行补救。',
    ({ facts, outcome, committed }) =>
      facts.damageProof === 'shown' && (outcome === null || outcome === 'declined') && !committed,
    stated('refusal', 13, 13, 'R-068'),
    stated('afterSales', 274, 274, 'R-095'),
    assumed('Damage goes before a refusal, whenever it is shown.', 'A-50'),
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
  collectFreightDue: condition(
    'The freight is to be paid at the door, and nobody has paid it yet.',
    '运费到付且尚未支付。',
    ({ order, outboundFreight }) => order.freightTerm === 'collect' && outboundFreight === null,
    stated('courier', 177, 179, 'R-078', 'R-079'),
  ),
  attemptsLeft: condition(
    'Another delivery attempt is left; the delivery that was refused was the first.',
    '派送次数未用完，被拒收的一次计为首次。',
    ({ attempts, policy }) => attempts + 1 < policy.deliveryAttempts,
    assumed('Two is the only figure in the guides.', 'A-20', 'R-077', 'R-182'),
  ),

  // The way back
  goesBack: condition(
    'The parcel is on the way back.',
    '包裹正在退回途中。',
    ({ facts }) => facts.way !== 'toBuyer',
    stated('refusal', 99, 99, 'R-074'),
    stated('dropship', 33, 35, 'R-332', 'R-333'),
  ),
  wayIs: condition<{ way: FactValue<'way'> }>(
    'The parcel is on this way.',
    '包裹去向与此相符。',
    ({ facts }, _event, { way }) => facts.way === way,
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
  standsTooLong: condition(
    'The last tracking update is older than the limit.',
    '物流停滞已超过期限。',
    ({ lastTrackingAt, policy }, event) =>
      lastTrackingAt !== null && elapsed(lastTrackingAt, event.at) > policy.staleTracking,
    stated('afterSales', 274, 274, 'R-217'),
  ),
  forceMajeureLasts: condition(
    'Force majeure was declared and has not ended.',
    '不可抗力仍在持续。',
    ({ facts }) => facts.forceMajeure === 'yes',
    stated('afterSales', 274, 274, 'R-221'),
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
} as const;
