import { ParcelError } from '../domain/errors.ts';
import type { FactValue } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import { DAY, HOUR, isBefore } from '../domain/time.ts';
import { assumed, type Citation, derived, stated } from './citation.ts';

/** A value and the date from which it is in force. */
export interface DatedValue<Value> {
  /** ISO date, inclusive. */
  readonly from: string;
  readonly value: Value;
  readonly cites: readonly [Citation, ...Citation[]];
}

/** A number or choice of policy: what it means, its unit, and its value on each date. */
export interface Parameter<Value = unknown> {
  readonly title: Text;
  /**
   * `ms`: a span of time in milliseconds; `count`; `fen`; `choice`: a value of the fact with the same name;
   * `couriers`; `provinces`.
   */
  readonly unit: 'ms' | 'count' | 'fen' | 'choice' | 'couriers' | 'provinces';
  readonly values: readonly [DatedValue<Value>, ...DatedValue<Value>[]];
}

function always<Value>(value: Value, ...cites: readonly [Citation, ...Citation[]]) {
  return [{ from: '2000-01-01', value, cites }] as const;
}

/** Every number and choice of policy, with its source. Read by the date on which the case was opened. */
export const parameters = {
  evidence: {
    title: { en: 'Time to show evidence that was asked for', zh: '举证期限' },
    unit: 'ms',
    values: always(
      3 * DAY,
      assumed(
        'The guides set no time for slips and proofs; the three days a courier has to verify are used.',
        'A-12',
      ),
    ),
  },
  retention: {
    title: {
      en: 'How long a held or refused parcel waits for a decision before it is returned',
      zh: '滞留件保留期限',
    },
    unit: 'ms',
    values: always(
      3 * DAY,
      assumed(
        'Only wrong recipient data have a figure, three days; it is used for every held parcel.',
        'A-19',
        'R-173',
      ),
    ),
  },
  search: {
    title: { en: 'How long branch and sorting centre may search', zh: '查找期限' },
    unit: 'ms',
    values: always(
      3 * DAY,
      assumed(
        'The guides give the order of the search but no time; the three days of verification are used.',
        'A-12',
      ),
    ),
  },
  staleTracking: {
    title: { en: 'Standstill after which tracking is abnormal', zh: '物流停滞认定期限' },
    unit: 'ms',
    values: always(
      7 * DAY,
      stated('afterSales', 274, 274, 'R-217'),
      assumed(
        'Counted from the last tracking update, or from what the case last heard of a parcel under way; more than means strictly more.',
        'A-11',
      ),
    ),
  },
  courierVerification: {
    title: { en: 'Time the courier has to verify stale tracking', zh: '快递核实期限' },
    unit: 'ms',
    values: always(3 * DAY, stated('afterSales', 274, 274, 'R-219', 'R-220')),
  },
  buyerChoice: {
    title: {
      en: 'Time the buyer has to choose; silence means a refund, or waiting where nothing is to be chosen',
      zh: '买家选择期限',
    },
    unit: 'ms',
    values: always(
      3 * DAY,
      assumed('The buyer chooses; a refund is the default. No time is given, three days are used.', 'A-10'),
    ),
  },
  courierReply: {
    title: { en: 'Time the courier has to answer a claim', zh: '快递理赔答复期限' },
    unit: 'ms',
    values: always(
      3 * DAY,
      derived(
        'afterSales',
        274,
        274,
        ['R-219'],
        'The only answer time of a courier in the guides is three days.',
      ),
    ),
  },
  supplierReply: {
    title: { en: 'Time the supplier has to answer', zh: '供应商答复期限' },
    unit: 'ms',
    values: always(
      3 * DAY,
      assumed('The guides only say promptly; the same time as for couriers is used.', 'A-12'),
    ),
  },
  reshipment: {
    title: { en: 'Time to ship a replacement', zh: '补发时限' },
    unit: 'ms',
    values: always(
      DAY,
      derived(
        'afterSales',
        226,
        226,
        ['R-129'],
        'Promised for the same evening or the next day after a loss at pickup; used for every new shipment.',
      ),
    ),
  },
  reportWindow: {
    title: {
      en: 'Time the buyer has to report damage or wrong goods after signing; 0 means without limit',
      zh: '签收后反映破损或商品问题的期限，0 表示不限',
    },
    unit: 'ms',
    values: always(
      0,
      assumed(
        'In time is all the guides say; nothing is rejected for lateness until a merchant sets a limit.',
        'A-34',
        'R-084',
        'R-255',
      ),
    ),
  },
  ticketReply: {
    title: { en: 'Time to handle a platform ticket', zh: '平台工单处理期限' },
    unit: 'ms',
    values: always(24 * HOUR, stated('workOrder', 68, 68, 'R-320')),
  },
  returnWindow: {
    title: { en: 'Window for a return without reason, from the signature', zh: '七天无理由退货期限' },
    unit: 'ms',
    values: always(
      7 * DAY,
      stated('afterSales', 308, 308, 'R-278'),
      assumed('Counted from the signature, in calendar time.', 'A-12'),
    ),
  },
  deliveryAttempts: {
    title: { en: 'Delivery attempts before a refused parcel must go back', zh: '派送次数上限' },
    unit: 'count',
    values: always(2, assumed('Two is the only figure in the guides.', 'A-20', 'R-182')),
  },
  courierFallback: {
    title: {
      en: 'Couriers to try, in order, when one does not serve the address',
      zh: '快递不到时的备选顺序',
    },
    unit: 'couriers',
    values: always(
      ['yunda', 'sto', 'ems', 'sf'] as readonly string[],
      stated('afterSales', 192, 192, 'R-163'),
    ),
  },
  trackingStart: {
    title: {
      en: 'Time after shipping without tracking after which a new date is given',
      zh: '无物流信息的等待时限',
    },
    unit: 'ms',
    values: always(2 * DAY, stated('afterSales', 218, 222, 'R-210', 'R-211')),
  },
  stalledTracking: {
    title: {
      en: 'Time since the first tracking after which the courier is asked',
      zh: '有物流未派件的查询时限',
    },
    unit: 'ms',
    values: always(
      3 * DAY,
      stated('afterSales', 232, 238, 'R-212'),
      assumed('A query, not a claim.', 'A-11'),
    ),
  },
  stuckOutForDelivery: {
    title: { en: 'Time out for delivery after which the courier is asked', zh: '派件中的查询时限' },
    unit: 'ms',
    values: always(
      3 * DAY,
      stated('afterSales', 244, 244, 'R-213'),
      assumed('A query, not a claim.', 'A-11'),
    ),
  },
  waitReview: {
    title: {
      en: 'How long force majeure, a suspended service or customs is waited for before a human looks at the case',
      zh: '等待停运、不可抗力或海关的复查期限',
    },
    unit: 'ms',
    values: always(
      7 * DAY,
      assumed(
        'Nobody says how long; the seven days of a standstill are used, and then a human decides whether to go on waiting.',
        'A-12',
        'R-006',
      ),
    ),
  },
  normalTransitJzh: {
    title: { en: 'Normal delivery to Jiangsu, Zhejiang and Shanghai', zh: '江浙沪正常时效' },
    unit: 'ms',
    values: always(2 * DAY, stated('afterSales', 274, 274, 'R-214')),
  },
  normalTransitOther: {
    title: { en: 'Normal delivery to other provinces', zh: '其他省份正常时效' },
    unit: 'ms',
    values: always(4 * DAY, stated('afterSales', 274, 274, 'R-215')),
  },
  normalTransitRemote: {
    title: { en: 'Normal delivery to remote regions', zh: '偏远地区正常时效' },
    unit: 'ms',
    values: always(
      7 * DAY,
      stated('afterSales', 274, 274, 'R-216'),
      assumed('The set of transit times.', 'A-25'),
    ),
  },
  urgeTicket: {
    title: { en: 'Time to answer, ship or refund after an urge-to-ship ticket', zh: '催发货工单处理期限' },
    unit: 'ms',
    values: always(24 * HOUR, stated('workOrder', 46, 47, 'R-306')),
  },
  alternativeShipment: {
    title: { en: 'Time to ship another item that the buyer accepted', zh: '替代商品发货期限' },
    unit: 'ms',
    values: always(DAY, stated('afterSales', 204, 206, 'R-302')),
  },
  correction: {
    title: {
      en: 'Time to supply correct recipient data before the parcel is returned',
      zh: '更正收件信息期限',
    },
    unit: 'ms',
    values: always(
      3 * DAY,
      stated('afterSales', 268, 268, 'R-173', 'R-174'),
      assumed('Counted from the notice of the courier, in calendar time.', 'A-12'),
    ),
  },
  paymentAttempts: {
    title: {
      en: 'Delivery attempts without payment before the sender is asked',
      zh: '无法付款的派送次数上限',
    },
    unit: 'count',
    values: always(2, stated('courier', 210, 210, 'R-189'), assumed('Stated for money only.', 'A-20')),
  },
  groundlessRefusalFreight: {
    title: {
      en: 'Who bears both freights when the buyer refuses without cause',
      zh: '无理由拒收的往返运费承担方',
    },
    unit: 'choice',
    values: always(
      'buyer' as FactValue<'groundlessRefusalFreight'>,
      assumed(
        'The guides name merchant and courier in passing and never the reason; the cause principle of ordinary returns is followed.',
        'A-01',
        'R-075',
        'R-076',
      ),
    ),
  },
  goodwillAfterComplaint: {
    title: {
      en: 'What the merchant gives when the buyer complains about damage the buyer bears',
      zh: '买家自担破损后投诉时的商家处理',
    },
    unit: 'choice',
    values: always(
      'partial' as FactValue<'goodwillAfterComplaint'>,
      assumed(
        'A complaint must be handled; how far is the policy of the merchant.',
        'A-02',
        'R-102',
        'R-104',
      ),
    ),
  },
  bearerAfterInspection: {
    title: {
      en: 'Who bears damage claimed after the buyer inspected and signed',
      zh: '验货签收后再报破损的承担方',
    },
    unit: 'choice',
    values: always(
      'buyer' as FactValue<'bearerAfterInspection'>,
      assumed(
        'Not treated in the guides; stronger than signing without looking, so the buyer bears it.',
        'A-35',
        'R-098',
      ),
    ),
  },

  // After-sale
  merchantReply: {
    title: { en: 'Time the merchant has to answer a request', zh: '商家答复期限' },
    unit: 'ms',
    values: always(
      24 * HOUR,
      assumed(
        'The guides blame a slow answer and give no figure; the time of a ticket is used.',
        'A-12',
        'R-273',
      ),
    ),
  },
  returnShipTimer: {
    title: { en: 'Time to enter the return waybill before the application closes', zh: '填写退货单号期限' },
    unit: 'ms',
    values: always(
      7 * DAY,
      stated('afterSales', 260, 260, 'R-297'),
      assumed('The length is not told; seven days are used, as for a return.', 'A-13'),
    ),
  },
  refundCountdown: {
    title: { en: 'Countdown to the automatic refund, from the return waybill', zh: '退款倒计时' },
    unit: 'ms',
    values: always(
      9 * DAY,
      stated('afterSales', 258, 258, 'R-295'),
      assumed('The countdown with the number is another timer than the one without it.', 'A-13'),
    ),
  },
  countdownAlert: {
    title: {
      en: 'How long before the end of the countdown a return that stands still is alarming',
      zh: '倒计时预警',
    },
    unit: 'ms',
    values: always(
      5 * DAY,
      stated('afterSales', 258, 258, 'R-296'),
      assumed('About five days left means at most five.', 'A-13'),
    ),
  },
  exchangeFreight: {
    title: {
      en: 'Who bears both freights of an exchange for personal reasons',
      zh: '个人原因换货的往返运费承担方',
    },
    unit: 'choice',
    values: always(
      'buyerBoth' as FactValue<'exchangeFreight'>,
      assumed('Two shops, two customs: the buyer both ways, or half each.', 'A-08', 'R-283', 'R-284'),
    ),
  },

  // Minor flaw
  flawFloorJzh: {
    title: {
      en: 'Least discount for a minor flaw in Jiangsu, Zhejiang and Shanghai',
      zh: '江浙沪小瑕疵优惠下限',
    },
    unit: 'fen',
    values: always(300, stated('afterSales', 154, 154, 'R-268')),
  },
  flawCapJzh: {
    title: {
      en: 'Largest discount for a minor flaw in Jiangsu, Zhejiang and Shanghai',
      zh: '江浙沪小瑕疵优惠上限',
    },
    unit: 'fen',
    values: always(
      500,
      stated('afterSales', 154, 154, 'R-268'),
      assumed('Above the cap: exchange or return.', 'A-24'),
    ),
  },
  flawFloorOther: {
    title: { en: 'Least discount for a minor flaw elsewhere', zh: '其他地区小瑕疵优惠下限' },
    unit: 'fen',
    values: always(500, stated('afterSales', 158, 158, 'R-270')),
  },
  flawCapOther: {
    title: { en: 'Largest discount for a minor flaw elsewhere', zh: '其他地区小瑕疵优惠上限' },
    unit: 'fen',
    values: always(
      1000,
      stated('afterSales', 158, 158, 'R-270'),
      assumed('Above the cap: return and order again.', 'A-24'),
    ),
  },
  flawCapRemote: {
    title: {
      en: 'Discount for a minor flaw in a remote region: less than this',
      zh: '偏远地区小瑕疵优惠上限（不含）',
    },
    unit: 'fen',
    values: always(
      1500,
      stated('afterSales', 156, 156, 'R-269'),
      assumed('Strictly below; from the cap on, the director decides.', 'A-24'),
    ),
  },
  jzhProvinces: {
    title: { en: 'Provinces near the shop', zh: '江浙沪' },
    unit: 'provinces',
    values: always(['江苏', '浙江', '上海'] as readonly string[], stated('afterSales', 154, 154, 'R-268')),
  },
  discountRemote: {
    title: { en: 'Provinces that are remote for discounts', zh: '优惠口径的偏远地区' },
    unit: 'provinces',
    values: always(
      ['新疆', '内蒙古', '青海', '西藏'] as readonly string[],
      stated('afterSales', 156, 156, 'R-269'),
      assumed('A set of its own: it is about the cost of freight.', 'A-25'),
    ),
  },
  transitRemote: {
    title: { en: 'Provinces that are remote for transit times', zh: '时效口径的偏远地区' },
    unit: 'provinces',
    values: always(
      ['新疆', '内蒙古', '甘肃'] as readonly string[],
      stated('afterSales', 274, 274, 'R-216'),
      assumed('A set of its own: it is about the time of transit.', 'A-25'),
    ),
  },
} as const satisfies Readonly<Record<string, Parameter>>;

/** The name of a parameter. */
export type ParameterName = keyof typeof parameters;

type ValueOf<Name extends ParameterName> = (typeof parameters)[Name]['values'][number]['value'];
type Widened<Value> = Value extends number ? number : Value;

/** The values of all parameters that a case pins when it is opened. Spans are in milliseconds. */
export type Policy = { readonly [Name in ParameterName]: Widened<ValueOf<Name>> };

/**
 * The value of a parameter on a date, with the date it starts on and its sources.
 * @param openedAt ISO instant at which the case was opened.
 * @throws {ParcelError} `PARAMETER_NOT_IN_FORCE` if the first value starts later.
 */
export function inForce<Value>(
  name: string,
  parameter: Parameter<Value>,
  openedAt: string,
): DatedValue<Value> {
  const value = parameter.values.findLast(({ from }) => !isBefore(openedAt, from));
  if (!value) {
    throw new ParcelError(
      'PARAMETER_NOT_IN_FORCE',
      `No value of "${name}" is in force on ${openedAt}; the first starts on ${parameter.values[0].from}. ` +
        'Check the date on which the case was opened, or add an earlier value in policy/parameters.ts.',
    );
  }
  return value;
}

/** The policy in force on the day a case is opened, with the merchant's own choices on top. */
export function policyOn(openedAt: string, choices: Partial<Policy> = {}): Policy {
  const standard = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      inForce<unknown>(name, parameter, openedAt).value,
    ]),
  );
  return { ...standard, ...choices } as Policy;
}
