import type { Effect, EffectName, EffectParams, Instruction, Question } from '../../actions/effects.ts';
import { factCatalogue } from '../../domain/facts.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Language, Text } from '../../domain/text.ts';
import { notices } from '../notices.ts';
import { deadlineTitle, purposeTitles } from '../titles.ts';
import { instantText, marks, yuan } from './words.ts';

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
  alternative: { en: 'whether other goods are wanted instead', zh: '是否改换其他商品' },
  excessPostage: { en: 'whether to pay the freight above free shipping', zh: '是否补付超重运费' },
  agreement: { en: 'whether an agreement was reached', zh: '是否协商一致' },
  warehouse: { en: 'when the goods leave the warehouse', zh: '何时出库' },
  whereIsParcel: { en: 'where the parcel is', zh: '包裹现在何处' },
  whyReturning: { en: 'why the parcel is turning back', zh: '退回原因' },
  duty: { en: 'whether customs duty is open', zh: '是否有未缴关税' },
  ticketObstacle: { en: 'to help with an obstacle to the ticket', zh: '工单处理遇阻，请协助' },
  recipientData: { en: 'for the right recipient data', zh: '正确的收件信息' },
  payment: { en: 'how the recipient is to pay', zh: '如何收款' },
  deliveryTime: { en: 'which delivery time suits', zh: '约定派送时间' },
  hastenReceiving: { en: 'to hasten the receiving of the goods', zh: '请加快验收' },
  freightTerm: { en: 'who is to pay the freight', zh: '运费由谁支付' },
  letter: { en: 'for a stamped and signed letter', zh: '提供盖章签字的确认函' },
  weight: { en: 'which weight is right', zh: '确认实际重量' },
  itemisedFee: { en: 'for the fee, item by item', zh: '提供费用明细' },
  guideUse: { en: 'to find out about the use and guide the buyer', zh: '了解使用情况并指导使用' },
  approval: { en: 'whether the request is approved', zh: '是否同意申请' },
  testOfGoods: { en: 'to test the goods', zh: '检测商品' },
  recordReview: { en: 'to look at the purchase and chat records', zh: '查看购物与对话记录' },
  returnInstead: { en: 'whether to return the goods instead', zh: '是否改为退货' },
  exchangeFreight: { en: 'to pay the freight of the new shipment first', zh: '请先补换货运费' },
  rejectRefund: { en: 'to reject the refund, because the return stands still', zh: '退货无物流，请拒绝退款' },
  settlementByHand: { en: 'to settle outside the closed application', zh: '申请已关闭，请自行结算' },
  discount: { en: 'which discount to offer', zh: '提出多少优惠' },
  acceptDiscount: { en: 'whether the discount is accepted', zh: '是否接受优惠' },
  exchangeOrReturn: { en: 'whether to exchange or return', zh: '换货还是退货' },
  returnAndReorder: { en: 'whether to return and order again', zh: '是否退货重拍' },
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
  registerChange: { en: 'register the change', zh: '登记变更' },
  pickUp: { en: 'pick the parcel up', zh: '上门取件' },
  photographScale: { en: 'photograph the parcel on the scale', zh: '拍摄称重照片' },
};

const human: Readonly<Record<EffectParams['askHuman']['reason'], Text>> = {
  arbitration: { en: 'the rule leaves it to arbitration', zh: '规则要求仲裁' },
  conflict: { en: 'articles conflict', zh: '条款冲突' },
  silent: { en: 'no article applies', zh: '无适用条款' },
  ticketOverdue: { en: 'a ticket is overdue', zh: '工单逾期' },
  reshipmentLate: { en: 'the new shipment is late', zh: '补发逾期' },
  largeDiscount: { en: 'a discount above the band is demanded', zh: '要求的优惠超出上限' },
  longWait: { en: 'the wait has become long', zh: '等待时间过长' },
  returnMissing: { en: 'goods sent back have not arrived', zh: '退货逾期未到' },
  shippingJudgement: {
    en: 'the platform has to judge whether the goods were shipped in time',
    zh: '须由平台判定是否按时发货',
  },
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
  notifyBuyer: ({ notice, waybill }) => ({
    en: `tell the buyer: ${notices[notice].title.en}${waybill === undefined ? '' : ` (${waybill})`}`,
    zh: `告知买家：${notices[notice].title.zh}${waybill === undefined ? '' : `（${waybill}）`}`,
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
