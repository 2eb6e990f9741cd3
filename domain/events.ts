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

  // Duty to ship
  'stock.ranOut': event('merchant', 'The ordered goods are out of stock', '所购商品缺货', {}),
  'order.overweight': event('merchant', 'The order is too heavy for free shipping', '订单超出包邮重量', {
    surcharge: fenSchema.describe('Postage above the free weight, in fen'),
  }),
  'alternative.accepted': event('buyer', 'The buyer accepted another item', '买家接受替代商品', {}),
  'alternative.declined': event('buyer', 'The buyer does not want another item', '买家不接受替代商品', {}),
  'order.shipped': event('merchant', 'The order was shipped', '订单已发货', { waybill }),
  'rightsCase.opened': event('buyer', 'The buyer opened a rights case', '买家发起维权', {}),
  'rightsCase.upheld': event('platform', 'The platform found for the buyer', '平台支持买家', {}),
  'rightsCase.dismissed': event('platform', 'The platform found for the merchant', '平台支持商家', {}),
  'alternativeShipment.lapsed': event(
    'merchant',
    'The other item did not leave in time',
    '替代商品未按时发出',
    {},
  ),

  // Urge-to-ship tickets
  'urge.opened': event('buyer', 'The buyer urged the merchant to ship', '买家催发货', { ticket: words }),
  'urge.answered': event('merchant', 'The merchant answered with a reason', '商家答复催发货', {
    reason: z.enum(['cannotShip', 'shipsLater', 'exchangeAgreed', 'exemptArea']),
  }),
  'urgeTicket.lapsed': event('platform', 'The urge ticket was not handled in time', '催发货工单逾期', {}),
  'exemption.confirmed': event('platform', 'The platform confirmed the exemption', '平台核实免责', {}),
  'exemption.refused': event('platform', 'The platform did not confirm the exemption', '平台不予免责', {}),
  'delay.reported': event('merchant', 'The merchant reported delayed shipping', '商家报备延迟发货', {}),
  'report.accepted': event('platform', 'The platform accepted the report', '平台认可报备', {}),
  'report.refused': event('platform', 'The platform did not accept the report', '平台不认可报备', {}),
  'judgement.upheld': event('platform', 'The shipping complaint was upheld', '发货投诉成立', {}),
  'judgement.dismissed': event('platform', 'The shipping complaint was dismissed', '发货投诉不成立', {}),
  'appeal.filed': event('merchant', 'The merchant appealed', '商家申诉', {}),
  'appeal.granted': event('platform', 'The appeal was granted', '申诉成立', {}),
  'appeal.refused': event('platform', 'The appeal was refused', '申诉不成立', {}),

  // Named in the guides without a procedure
  'invoice.missing': event('buyer', 'The buyer did not get the invoice', '买家未收到发票', {}),
  'counterfeit.claimed': event('buyer', 'The buyer says the goods are counterfeit', '买家称为假货', {}),
  'attitude.complained': event(
    'buyer',
    'The buyer complained about the attitude of service',
    '买家投诉服务态度',
    {},
  ),
  'violation.reported': event('buyer', 'The buyer reported another violation', '买家反映商家违规', {
    violation: z.enum([
      'slowFlashSale',
      'brokenPromise',
      'offlineDeal',
      'abusiveLanguage',
      'leakedPrivacy',
      'falseVoucher',
    ]),
  }),
  'agreement.reached': event('merchant', 'Both sides agreed', '双方达成一致', {}),
  'agreement.failed': event('merchant', 'No agreement was reached', '协商未果', {}),

  // Standing still
  'tracking.absent': event('buyer', 'There is no tracking data', '查不到物流信息', {
    shippedAt: instantSchema.describe('When the order was marked as shipped'),
  }),
  'warehouse.answered': event('merchant', 'The warehouse said when the goods leave', '仓库答复发货时间', {
    shipsAt: instantSchema.describe('When the goods leave, or left'),
  }),
  'trackingStart.lapsed': event('merchant', 'The warehouse did not answer in time', '仓库逾期未答复', {}),
  'waitReview.lapsed': event('merchant', 'The wait has become long', '等待时间过长', {}),
  'newDate.lapsed': event(
    'merchant',
    'The promised date passed without tracking',
    '答复日期已过仍无物流',
    {},
  ),
  'delivery.stalled': event('merchant', 'Tracked for long, but not out for delivery', '有物流但迟迟未派件', {
    trackedSince: instantSchema.describe('First tracking update'),
  }),
  'delivery.stuck': event('merchant', 'Out for delivery for long', '一直显示派件中', {
    outSince: instantSchema.describe('When it went out for delivery'),
  }),
  'pickup.overdue': event('platform', 'The courier has not picked up in time', '揽收超时', {}),
  'pickup.done': event('courier', 'The courier picked the parcel up', '已揽收', {}),
  'delivery.late': event('buyer', 'The delivery takes longer than normal', '配送超过正常时效', {
    shippedAt: instantSchema.describe('When the parcel was shipped'),
  }),
  'courier.verified': event('courier', 'The courier verified where the parcel is', '快递已核实', {}),
  'customs.held': event('courier', 'Customs hold the parcel', '海关扣留', {}),
  'customs.released': event('courier', 'Customs released the parcel', '海关放行', {}),
  'duty.stated': event('courier', 'The duty was stated', '已告知关税金额', {
    surcharge: fenSchema.describe('Duty in fen'),
  }),
  'parcel.returning': event('courier', 'The parcel is on the way back', '包裹正在退回', {}),

  // Trouble with the recipient
  'recipientData.wrong': event(
    'courier',
    'Phone, address or name of the recipient are wrong',
    '收件信息有误',
    {},
  ),
  'recipientData.corrected': event(
    'merchant',
    'Correct recipient data were passed on',
    '已提供正确收件信息',
    {},
  ),
  'recipient.unreachable': event(
    'courier',
    'The recipient was absent or could not be reached',
    '收件人不在或联系不上',
    {},
  ),
  'recipient.reached': event('courier', 'The recipient was reached', '已联系上收件人', {}),
  'recipient.cannotPay': event('courier', 'The recipient could not pay', '收件人无法付款', {}),
  'deliveryTime.unsuitable': event('buyer', 'The delivery time does not suit', '配送时间不合适', {}),
  'receiving.slow': event('courier', 'Receiving takes longer than the courier can wait', '收货流程过长', {}),
  'receiving.hastened': event('buyer', 'The recipient agreed to hasten', '收件方同意加快收货', {}),
  'receiving.cannotHasten': event('buyer', 'The recipient cannot hasten', '收件方无法加快', {}),
  'correction.lapsed': event('merchant', 'No correct data came in time', '更正逾期', {}),

  // Money and papers at the door
  'codAmount.changeRequested': event(
    'buyer',
    'The amount or means of collection is to change',
    '要求变更代收货款',
    {
      amount: fenSchema.describe('New amount to collect, in fen'),
    },
  ),
  'freightTerm.changeRequested': event(
    'buyer',
    'Freight term or amount is to change',
    '要求变更运费方式',
    {},
  ),
  'freightTerm.agreed': event('merchant', 'Sender and recipient agreed on the freight', '双方商定运费', {
    term: z.enum(['prepaid', 'collect']),
    amount: fenSchema.describe('Freight agreed, in fen'),
  }),
  'weight.mismatched': event('courier', 'Real weight and waybill weight differ', '重量不符', {}),
  'scale.photographed': event('courier', 'The branch photographed the scale', '网点已拍过磅照片', {}),
  'weight.confirmed': event('courier', 'The salesman confirmed the weight', '业务员确认重量', {
    grams: z.number().int().positive().max(10_000_000).describe('Weight in grams'),
  }),
  'returnDocument.changeRequested': event(
    'merchant',
    'The return document is to be cancelled or changed',
    '要求取消或变更回单',
    {},
  ),
  'letter.verified': event(
    'courier',
    'A stamped and signed letter was verified with the sender',
    '确认函已盖章签字并核实',
    {
      stamped: z.boolean(),
      signed: z.boolean(),
      verifiedWithSender: z.boolean(),
    },
  ),
  'ledger.registered': event(
    'courier',
    'The branch registered the change and was answered',
    '网点已登记并回复',
    {},
  ),
  'fee.disputed': event('buyer', 'A fee is unclear or irregular', '费用不清或收费不规范', {}),
  'fee.itemised': event('courier', 'The fee was explained item by item', '已提供费用明细', {}),
  'change.abandoned': event('merchant', 'The change is not pursued', '放弃变更', {}),

  // After-sale
  'afterSale.requested': event('buyer', 'The buyer asked for after-sale help', '买家申请售后', {
    reason: oneOf('afterSaleReason'),
    wish: oneOf('afterSaleWish'),
    signedAt: instantSchema.optional().describe('When the buyer signed for the parcel'),
    refund: fenSchema.optional().describe('The refund applied for, in fen; what was paid if absent'),
  }),
  'trouble.solved': event('buyer', 'The goods work after guidance', '指导后可正常使用', {}),
  'misuse.excluded': event('merchant', 'Misuse was excluded as the cause', '已排除使用不当', {}),
  'misuse.found': event('merchant', 'Misuse was found to be the cause', '确认使用不当所致', {}),
  'localTest.declined': event(
    'buyer',
    'The buyer declined the local test, or there is no service point',
    '买家不愿当地检测或当地无售后网点',
    {},
  ),
  'goods.repaired': event('merchant', 'The service point repaired the goods', '售后网点已修好', {}),
  'defect.confirmed': event('merchant', 'A test confirmed the defect', '检测确认质量问题', {}),
  'defect.refuted': event('merchant', 'A test found no defect', '检测无质量问题', {}),
  'request.approved': event('merchant', 'The merchant approved the request', '商家同意申请', {}),
  'request.takenUp': event('merchant', 'The merchant took the request up after all', '商家重新受理', {}),
  'exchange.refused': event(
    'merchant',
    'The merchant refused an exchange or return that the rules grant',
    '商家拒绝合理的退换要求',
    {},
  ),
  'service.penalised': event('platform', 'The platform penalised the merchant', '平台处罚商家', {}),
  'service.cleared': event('platform', 'The platform found no failing', '平台认定商家无责', {}),
  'malice.claimed': event('merchant', 'The merchant called the return malicious', '商家主张恶意退货', {
    note: words.describe('What the merchant relies on'),
  }),
  'freight.halved': event('merchant', 'The merchant conceded half of the freight', '商家让步，运费各半', {
    note: words.describe('Noted in the order'),
  }),
  'exchangeFreight.paid': event(
    'buyer',
    'The buyer paid the freight of the new shipment first',
    '买家先补换货运费',
    { amount: fenSchema },
  ),
  'returnNumber.entered': event('buyer', 'The buyer entered the return waybill', '买家填写退货单号', {
    waybill,
    freight: fenSchema.describe('Freight the buyer paid, in fen'),
  }),
  'return.moved': event('courier', 'The return shows a movement', '退货有物流更新', {}),
  'refund.rejected': event('merchant', 'The merchant rejected the refund', '商家拒绝退款', { reason: words }),
  'handSettlement.agreed': event(
    'merchant',
    'The merchant agreed to settle outside the closed application',
    '商家同意自行结算',
    {},
  ),
  'return.preferred': event('buyer', 'The buyer would rather return the goods', '买家改为退货', {}),
  'exchange.preferred': event('buyer', 'The buyer would rather exchange the goods', '买家改为换货', {}),
  'merchantReply.lapsed': event('merchant', 'The merchant did not answer in time', '商家逾期未答复', {}),
  'returnShipTimer.lapsed': event(
    'platform',
    'No return waybill was entered in time',
    '逾期未填写退货单号',
    {},
  ),
  'refundCountdown.lapsed': event('platform', 'The refund countdown ended', '退款倒计时届满', {}),
  'countdownAlert.lapsed': event(
    'platform',
    'The countdown nears its end and the return has not moved',
    '倒计时将尽而退货仍无物流',
    {},
  ),

  // Minor flaw
  'flaw.reported': event('buyer', 'The buyer reported a minor flaw', '买家反映小瑕疵', {
    flaw: z.enum(['stain', 'glue', 'hole', 'deformation']),
    signedAt: instantSchema.optional().describe('When the buyer signed for the parcel'),
  }),
  'discount.offered': event('merchant', 'The merchant offered a discount', '商家提出优惠', {
    amount: fenSchema,
  }),
  'discount.accepted': event('buyer', 'The buyer accepted the discount', '买家接受优惠', {}),
  'discount.demanded': event('buyer', 'The buyer demanded another amount', '买家要求其他金额', {
    amount: fenSchema,
  }),
  'discount.declined': event('buyer', 'The buyer declined any discount', '买家不接受优惠', {}),
  'discount.granted': event('merchant', 'The director granted a larger discount', '总监同意更高优惠', {
    amount: fenSchema,
  }),
  'discount.refused': event('merchant', 'The director refused a larger discount', '总监不同意更高优惠', {}),

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
  'ticket.escalated': event(
    'merchant',
    'The merchant reported an obstacle to the ticket',
    '商家上报工单处理障碍',
    {
      obstacle: words,
    },
  ),
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
