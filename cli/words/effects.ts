import type {
  Effect,
  EffectName,
  EffectParams,
  Instruction,
  Notice,
  Question,
} from '../../actions/effects.ts';
import { factCatalogue } from '../../domain/facts.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Language, Text } from '../../domain/text.ts';
import { instantText, marks, yuan } from '../../explain/render/words.ts';
import { deadlineTitle, purposeTitles } from '../../explain/titles.ts';

/** What an effect asks the host to do, as a sentence without its end. */
export function effectText({ type, params }: Effect, language: Language): string {
  return sentences[type](params as never)[language];
}

// Helpers

const questions: Readonly<Record<Question, Text>> = {
  refusalReason: { en: 'why the parcel was refused', zh: '拒收原因' },
  disposition: { en: 'what to do with the parcel', zh: '包裹如何处理' },
  goodsDescription: { en: 'goods, packaging and value', zh: '品名、包装与价值' },
  confirmLoss: { en: 'whether the parcel is lost', zh: '是否确认丢失' },
  signatureState: { en: 'whether the other parcel is signed for', zh: '掉包件是否已签收' },
  pickupOrTransfer: { en: 'whether to collect it or transfer it', zh: '自提或转其他快递' },
  waitOrReturn: { en: 'whether to wait or to return it', zh: '等待或退回' },
  courierChoice: { en: 'which courier serves the address', zh: '改用哪家快递' },
  consentToTransfer: { en: 'for consent to the transfer', zh: '是否同意转寄' },
  consentToSurcharge: { en: 'for consent to the surcharge', zh: '是否同意附加费' },
  returnAddress: { en: 'for the return address', zh: '退货地址' },
  remedyChoice: { en: 'which remedy is wanted', zh: '选择何种补救方式' },
  stock: { en: 'whether the goods are in stock', zh: '是否有货可补发' },
  stopRefund: { en: 'to stop the refund', zh: '请停止退款' },
  returnOfSurplus: { en: 'to give back what came twice', zh: '请退回多收的货物' },
};

const instructions: Readonly<Record<Instruction, Text>> = {
  redeliver: { en: 'deliver again', zh: '再次派送' },
  deliverWithInspection: { en: 'deliver with inspection before signing', zh: '先验货后签收派送' },
  returnToSender: { en: 'return to the sender', zh: '退回寄件人' },
  secureGoods: { en: 'secure the goods', zh: '妥善处理货物' },
  photographSource: { en: 'find and photograph the source', zh: '查明污染源并拍照' },
  searchBranch: { en: 'search the delivering branch', zh: '在派件网点查找' },
  searchCentre: { en: 'search the sorting centre', zh: '在分拨中心查找' },
  verifyTracking: { en: 'verify the tracking', zh: '核实物流' },
  forward: { en: 'forward to the right place', zh: '转寄正确站点' },
  correctHeading: { en: 'correct the heading', zh: '更正抬头' },
  deliverOnWorkingDay: { en: 'deliver on the next working day', zh: '工作日派送' },
  changeAddress: { en: 'change the address', zh: '更改地址' },
  retrieve: { en: 'take the swapped parcel back', zh: '取回掉包件' },
  transfer: { en: 'hand over to another courier', zh: '转其他快递' },
  collectFreight: { en: 'collect the freight', zh: '收取到付运费' },
  recallReplacement: { en: 'recall the replacement', zh: '拦截补发件' },
};

const notices: Readonly<Record<Notice, Text>> = {
  refusalBeingHandled: { en: 'the refusal is being handled', zh: '拒收正在处理' },
  inspectFirst: { en: 'inspect first, sign afterwards', zh: '请先验货后签收' },
  goodsContaminated: { en: 'the goods are contaminated', zh: '货物被污染' },
  searchUnderWay: { en: 'the parcel is being searched for', zh: '包裹正在查找' },
  parcelFound: { en: 'the parcel was found', zh: '包裹已找到' },
  parcelLate: { en: 'the parcel will be late', zh: '包裹将延误' },
  forceMajeure: { en: 'force majeure stopped the parcel', zh: '不可抗力导致停滞' },
  serviceSuspended: { en: 'the local service is suspended', zh: '当地网点停运' },
  noAutomaticConfirmation: { en: 'receipt will not be confirmed automatically', zh: '暂不会自动确认收货' },
  pickupPlace: { en: 'where to collect the parcel', zh: '自提地点' },
  newWaybill: { en: 'the new waybill', zh: '新运单号' },
  returnInstructions: { en: 'how to return the goods', zh: '退货方式' },
  lossConfirmed: { en: 'the parcel is lost', zh: '包裹确认丢失' },
  result: { en: 'the result', zh: '处理结果' },
};

const human: Readonly<Record<EffectParams['askHuman']['reason'], Text>> = {
  arbitration: { en: 'the rule leaves it to arbitration', zh: '规则要求仲裁' },
  conflict: { en: 'articles conflict', zh: '条款冲突' },
  silent: { en: 'no article applies', zh: '无适用条款' },
  ticketOverdue: { en: 'a ticket is overdue', zh: '工单逾期' },
  reshipmentLate: { en: 'the new shipment is late', zh: '补发逾期' },
};

const sentences: { readonly [Name in EffectName]: (params: EffectParams[Name]) => Text } = {
  requestEvidence: ({ from, facts }) =>
    each((language) => {
      const names = facts.map((fact) => factCatalogue[fact].title[language]).join(marks[language].semicolon);
      return language === 'en'
        ? `ask the ${partyTitles[from].en} for: ${names}`
        : `请${partyTitles[from].zh}举证：${names}`;
    }),
  askParty: ({ party, question, couriers = [] }) => ({
    en: `ask the ${partyTitles[party].en} ${questions[question].en}${couriers.length > 0 ? ` (${couriers.join(', ')})` : ''}`,
    zh: `询问${partyTitles[party].zh}：${questions[question].zh}${couriers.length > 0 ? `（${couriers.join('、')}）` : ''}`,
  }),
  instructCourier: ({ instruction, amount }) => ({
    en: `tell the courier: ${instructions[instruction].en}${amount === undefined ? '' : ` (${yuan(amount)})`}`,
    zh: `通知快递：${instructions[instruction].zh}${amount === undefined ? '' : `（${yuan(amount)}）`}`,
  }),
  notifyBuyer: ({ notice }) => ({
    en: `tell the buyer: ${notices[notice].en}`,
    zh: `告知买家：${notices[notice].zh}`,
  }),
  refundBuyer: ({ amount, from }) => ({
    en: `refund ${yuan(amount)} to the buyer out of ${from === 'escrow' ? 'escrow' : `the ${from}'s money`}`,
    zh: `向买家退款 ${yuan(amount)}，出自${partyTitles[from].zh}`,
  }),
  payBuyer: ({ amount, purpose, from }) => ({
    en: `pay the buyer ${yuan(amount)} from the ${from} (${purposeTitles[purpose].en})`,
    zh: `${partyTitles[from].zh}向买家支付 ${yuan(amount)}（${purposeTitles[purpose].zh}）`,
  }),
  collectFromBuyer: ({ amount, purpose }) => ({
    en: `collect ${yuan(amount)} from the buyer (${purposeTitles[purpose].en})`,
    zh: `向买家收取 ${yuan(amount)}（${purposeTitles[purpose].zh}）`,
  }),
  shipReplacement: () => ({ en: 'send the goods again', zh: '补发货物' }),
  relabel: () => ({ en: 'print a new label and note it', zh: '换单并备注' }),
  fileClaim: ({ against, amount }) => ({
    en: `claim ${yuan(amount)} from the ${against}`,
    zh: `向${partyTitles[against].zh}索赔 ${yuan(amount)}`,
  }),
  escalateClaim: ({ against, amount }) => ({
    en: `press the claim of ${yuan(amount)} against the ${against}`,
    zh: `向${partyTitles[against].zh}催赔 ${yuan(amount)}`,
  }),
  withdrawClaim: ({ against, amount }) => ({
    en: `withdraw the claim of ${yuan(amount)} against the ${against}`,
    zh: `撤回向${partyTitles[against].zh}的索赔 ${yuan(amount)}`,
  }),
  recallGoods: () => ({ en: 'have the goods sent to the merchant', zh: '要求将货物寄回商家' }),
  extendReceipt: () => ({ en: 'extend the receipt deadline', zh: '延长收货时间' }),
  scheduleDeadline: ({ deadline: { id, dueAt } }) => ({
    en: `set a deadline, ${instantText(dueAt)}: ${deadlineTitle(id).en}`,
    zh: `设定期限 ${instantText(dueAt)}：${deadlineTitle(id).zh}`,
  }),
  askHuman: ({ reason }) => ({
    en: `put the case before a human: ${human[reason].en}`,
    zh: `转人工处理：${human[reason].zh}`,
  }),
};

function each(text: (language: Language) => string): Text {
  return { en: text('en'), zh: text('zh') };
}
