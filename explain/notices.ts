import type { Notice } from '../actions/effects.ts';
import type { Text } from '../domain/text.ts';

/** A notice to the buyer: what it is about, and what it says. */
export interface NoticeDefinition {
  readonly title: Text;
  /**
   * Sentences with facts of the case in braces, such as `{waybill}`. A sentence is left out where a fact of it is not
   * known; the first one needs only the waybill and the courier, which every case has.
   */
  readonly sentences: readonly [Text, ...Text[]];
}

const untilChosen = {
  en: 'Your answer is awaited until {choiceUntil}.',
  zh: '请在 {choiceUntil} 前答复。',
} as const;
const heldUntil = { en: 'It is held until {heldUntil}.', zh: '包裹保留至 {heldUntil}。' } as const;
const returnUntil = {
  en: 'The time for this ends on {returnUntil}.',
  zh: '办理期限至 {returnUntil}。',
} as const;
const extensionAsked = {
  en: 'The date of receipt stands at {receiptUntil}; an extension has been requested.',
  zh: '当前自动确认收货时间为 {receiptUntil}，已申请延长。',
} as const;

/** What the buyer is told. Texts state what the case knows and promise nothing else. */
export const notices: Readonly<Record<Notice, NoticeDefinition>> = {
  refusalBeingHandled: {
    title: { en: 'the refusal is being handled', zh: '拒收正在处理' },
    sentences: [
      {
        en: 'Parcel {waybill} ({courier}) was not handed over. The seller has been asked what is to happen with it.',
        zh: '您的包裹 {waybill}（{courier}）未能交付，已请商家决定如何处理。',
      },
    ],
  },
  inspectFirst: {
    title: { en: 'inspect first, sign afterwards', zh: '请先验货后签收' },
    sentences: [
      {
        en: 'Please inspect parcel {waybill} before you sign for it. If the goods are damaged, refuse it and take photos.',
        zh: '包裹 {waybill} 送达时请先验货再签收；如有破损，请拒收并拍照留证。',
      },
    ],
  },
  goodsContaminated: {
    title: { en: 'the goods are contaminated', zh: '货物被污染' },
    sentences: [
      {
        en: 'Other goods soiled parcel {waybill} on its way. It is delivered nevertheless; you may inspect it and refuse it.',
        zh: '包裹 {waybill} 在运输途中被其他货物污染，仍会派送，您可以验货并拒收。',
      },
    ],
  },
  searchUnderWay: {
    title: { en: 'the parcel is being searched for', zh: '包裹正在查找' },
    sentences: [
      {
        en: 'Parcel {waybill} cannot be found at present; {courier} has been asked to search for it.',
        zh: '暂时查不到包裹 {waybill}，已请快递（{courier}）查找。',
      },
      { en: 'The search lasts until {searchUntil} at the latest.', zh: '查找最迟至 {searchUntil}。' },
    ],
  },
  lossConfirmed: {
    title: { en: 'the parcel is lost', zh: '包裹确认丢失' },
    sentences: [{ en: 'Parcel {waybill} is treated as lost.', zh: '包裹 {waybill} 已按丢失处理。' }],
  },
  parcelFound: {
    title: { en: 'the parcel was found', zh: '包裹已找到' },
    sentences: [
      {
        en: 'Parcel {waybill} was found, and {courier} has been told to deliver it.',
        zh: '包裹 {waybill} 已找到，已通知快递（{courier}）派送。',
      },
    ],
  },
  returnFound: {
    title: { en: 'the returned parcel was found', zh: '退回件已找到' },
    sentences: [
      {
        en: 'The parcel on its way back was found and goes on to where the goods are returned.',
        zh: '退回途中的包裹已找到，将继续退回。',
      },
    ],
  },
  parcelLate: {
    title: { en: 'the parcel will be late', zh: '包裹将延误' },
    sentences: [
      {
        en: 'Your parcel takes longer than usual. The courier has been contacted about it.',
        zh: '您的包裹比平时慢，已联系快递处理。',
      },
    ],
  },
  forceMajeure: {
    title: { en: 'force majeure stopped the parcel', zh: '不可抗力导致停滞' },
    sentences: [
      {
        en: 'Force majeure has stopped parcel {waybill}.',
        zh: '受不可抗力影响，包裹 {waybill} 暂时停滞。',
      },
      extensionAsked,
    ],
  },
  serviceSuspended: {
    title: { en: 'the local service is suspended', zh: '当地网点停运' },
    sentences: [
      {
        en: 'The local service of {courier} is suspended, so parcel {waybill} cannot be delivered for now. You may wait, or have it sent back.',
        zh: '快递（{courier}）当地网点暂停服务，包裹 {waybill} 暂时无法派送，您可以选择等待或退回。',
      },
      {
        en: 'Without an answer by {choiceUntil} it is taken that you wait.',
        zh: '{choiceUntil} 前未答复的，按愿意等待处理。',
      },
    ],
  },
  noAutomaticConfirmation: {
    title: { en: 'receipt will not be confirmed automatically', zh: '暂不会自动确认收货' },
    sentences: [
      { en: 'Parcel {waybill} is being waited for.', zh: '正在等待恢复派送包裹 {waybill}。' },
      {
        en: 'Your payment of {escrow} stays in escrow until you confirm receipt or the date of receipt passes.',
        zh: '货款 {escrow} 仍在平台担保中，在您确认收货或确认收货期限届满之前不会放款。',
      },
      extensionAsked,
    ],
  },
  pickupPlace: {
    title: { en: 'where to collect the parcel', zh: '自提地点' },
    sentences: [
      {
        en: 'Parcel {waybill} is ready to be collected; {courier} says where.',
        zh: '包裹 {waybill} 可以自提，地点请向快递（{courier}）核实。',
      },
      heldUntil,
    ],
  },
  newWaybill: {
    title: { en: 'the new waybill', zh: '新运单号' },
    sentences: [
      { en: 'Your goods are on the way.', zh: '您的商品已寄出。' },
      { en: 'The waybill number is {newWaybill}.', zh: '运单号：{newWaybill}。' },
    ],
  },
  returnInstructions: {
    title: { en: 'how to return the goods', zh: '退货方式' },
    sentences: [
      { en: 'You may send the goods back.', zh: '您可以寄回商品。' },
      { en: 'The address is: {address}.', zh: '退货地址：{address}。' },
      returnUntil,
    ],
  },
  callCourier: {
    title: { en: 'call the courier', zh: '请联系快递' },
    sentences: [
      {
        en: 'Parcel {waybill} could not be delivered: the recipient was not reached, or the recipient data are wrong. Please contact {courier} or check the data.',
        zh: '包裹 {waybill} 未能派送：联系不上收件人或收件信息有误，请联系快递（{courier}）或核对收件信息。',
      },
      heldUntil,
    ],
  },
  newDate: {
    title: { en: 'the new date', zh: '新的发货时间' },
    sentences: [
      { en: 'Your goods have not left the warehouse yet.', zh: '您的商品尚未出库。' },
      { en: 'The warehouse names {newDate} as the date.', zh: '仓库答复的发货时间为 {newDate}。' },
    ],
  },
  outOfStock: {
    title: { en: 'the goods are out of stock', zh: '商品缺货' },
    sentences: [
      {
        en: 'The goods of your order are out of stock. You may take another item instead, or have your money back.',
        zh: '您购买的商品缺货，可以改换其他商品，也可以退款。',
      },
      untilChosen,
    ],
  },
  customsHold: {
    title: { en: 'customs holds the parcel', zh: '海关扣留' },
    sentences: [{ en: 'Customs hold parcel {waybill}.', zh: '包裹 {waybill} 被海关扣留。' }],
  },
  deliveryArranged: {
    title: { en: 'when the parcel will be delivered', zh: '已约定派送时间' },
    sentences: [
      {
        en: '{courier} has been told to deliver parcel {waybill} once more.',
        zh: '已通知快递（{courier}）再次派送包裹 {waybill}。',
      },
    ],
  },
  furtherHelp: {
    title: { en: 'further help is always at hand', zh: '今后有问题可随时联系' },
    sentences: [
      {
        en: 'Your question about the goods has been settled. If it comes back, please write again.',
        zh: '您反映的使用问题已解决，如再次出现欢迎联系我们。',
      },
    ],
  },
  localTest: {
    title: { en: 'where the goods can be tested', zh: '当地售后检测方式' },
    sentences: [
      {
        en: 'Please have the goods tested at a local service point and send in the result. If there is none, say so.',
        zh: '请将商品送当地售后网点检测并提交结果；当地没有网点的请告知。',
      },
      { en: 'The result is awaited until {evidenceUntil}.', zh: '请在 {evidenceUntil} 前提交。' },
    ],
  },
  mayComplain: {
    title: { en: 'the platform takes complaints', zh: '可向平台投诉' },
    sentences: [
      {
        en: 'If you do not agree with how your request was handled, you may complain to the platform.',
        zh: '如对处理情况有异议，您可以向平台投诉。',
      },
      untilChosen,
    ],
  },
  enterReturnNumber: {
    title: { en: 'enter the return waybill, or no refund can be made', zh: '请填写退货单号，否则无法退款' },
    sentences: [
      {
        en: 'Your return has arrived, but its waybill number was not entered; without it the system cannot refund.',
        zh: '退货已收到，但未填写退货单号，系统无法退款，请补填。',
      },
      returnUntil,
    ],
  },
  refundRejected: {
    title: { en: 'the refund was rejected', zh: '退款申请被拒绝' },
    sentences: [
      {
        en: 'The refund was rejected, because the return shows no movement. You may correct its waybill number or complain.',
        zh: '因退货没有物流信息，退款申请被拒绝，您可以更正退货单号或投诉。',
      },
      returnUntil,
    ],
  },
  applicationClosed: {
    title: { en: 'the application was closed', zh: '退款申请已关闭' },
    sentences: [
      {
        en: 'The application was closed, because no return waybill was entered in time. The seller has the goods and has been asked to settle it directly.',
        zh: '逾期未填写退货单号，申请已关闭；商品已在商家处，已请商家另行结算。',
      },
    ],
  },
  flawCareTips: {
    title: { en: 'how to remove the flaw', zh: '瑕疵去除建议' },
    sentences: [
      {
        en: 'You keep the goods. Please follow the care label when you try to remove the flaw.',
        zh: '商品由您保留，处理瑕疵时请参照洗护标识。',
      },
      { en: 'The discount agreed is {agreed}.', zh: '已约定优惠 {agreed}。' },
    ],
  },
  result: {
    title: { en: 'the result', zh: '处理结果' },
    sentences: [
      { en: 'Your case about parcel {waybill} has been decided.', zh: '您的包裹 {waybill} 已有处理结果。' },
      { en: 'Result: {outcome}.', zh: '结果：{outcome}。' },
      { en: 'Reason: {reason}', zh: '依据：{reason}' },
      { en: 'Refunded to you: {refund}.', zh: '已退款 {refund}。' },
      { en: 'Paid to you: {compensation}.', zh: '已支付 {compensation}。' },
    ],
  },
};
