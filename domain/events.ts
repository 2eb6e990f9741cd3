import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { type FactName, type FactValue, valuesOf } from './facts.ts';
import { fenSchema } from './money.ts';
import { freightBearers, type Party, payers, recourses } from './parties.ts';
import type { Text } from './text.ts';
import { instantSchema } from './time.ts';

/** One kind of event: what happened, who reports it, and what it carries besides `type` and `at`. */
export interface EventDefinition {
  readonly title: Text;
  readonly by: Party;
  readonly fields: z.ZodRawShape;
}

const words = z.string().min(1).max(500);
const waybill = z.string().min(1).max(64).describe('Waybill number');
const bearer = z.enum(['buyer', 'merchant', 'courier', 'supplier']);
const refusalReasons = [
  'wrongItem',
  'missingItem',
  'notAsDescribed',
  'qualityDefect',
  'changeOfMind',
  'damaged',
] as const;
const refusalReason = z.enum(refusalReasons);
const oneOf = <Name extends FactName>(name: Name) =>
  z.enum(valuesOf(name) as [FactValue<Name>, ...FactValue<Name>[]]);

function event<Fields extends z.ZodRawShape>(by: Party, en: string, zh: string, fields: Fields) {
  return { by, title: { en, zh }, fields };
}

/** Every event a case understands: things that happened, subject first, in the past tense. */
const events = {
  // Where the parcel is
  'parcel.outForDelivery': event('courier', 'The parcel went out for delivery', '开始派件', {}),
  'parcel.signed': event('courier', 'The buyer accepted and signed for the parcel', '买家签收', {}),
  'parcel.collected': event('buyer', 'The buyer collected the parcel', '买家自提', {}),
  'parcel.returned': event('courier', 'The parcel came back to the sender', '包裹退回寄件人', {}),
  'parcel.forwarded': event(
    'courier',
    'The courier forwarded the parcel to the right place',
    '快递已转寄正确站点',
    {},
  ),
  'parcel.transferred': event('courier', 'Another courier took the parcel over', '包裹已转其他快递', {
    courier: words,
    waybill,
  }),
  'parcel.found': event('courier', 'The parcel was found', '包裹找到', {}),
  'parcel.retrieved': event('courier', 'The courier took the swapped parcel back', '掉包件已取回', {
    cost: fenSchema.describe('Cost of taking it back, in fen'),
  }),

  // Refusal
  'parcel.refused': event('buyer', 'The buyer refused the parcel', '买家拒收', {
    reason: refusalReason.optional(),
  }),
  'refusal.reasonGiven': event('buyer', 'The buyer said why', '买家说明拒收原因', {
    reason: refusalReason,
  }),
  'delivery.declined': event('courier', 'The courier declined to hand the parcel over', '快递员拒绝交付', {
    reason: z.enum(['oversize', 'noIdentity']),
  }),
  'collectFreight.refused': event(
    'buyer',
    'The buyer refused to pay the collect freight',
    '买家拒付到付运费',
    {},
  ),
  'collectFreight.prepaid': event('merchant', 'The merchant took the freight over', '商家改为寄付', {}),
  'collectFreight.reduced': event('merchant', 'A lower collect freight was agreed', '协商降低到付运费', {
    amount: fenSchema,
  }),
  'redelivery.agreed': event('merchant', 'Another delivery was agreed', '约定再次派送', {}),
  'delivery.failed': event('courier', 'The delivery attempt failed', '派送未成功', {}),
  'return.agreed': event('merchant', 'A return to the sender was decided', '决定退回', {}),
  'retention.lapsed': event('courier', 'The retention period ended', '保留期限届满', {}),

  // Damage
  'damage.warned': event('courier', 'The courier warned of damage before delivery', '快递派送前报告破损', {}),
  'damage.reported': event('buyer', 'The buyer reported damage', '买家反映破损', {
    signedAt: instantSchema.optional().describe('When the parcel was signed for'),
  }),
  'leak.found': event('courier', 'The driver found a leak', '发现漏液', {}),
  'goods.secured': event('courier', 'The goods were secured', '货物已妥善处理', {}),
  'contamination.found': event('courier', 'Other goods contaminated the parcel', '发现货物污染', {}),
  'contamination.sourceFound': event(
    'courier',
    'The source was found and photographed',
    '污染源已查明并拍照',
    {
      source: words,
    },
  ),
  'inspection.agreed': event(
    'merchant',
    'A delivery with inspection before signing was agreed',
    '约定先验货后签收',
    {},
  ),

  // Loss
  'loss.reported': event('courier', 'The parcel was reported lost', '报告丢失', {}),
  'loss.confirmed': event('courier', 'The courier confirmed the loss', '快递确认丢失', {}),
  'goods.described': event(
    'merchant',
    'The sender described goods, packaging and value',
    '寄件人提供品名包装价值',
    {
      name: words,
      packaging: words,
      value: fenSchema.describe('Value of the goods, in fen'),
    },
  ),
  'branchSearch.failed': event('courier', 'The delivering branch did not find it', '派件网点未找到', {}),
  'centreSearch.failed': event('courier', 'The sorting centre did not find it', '分拨中心未找到', {}),
  'search.lapsed': event('courier', 'The time for the search ended', '查找期限届满', {}),
  'pickup.missing': event(
    'merchant',
    'Handed over by the warehouse, but never seen in tracking',
    '仓库已交件但无揽收记录',
    {},
  ),
  'receipt.denied': event(
    'buyer',
    'Shown as signed, but the buyer has not received it',
    '显示签收但买家未收到',
    {
      shownSigner: z.enum(['buyer', 'thirdParty', 'illegible']).describe('Who the tracking says signed'),
    },
  ),
  'tracking.stale': event('merchant', 'The tracking stands still', '物流信息停滞', {
    lastUpdateAt: instantSchema.describe('Instant of the last tracking update'),
  }),
  'tracking.resumed': event('courier', 'The tracking moves again', '物流恢复更新', {}),
  'staleTracking.lapsed': event('courier', 'The standstill became abnormal', '物流停滞超过期限', {}),
  'courierVerification.lapsed': event('courier', 'The courier did not verify in time', '快递核实逾期', {}),
  'forceMajeure.declared': event('courier', 'Force majeure stopped the parcel', '不可抗力导致停滞', {
    cause: words,
  }),
  'forceMajeure.ended': event('courier', 'The force majeure ended', '不可抗力结束', {}),
  'swap.suspected': event('courier', 'Two parcels seem to be swapped', '怀疑掉包', {}),
  'swap.foundUnsigned': event('courier', 'The swapped parcel is not signed for yet', '掉包件未签收', {}),
  'swap.foundSigned': event('courier', 'The swapped parcel is already signed for', '掉包件已签收', {}),
  'retrieval.declined': event(
    'buyer',
    'The buyer no longer wants the swapped goods back',
    '买家不再要求取回',
    {},
  ),
  'retrieval.failed': event('courier', 'The swapped parcel could not be taken back', '掉包件无法取回', {}),

  // Mis-routing and holding
  'parcel.misrouted': event('courier', 'The courier sent the parcel to a wrong place', '错派', {
    place: words,
  }),
  'parcel.missorted': event('courier', 'The parcel is held because it was mis-sorted', '错分留仓', {}),
  'heading.wrong': event('courier', 'The parcel is held because of a wrong heading', '抬头错误留仓', {}),
  'heading.corrected': event('courier', 'The heading was corrected and marked', '抬头已更正', {}),
  'sortingRun.missed': event('courier', 'The parcel missed the sorting run', '未赶上分拨', {}),
  'parcel.heldAtCentre': event('courier', 'The sorting centre holds the parcel', '中心留仓', {}),
  'parcel.heldOverWeekend': event(
    'courier',
    'A company address is closed over the weekend',
    '公司地址周末留仓',
    {
      until: instantSchema.describe('Start of the next working day'),
    },
  ),
  'nextWorkingDay.lapsed': event(
    'courier',
    'The working day began without a delivery',
    '工作日已到仍未派件',
    {},
  ),
  'delay.claimed': event('buyer', 'The buyer demanded compensation for the delay', '买家要求延误补偿', {}),

  // Delivery area
  'address.outsideArea': event('courier', 'The address lies outside the delivery area', '超区', {}),
  'service.suspended': event('courier', 'The local service is suspended', '当地网点停运', { cause: words }),
  'service.resumed': event('courier', 'The local service resumed', '网点恢复派送', {}),
  'address.unserviceable': event(
    'merchant',
    'At dispatch the courier turned out not to serve the address',
    '发货时发现快递不到',
    {},
  ),
  'address.changed': event('buyer', 'The buyer gave another address', '买家更换地址', {}),
  'pickup.agreed': event('buyer', 'The buyer agreed to collect the parcel', '买家同意自提', {}),
  'transfer.proposed': event('courier', 'A transfer to another courier was proposed', '提出转其他快递', {
    courier: words,
    surcharge: fenSchema.describe('Additional cost in fen; 0 if there is none'),
  }),
  'extraDelivery.proposed': event(
    'courier',
    'A delivery for an additional fee was proposed',
    '提出加派送费',
    {
      surcharge: fenSchema.describe('Additional fee in fen'),
    },
  ),
  'courier.chosen': event('buyer', 'A courier that serves the address was chosen', '选定可达快递', {
    courier: words,
    surcharge: fenSchema.describe('Price difference in fen; 0 if there is none'),
  }),
  'transfer.consented': event('merchant', 'The sender consented', '寄件人同意', {}),
  'transfer.refused': event('merchant', 'The sender did not consent', '寄件人不同意', {}),
  'surcharge.consented': event('buyer', 'The one who bears the surcharge consented', '附加费承担方同意', {
    by: bearer,
  }),
  'surcharge.refused': event('buyer', 'The one who bears the surcharge refused', '附加费承担方不同意', {}),
  'parcel.relabelled': event('merchant', 'A new label was printed and noted', '已换单并备注', { waybill }),
  'buyer.waits': event('buyer', 'The buyer agreed to wait', '买家愿意等待', {}),
  'buyer.declinedToWait': event('buyer', 'The buyer does not want to wait', '买家不愿等待', {}),

  // Dropship returns
  'return.requested': event(
    'buyer',
    'The customer asked to return a dropshipped item',
    '顾客申请退回代发商品',
    {
      reason: oneOf('returnReason'),
      signedAt: instantSchema.optional().describe('When the customer signed for the parcel'),
    },
  ),
  'request.rejected': event('merchant', 'The merchant rejected the request', '商家拒绝退货申请', {
    ground: z.enum(['conditionsNotMet', 'reasonDoesNotMatch']),
  }),
  'supplier.confirmed': event(
    'supplier',
    'The supplier confirmed and gave the return address',
    '供应商确认并提供退货地址',
    {
      returnAddress: words,
    },
  ),
  'return.shipped': event('buyer', 'The customer sent the goods back', '顾客已寄回', {
    waybill,
    freight: fenSchema.describe('Freight the customer paid, in fen'),
  }),
  'return.received': event('supplier', 'The returned goods arrived', '退货已收到', {}),
  'supplierReply.lapsed': event('supplier', 'The supplier did not answer in time', '供应商逾期未答复', {}),

  // Facts and decisions
  'facts.established': event('merchant', 'Facts were established', '查明事实', { facts: evidenceSchema }),
  'facts.corrected': event('merchant', 'Established facts were corrected', '更正事实', {
    facts: evidenceSchema,
    reason: words,
  }),
  'evidence.lapsed': event('courier', 'The evidence was not shown in time', '举证逾期', {}),
  'arbitration.awarded': event('platform', 'A human decided the case', '仲裁裁定', {
    payer: z.enum(payers).exclude(['arbitration', 'nobody']),
    recourse: z.enum(recourses),
    outboundFreight: z.enum(freightBearers),
    returnFreight: z.enum(freightBearers),
  }),
  'complaint.filed': event('buyer', 'The buyer complained to the platform', '买家向平台投诉', {}),
  'goodwill.granted': event(
    'merchant',
    'The merchant agreed to help without being obliged',
    '商家自愿承担',
    {},
  ),
  'decision.accepted': event('buyer', 'The buyer accepted the decision', '买家接受处理结果', {}),
  'case.withdrawn': event('buyer', 'The buyer withdrew the case', '买家撤销', {}),

  // What the buyer gets
  'remedy.refundChosen': event('buyer', 'The buyer chose a refund', '买家选择退款', {}),
  'remedy.reshipChosen': event('buyer', 'The buyer chose a new shipment', '买家选择补发', {}),
  'remedy.exchangeChosen': event('buyer', 'The buyer chose an exchange', '买家选择换货', {}),
  'remedy.partChosen': event(
    'buyer',
    'The buyer will buy the damaged part locally',
    '买家选择就地购买配件',
    {},
  ),
  'remedy.concessionAgreed': event('buyer', 'The parties agreed on a compensation', '双方商定补偿', {
    amount: fenSchema,
  }),
  'buyerChoice.lapsed': event('buyer', 'The buyer did not choose in time', '买家逾期未选择', {}),
  'refund.paid': event('merchant', 'The refund was paid', '退款到账', { amount: fenSchema }),
  'stock.confirmed': event('merchant', 'The goods are in stock', '确认有货', {}),
  'stock.missing': event('merchant', 'The goods are not in stock', '确认无货', {}),
  'refund.cancelled': event('merchant', 'The refund was stopped or failed', '退款已取消或失败', {}),
  'replacement.shipped': event('merchant', 'The replacement was shipped', '补发件已寄出', { waybill }),
  'replacement.signed': event('courier', 'The buyer signed for the replacement', '补发件已签收', {}),
  'reshipment.lapsed': event('merchant', 'The new shipment did not leave in time', '补发逾期', {}),
  'replacement.failed': event('courier', 'The replacement could not be delivered', '补发件未送达', {}),
  'exchange.received': event('merchant', 'The goods to be exchanged arrived', '换货退件已收到', {}),
  'part.bought': event('buyer', 'The buyer bought the part', '买家已购配件', { amount: fenSchema }),
  'part.paid': event('merchant', 'The part was paid for', '配件费用已支付', { amount: fenSchema }),
  'concession.paid': event('merchant', 'The compensation was paid', '补偿已支付', { amount: fenSchema }),
  'returnFreight.paid': event('buyer', 'Freight was paid for a return', '已垫付退货运费', {
    amount: fenSchema,
    by: z.enum(['buyer', 'merchant']),
  }),
  'buyer.notified': event('merchant', 'The buyer was told the result', '已告知买家结果', {}),
  'duplicate.returned': event('buyer', 'The buyer gave the surplus goods back', '买家退回多收货物', {}),
  'duplicate.waived': event('merchant', 'The merchant let the buyer keep them', '商家放弃追回', {}),
  'refund.repaid': event('buyer', 'The buyer paid the refund back', '买家退还款项', { amount: fenSchema }),

  // Recovery from courier or supplier
  'claim.filed': event('merchant', 'The claim was filed', '已提交理赔', { amount: fenSchema }),
  'claim.accepted': event('courier', 'The claim was accepted', '理赔通过', { amount: fenSchema }),
  'claim.denied': event('courier', 'The claim was denied', '理赔被拒', { reason: words }),
  'claim.paid': event('courier', 'The claim was paid', '赔款到账', { amount: fenSchema }),
  'claim.writtenOff': event('merchant', 'The merchant gave the claim up', '商家放弃追偿', {}),
  'claim.repaid': event('merchant', 'The merchant paid the compensation back', '商家退还赔款', {
    amount: fenSchema,
  }),
  'courierReply.lapsed': event('courier', 'The claim was not answered in time', '理赔逾期未答复', {}),

  // Receipt deadline and platform tickets
  'receipt.extended': event('merchant', 'The receipt deadline was extended', '已延长收货时间', {
    until: instantSchema,
  }),
  'receipt.confirmed': event('buyer', 'The buyer confirmed receipt', '买家确认收货', {}),
  'receipt.lapsed': event('platform', 'Receipt was confirmed automatically', '系统自动确认收货', {}),
  'ticket.opened': event('platform', 'The platform opened a ticket', '平台下发工单', { ticket: words }),
  'ticket.answered': event('merchant', 'The merchant handled the ticket and replied', '商家处理并回单', {
    reply: words,
  }),
  'ticketReply.lapsed': event('platform', 'The ticket was not handled in time', '工单逾期', {}),
} as const satisfies Readonly<Record<string, EventDefinition>>;

/** The type of an event. */
export type CaseEventType = keyof typeof events;

type Fields<Type extends CaseEventType> = keyof (typeof events)[Type]['fields'] extends never
  ? unknown
  : z.infer<z.ZodObject<(typeof events)[Type]['fields']>>;

/** An event of a case. `at` is the ISO instant at which it happened. */
export type CaseEvent<Type extends CaseEventType = CaseEventType> = Type extends CaseEventType
  ? { readonly type: Type; readonly at: string } & Readonly<Fields<Type>>
  : never;

/** The catalogue, with every entry seen as a definition. */
export const eventCatalogue: Readonly<Record<CaseEventType, EventDefinition>> = events;

/** The types of all events, in the order of the catalogue. */
export const eventTypes = Object.keys(events) as CaseEventType[];

const schemas = Object.fromEntries(
  eventTypes.map((type) => [
    type,
    z.strictObject({ type: z.literal(type), at: instantSchema, ...eventCatalogue[type].fields }),
  ]),
) as unknown as Readonly<Record<CaseEventType, z.ZodObject>>;

/** The schema of one type of event, for parsing and for forms. */
export function eventSchema(type: CaseEventType): z.ZodObject {
  return schemas[type];
}

/** Whether a text is the type of an event of a case. */
export function isEventType(type: string): type is CaseEventType {
  return Object.hasOwn(events, type);
}
