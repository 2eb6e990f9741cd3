import type { CaseEventType } from '../domain/events.ts';
import type { Facts } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';

/** A kind of parcel problem that the guides name, and where the parcel case has it. */
export interface Kind {
  readonly title: Text;
  /** The exception type that carries it, or the region: `ticket`, `urge`. */
  readonly carriedBy: string;
  /** The events that bring it into a case; every one of them is played by a scenario below. */
  readonly opens: readonly [CaseEventType, ...CaseEventType[]];
  /** Facts by which it differs from other kinds that the same events open. */
  readonly facts?: Facts;
  /** Scenarios of the parcel case that play it, by folder and name. */
  readonly scenarios: readonly [string, ...string[]];
}

/** Every kind that the guides name, by its key in the requirements. */
export const kinds = {
  refused: {
    title: { en: 'refused delivery', zh: '拒收' },
    carriedBy: 'refused',
    opens: ['parcel.refused'],
    scenarios: ['refused/change-of-mind-buyer-bears-both-freights'],
  },
  refused_courier: {
    title: { en: 'the courier declines to hand it over', zh: '快递员拒派' },
    carriedBy: 'refused',
    opens: ['delivery.declined'],
    scenarios: ['refused/courier-declines-oversize'],
  },
  refused_collect_freight: {
    title: { en: 'collect freight refused', zh: '到付拒收' },
    carriedBy: 'refused',
    opens: ['collectFreight.refused'],
    scenarios: ['refused/collect-freight-becomes-prepaid'],
  },
  damaged: {
    title: { en: 'damage', zh: '破损' },
    carriedBy: 'damaged',
    opens: ['damage.reported', 'damage.warned'],
    scenarios: ['damaged/left-with-guard-without-consent', 'damaged/warned-but-intact'],
  },
  damaged_total: {
    title: { en: 'total damage', zh: '全损' },
    carriedBy: 'damaged',
    opens: ['damage.reported'],
    facts: { damageExtent: 'total' },
    scenarios: ['damaged/signed-unseen-complaint-fully-met'],
  },
  damaged_partial: {
    title: { en: 'partial damage', zh: '部分损坏' },
    carriedBy: 'damaged',
    opens: ['damage.reported'],
    facts: { damageExtent: 'replaceablePart' },
    scenarios: ['damaged/part-bought-locally'],
  },
  leaking: {
    title: { en: 'leak', zh: '漏液' },
    carriedBy: 'damaged',
    opens: ['leak.found'],
    scenarios: ['damaged/leaking-secured-and-refused'],
  },
  contaminated: {
    title: { en: 'contaminated goods', zh: '货物污染' },
    carriedBy: 'damaged',
    opens: ['contamination.found'],
    scenarios: ['damaged/contaminated-refused-award-against-the-courier'],
  },
  long_inspection: {
    title: { en: 'receiving takes too long', zh: '验货时间长' },
    carriedBy: 'recipient',
    opens: ['receiving.slow'],
    scenarios: ['recipient/long-inspection-hastened'],
  },
  lost: {
    title: { en: 'loss', zh: '丢失' },
    carriedBy: 'lost',
    opens: ['loss.reported', 'pickup.missing'],
    scenarios: ['lost/searched-in-vain-refunded', 'lost/lost-at-pickup-reshipped'],
  },
  swapped: {
    title: { en: 'swapped goods or labels', zh: '掉包' },
    carriedBy: 'lost',
    opens: ['swap.suspected'],
    scenarios: ['lost/swapped-unsigned'],
  },
  misrouted: {
    title: { en: 'mis-routed', zh: '错派' },
    carriedBy: 'misrouted',
    opens: ['parcel.misrouted'],
    scenarios: ['misrouted/mp3-via-beijing-and-inner-mongolia'],
  },
  missorted: {
    title: { en: 'mis-sorted', zh: '错分' },
    carriedBy: 'misrouted',
    opens: ['parcel.missorted'],
    scenarios: ['misrouted/missorted-and-forwarded'],
  },
  held_at_depot: {
    title: { en: 'held at a station', zh: '留仓' },
    carriedBy: 'misrouted',
    opens: ['heading.wrong', 'sortingRun.missed', 'parcel.heldAtCentre', 'parcel.heldOverWeekend'],
    scenarios: [
      'misrouted/wrong-heading-corrected',
      'misrouted/missed-sorting-run',
      'misrouted/held-at-centre',
      'misrouted/weekend-delivered-on-monday',
    ],
  },
  over_area: {
    title: { en: 'outside the delivery area', zh: '超区' },
    carriedBy: 'overArea',
    opens: ['address.outsideArea'],
    scenarios: ['over-area/delivered-for-an-extra-fee'],
  },
  over_reach_no_branch: {
    title: { en: 'local service suspended', zh: '超派无点' },
    carriedBy: 'overArea',
    opens: ['service.suspended'],
    scenarios: ['over-area/suspended-buyer-waits'],
  },
  unserviceable_address: {
    title: { en: 'the courier does not serve the address', zh: '快递不到' },
    carriedBy: 'overArea',
    opens: ['address.unserviceable'],
    scenarios: ['over-area/unserviceable-other-courier-chosen'],
  },
  recipient_info_error: {
    title: { en: 'wrong recipient data', zh: '收件人信息有误' },
    carriedBy: 'recipient',
    opens: ['recipientData.wrong'],
    scenarios: ['recipient/corrected-on-the-second-day'],
  },
  recipient_unreachable: {
    title: { en: 'recipient absent or unreachable', zh: '普遍问题（无人、无法联系）' },
    carriedBy: 'recipient',
    opens: ['recipient.unreachable'],
    scenarios: ['recipient/phone-switched-off-then-called-back'],
  },
  no_money: {
    title: { en: 'the recipient cannot pay', zh: '客户没钱' },
    carriedBy: 'recipient',
    opens: ['recipient.cannotPay'],
    scenarios: ['recipient/cannot-pay-twice-so-the-sender-decides'],
  },
  cod_amount_change: {
    title: { en: 'amount to collect changed', zh: '货款问题' },
    carriedBy: 'papers',
    opens: ['codAmount.changeRequested'],
    scenarios: ['papers/collect-amount-changed-by-letter'],
  },
  freight_term_change: {
    title: { en: 'freight term changed', zh: '运费问题' },
    carriedBy: 'papers',
    opens: ['freightTerm.changeRequested'],
    scenarios: ['papers/collect-becomes-prepaid'],
  },
  weight_mismatch: {
    title: { en: 'weights differ', zh: '重量不符' },
    carriedBy: 'papers',
    opens: ['weight.mismatched'],
    scenarios: ['papers/weights-differ'],
  },
  return_document: {
    title: { en: 'return document changed', zh: '回单问题' },
    carriedBy: 'papers',
    opens: ['returnDocument.changeRequested'],
    scenarios: ['papers/return-document-cancelled'],
  },
  fee_dispute: {
    title: { en: 'fee unclear or irregular', zh: '费用不清或收费不规范' },
    carriedBy: 'papers',
    opens: ['fee.disputed'],
    scenarios: ['papers/fee-breaks-the-standard'],
  },
  signed_not_received: {
    title: { en: 'shown as signed, not received', zh: '显示签收未收到' },
    carriedBy: 'lost',
    opens: ['receipt.denied'],
    scenarios: ['lost/signed-but-at-pickup-point'],
  },
  self_signed_not_received: {
    title: { en: 'own signature shown, not received', zh: '本人签收未收到' },
    carriedBy: 'lost',
    opens: ['receipt.denied'],
    facts: { signedBy: 'buyer' },
    scenarios: ['lost/signed-own-slip-genuine'],
  },
  scribble_sign: {
    title: { en: 'illegible signature', zh: '草签' },
    carriedBy: 'lost',
    opens: ['receipt.denied'],
    facts: { signedBy: 'thirdParty' },
    scenarios: ['lost/signed-illegibly'],
  },
  proxy_sign: {
    title: { en: 'signed by somebody else', zh: '代签' },
    carriedBy: 'lost',
    opens: ['receipt.denied'],
    facts: { signedBy: 'thirdParty' },
    scenarios: ['lost/signed-by-proxy-consent-unproved'],
  },
  false_sign: {
    title: { en: 'false signature', zh: '虚假签收' },
    carriedBy: 'lost',
    opens: ['receipt.denied'],
    facts: { signedSlip: 'false' },
    scenarios: ['lost/signed-falsely-courier-refunds'],
  },
  no_tracking: {
    title: { en: 'no tracking data', zh: '没有物流信息' },
    carriedBy: 'standstill',
    opens: ['tracking.absent'],
    scenarios: ['standstill/no-tracking-and-a-new-date'],
  },
  in_transit_stalled: {
    title: { en: 'tracked, not out for delivery', zh: '有物流未派件' },
    carriedBy: 'standstill',
    opens: ['delivery.stalled'],
    scenarios: ['standstill/stalled-for-exactly-three-days'],
  },
  stuck_out_for_delivery: {
    title: { en: 'out for delivery for days', zh: '一直派件中' },
    carriedBy: 'standstill',
    opens: ['delivery.stuck'],
    scenarios: ['standstill/stuck-out-because-nobody-is-reached'],
  },
  tracking_stale: {
    title: { en: 'tracking stands still', zh: '物流更新不及时' },
    carriedBy: 'lost',
    opens: ['tracking.stale'],
    scenarios: ['lost/stale-verification-lapses-a-second-later'],
  },
  pickup_timeout: {
    title: { en: 'not picked up in time', zh: '揽收超时' },
    carriedBy: 'standstill',
    opens: ['pickup.overdue'],
    scenarios: ['standstill/picked-up-too-late'],
  },
  courier_feedback: {
    title: { en: 'the courier feeds an exception back', zh: '快递反馈异常' },
    carriedBy: 'recipient',
    opens: ['recipientData.wrong'],
    scenarios: ['standstill/fed-back-by-the-courier'],
  },
  delayed: {
    title: { en: 'delay', zh: '延误' },
    carriedBy: 'standstill',
    opens: ['delivery.late'],
    scenarios: ['standstill/late-by-courier-fault-with-coupon'],
  },
  delivery_time_mismatch: {
    title: { en: 'the delivery time does not suit', zh: '配送时间不合适' },
    carriedBy: 'recipient',
    opens: ['deliveryTime.unsuitable'],
    scenarios: ['recipient/delivery-time-moved'],
  },
  customs_hold: {
    title: { en: 'held by customs', zh: '海关扣留' },
    carriedBy: 'standstill',
    opens: ['customs.held'],
    scenarios: ['standstill/duty-paid-by-the-buyer'],
  },
  parcel_returning: {
    title: { en: 'the parcel is going back', zh: '包裹被退回' },
    carriedBy: 'standstill',
    opens: ['parcel.returning'],
    scenarios: ['standstill/turning-back-then-corrected'],
  },
  parcel_abnormal: {
    title: { en: 'tracking says abnormal', zh: '包裹异常' },
    carriedBy: 'standstill',
    opens: ['parcel.returning', 'customs.held', 'delivery.late'],
    scenarios: [
      'standstill/turning-back-then-corrected',
      'standstill/goods-that-customs-do-not-let-in',
      'standstill/late-and-then-turning-back',
    ],
  },
  service_attitude: {
    title: { en: 'attitude of the service', zh: '服务态度' },
    carriedBy: 'namedOnly',
    opens: ['attitude.complained'],
    scenarios: ['named-only/attitude-award-against-the-buyer'],
  },
  dropship_return: {
    title: { en: 'return of dropshipped goods', zh: '一件代发退货' },
    carriedBy: 'dropshipReturn',
    opens: ['return.requested'],
    scenarios: ['dropship-return/quality-refunded'],
  },
  not_as_described: {
    title: { en: 'not as described', zh: '货物不符合描述' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleReason: 'notAsDescribed' },
    scenarios: ['after-sale/phone-in-another-colour'],
  },
  wrong_item: {
    title: { en: 'wrong item', zh: '错发' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleReason: 'wrongItem' },
    scenarios: ['after-sale/wrong-item-exchanged-at-the-cost-of-the-merchant'],
  },
  missing_item: {
    title: { en: 'missing item', zh: '漏发' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleReason: 'missingItem' },
    scenarios: ['after-sale/missing-item-not-in-stock-so-returned'],
  },
  quality_defect: {
    title: { en: 'quality defect', zh: '质量问题' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleReason: 'qualityDefect', misuse: 'excluded' },
    scenarios: ['after-sale/defect-shown-by-photos-advanced-freight-paid-back'],
  },
  minor_flaw: {
    title: { en: 'minor flaw', zh: '小瑕疵' },
    carriedBy: 'minorFlaw',
    opens: ['flaw.reported'],
    scenarios: ['minor-flaw/stain-in-hangzhou-small-discount'],
  },
  misuse: {
    title: { en: 'misuse', zh: '使用不当' },
    carriedBy: 'afterSale',
    opens: ['trouble.solved', 'misuse.found'],
    scenarios: ['after-sale/razor-battery-the-wrong-way-round', 'after-sale/misuse-broke-the-goods'],
  },
  no_reason_return: {
    title: { en: 'return without a reason', zh: '七天无理由' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleReason: 'noReason', afterSaleWish: 'return', priceClass: 'normal' },
    scenarios: ['after-sale/half-the-return-freight-is-conceded'],
  },
  special_price_return: {
    title: { en: 'return of special-price goods', zh: '特价商品退换' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { priceClass: 'special' },
    scenarios: ['after-sale/special-price-returned'],
  },
  exchange_request: {
    title: { en: 'exchange', zh: '换货' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { afterSaleWish: 'exchange' },
    scenarios: ['after-sale/exchange-freight-first-then-the-address'],
  },
  exchange_refused: {
    title: { en: 'exchange refused', zh: '拒绝换货' },
    carriedBy: 'afterSale',
    opens: ['exchange.refused'],
    scenarios: ['after-sale/fan-exchange-refused-platform-penalises'],
  },
  poor_service: {
    title: { en: 'slow or poor service', zh: '服务不满意' },
    carriedBy: 'afterSale',
    opens: ['merchantReply.lapsed'],
    scenarios: ['after-sale/slow-merchant-takes-the-request-up'],
  },
  refund_application: {
    title: { en: 'refund application', zh: '退款申请' },
    carriedBy: 'afterSale',
    opens: ['afterSale.requested'],
    facts: { refundAmount: 'wrong' },
    scenarios: ['after-sale/amount-does-not-match'],
  },
  return_tracking: {
    title: { en: 'return waybill and countdown', zh: '退货单号与倒计时' },
    carriedBy: 'afterSale',
    opens: ['returnNumber.entered'],
    scenarios: ['after-sale/countdown-ends-and-the-system-refunds'],
  },
  malicious_return: {
    title: { en: 'malicious return', zh: '恶意退货' },
    carriedBy: 'afterSale',
    opens: ['malice.claimed'],
    scenarios: ['after-sale/malicious-return-defended'],
  },
  invoice_missing: {
    title: { en: 'no invoice', zh: '未收到发票' },
    carriedBy: 'namedOnly',
    opens: ['invoice.missing'],
    scenarios: ['named-only/invoice-agreed'],
  },
  counterfeit_claim: {
    title: { en: 'said to be counterfeit', zh: '假货' },
    carriedBy: 'namedOnly',
    opens: ['counterfeit.claimed'],
    scenarios: ['named-only/counterfeit-award-for-the-buyer'],
  },
  out_of_stock: {
    title: { en: 'out of stock', zh: '缺货' },
    carriedBy: 'shippingDuty',
    opens: ['stock.ranOut'],
    scenarios: ['shipping-duty/out-of-stock-refunded'],
  },
  free_shipping_overweight: {
    title: { en: 'too heavy for free shipping', zh: '包邮超重' },
    carriedBy: 'shippingDuty',
    opens: ['order.overweight'],
    scenarios: ['shipping-duty/overweight-and-not-shipped-rights-case'],
  },
  merchant_violation: {
    title: { en: 'violation by the merchant', zh: '商家违规' },
    carriedBy: 'namedOnly',
    opens: ['violation.reported'],
    scenarios: ['named-only/violation-reported-and-agreed'],
  },
  urge_ship_ticket: {
    title: { en: 'urge-to-ship ticket', zh: '催发货工单' },
    carriedBy: 'urge',
    opens: ['urge.opened'],
    scenarios: ['urge/ignored-and-upheld'],
  },
  ag_ticket: {
    title: { en: 'exception ticket of the platform', zh: '协同异常工单' },
    carriedBy: 'ticket',
    opens: ['ticket.opened'],
    scenarios: ['case/ticket-overdue-keeps-the-case-open'],
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** A category of the board of logistics exceptions, and the events it stands for. */
export interface BoardCategory {
  readonly title: Text;
  readonly opens: readonly [CaseEventType, ...CaseEventType[]];
  /** Whether the guides name it. The names of three of five were lost; those are inferred. */
  readonly named: boolean;
}

/** The five categories of the board. */
export const boardCategories: readonly BoardCategory[] = [
  { title: { en: 'Pickup timeout', zh: '揽收超时' }, opens: ['pickup.overdue'], named: true },
  {
    title: { en: 'Courier feedback', zh: '快递反馈异常' },
    opens: ['recipientData.wrong', 'recipient.unreachable', 'delivery.declined', 'address.outsideArea'],
    named: true,
  },
  { title: { en: 'Transit timeout', zh: '运输超时' }, opens: ['delivery.stalled'], named: false },
  { title: { en: 'Signing timeout', zh: '签收超时' }, opens: ['delivery.stuck'], named: false },
  { title: { en: 'Stale tracking', zh: '物流停滞' }, opens: ['tracking.stale'], named: false },
];
