import type { DeadlineName } from '../domain/deadlines.ts';
import type { PostingPurpose } from '../domain/money.ts';
import type { Text } from '../domain/text.ts';
import type { Outcome } from '../guards/case-context.ts';
import { type ParameterName, parameters } from '../policy/parameters.ts';
import type { Layer, Limit } from '../policy/rulebook.ts';

/** The question each layer answers. */
export const layerTitles: Readonly<Record<Layer, Text>> = {
  payer: { en: 'Who makes the buyer whole', zh: '由谁赔付买家' },
  freight: { en: 'Who bears the freight', zh: '运费由谁承担' },
  recourse: { en: 'Whom the merchant can turn to', zh: '商家可向谁追偿' },
  surcharge: { en: 'Who bears the surcharge', zh: '附加费由谁承担' },
};

/** The lines of a ruling: one for each bearer it names. */
export const lineTitles = {
  payer: { en: 'makes the buyer whole', zh: '赔付买家' },
  outbound: { en: 'way out', zh: '去程' },
  return: { en: 'way back', zh: '回程' },
  recourse: { en: 'recourse', zh: '追偿对象' },
  surcharge: { en: 'surcharge', zh: '附加费' },
} as const satisfies Readonly<Record<string, Text>>;

/** What money was moved for. */
export const purposeTitles: Readonly<Record<PostingPurpose, Text>> = {
  goods: { en: 'the goods', zh: '货款' },
  refund: { en: 'refund', zh: '退款' },
  part: { en: 'price of the part', zh: '配件费用' },
  concession: { en: 'agreed compensation', zh: '协商补偿' },
  outboundFreight: { en: 'freight of the way out', zh: '去程运费' },
  returnFreight: { en: 'freight of the way back', zh: '回程运费' },
  surcharge: { en: 'surcharge', zh: '附加费' },
  release: { en: 'release of the payment', zh: '放款' },
  claim: { en: 'compensation of the claim', zh: '理赔款' },
  claimRepayment: { en: 'compensation paid back', zh: '退回理赔款' },
  refundRepayment: { en: 'refund paid back', zh: '退回退款' },
};

/** How the side of the buyer ended. */
export const outcomeTitles: Readonly<Record<Outcome, Text>> = {
  delivered: { en: 'delivered', zh: '已送达' },
  collected: { en: 'collected by the buyer', zh: '买家已自提' },
  refunded: { en: 'refunded', zh: '已退款' },
  reshipped: { en: 'sent again', zh: '已补发' },
  exchanged: { en: 'exchanged', zh: '已换货' },
  partPaid: { en: 'the part was paid for', zh: '已付配件费用' },
  compensated: { en: 'compensated', zh: '已补偿' },
  declined: { en: 'nothing is owed to the buyer', zh: '由买家自行承担' },
  withdrawn: { en: 'withdrawn', zh: '已撤销' },
  reclassified: { en: 'became another kind of exception', zh: '转为其他异常' },
  guided: { en: 'solved by guidance', zh: '指导后解决' },
  repaired: { en: 'repaired', zh: '已修好' },
  applicationClosed: { en: 'the application was closed', zh: '申请已关闭' },
  penalised: { en: 'the platform penalised the merchant', zh: '平台已处罚商家' },
};

const titlesOfDates: Readonly<Record<Exclude<DeadlineName, ParameterName>, Text>> = {
  nextWorkingDay: { en: 'Start of the next working day', zh: '下一工作日' },
  receipt: { en: 'Automatic confirmation of receipt', zh: '自动确认收货' },
  newDate: { en: 'New date of shipping', zh: '新的发货日期' },
};

/** What a deadline is for: the title of its parameter, or of the date that an event gave. */
export function deadlineTitle(id: DeadlineName): Text {
  return id === 'nextWorkingDay' || id === 'receipt' || id === 'newDate'
    ? titlesOfDates[id]
    : parameters[id].title;
}

/** What a ruling can be limited to. */
export const limitTitles: Readonly<Record<Limit, Text>> = {
  compensation: { en: 'compensation only', zh: '仅限补偿' },
  freight: { en: 'freight only', zh: '仅限运费' },
};

/** The event is taken, but the case stays as it is. */
export const changesNothing: Text = { en: 'The case is there already.', zh: '案件已处于该状态。' };
