import { type FactName, factCatalogue, factNames } from '../../domain/facts.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Text } from '../../domain/text.ts';
import { type ParameterName, parameters } from '../../policy/parameters.ts';

/** The label of a field of an event or of the input of a case, by its path, such as `['facts', 'stock']`. */
export function labelOf(path: readonly string[]): Text {
  const name = path.at(-1) ?? '';
  if (path.includes('policy') && Object.hasOwn(parameters, name))
    return parameters[name as ParameterName].title;
  if (path.includes('facts') && Object.hasOwn(factCatalogue, name))
    return factCatalogue[name as FactName].title;
  return fieldTitles[name] ?? { en: name, zh: name };
}

/** The name of an option of a field, given all its options: that of a party, of the value of a fact, or its own. */
export function optionTitle(path: readonly string[], value: string, options: readonly string[]): Text {
  const own = factOf(path.at(-1) ?? '');
  const fact = own ?? mostAlike(options);
  const parties: Readonly<Record<string, Text>> = partyTitles;
  const byParty = options.every((option) => Object.hasOwn(parties, option)) ? parties[value] : undefined;
  const byFact = fact && factCatalogue[fact].values[value];
  const found = own ? (byFact ?? byParty) : (byParty ?? byFact);
  return found ?? optionTitles[value] ?? parties[value] ?? { en: value, zh: value };
}

// Helpers

function factOf(name: string): FactName | undefined {
  return factNames.find((fact) => fact === name);
}

/** The fact that shares the most values with the options. */
function mostAlike(options: readonly string[]): FactName | undefined {
  let best: FactName | undefined;
  let most = 0;
  for (const name of factNames) {
    const shared = options.filter((option) => Object.hasOwn(factCatalogue[name].values, option)).length;
    if (shared > most) [best, most] = [name, shared];
  }
  return best;
}

const fieldTitles: Readonly<Record<string, Text>> = {
  at: { en: 'Time', zh: '时间' },
  amount: { en: 'Amount', zh: '金额' },
  by: { en: 'By whom', zh: '由谁' },
  cause: { en: 'Cause', zh: '原因' },
  cost: { en: 'Cost', zh: '费用' },
  courier: { en: 'Courier', zh: '快递公司' },
  facts: { en: 'Facts', zh: '事实' },
  flaw: { en: 'Flaw', zh: '瑕疵类型' },
  freight: { en: 'Freight', zh: '运费' },
  grams: { en: 'Weight in grams', zh: '重量（克）' },
  ground: { en: 'Ground', zh: '拒绝理由' },
  lastUpdateAt: { en: 'Last tracking update', zh: '最后一次物流更新' },
  name: { en: 'Goods', zh: '品名' },
  note: { en: 'Note', zh: '备注' },
  obstacle: { en: 'Obstacle', zh: '处理障碍' },
  outboundFreight: { en: 'Freight of the way out', zh: '去程运费' },
  outSince: { en: 'Out for delivery since', zh: '开始派件时间' },
  packaging: { en: 'Packaging', zh: '包装' },
  payer: { en: 'Who makes the buyer whole', zh: '赔付方' },
  place: { en: 'Place', zh: '地点' },
  reason: { en: 'Reason', zh: '原因' },
  recourse: { en: 'Whom the merchant can turn to', zh: '追偿对象' },
  refund: { en: 'Refund applied for', zh: '申请退款金额' },
  reply: { en: 'Reply', zh: '回复内容' },
  returnAddress: { en: 'Return address', zh: '退货地址' },
  returnFreight: { en: 'Freight of the way back', zh: '回程运费' },
  shippedAt: { en: 'Shipped at', zh: '发货时间' },
  shipsAt: { en: 'Leaves at', zh: '出库时间' },
  shownSigner: { en: 'Who the tracking says signed', zh: '物流显示的签收人' },
  signed: { en: 'Signed', zh: '已签字' },
  signedAt: { en: 'Signed for at', zh: '签收时间' },
  source: { en: 'Source', zh: '污染来源' },
  stamped: { en: 'Stamped', zh: '已盖章' },
  surcharge: { en: 'Surcharge', zh: '附加费' },
  term: { en: 'Freight is paid', zh: '运费方式' },
  ticket: { en: 'Ticket number', zh: '工单号' },
  trackedSince: { en: 'First tracking update', zh: '首次物流更新' },
  until: { en: 'Until', zh: '截止时间' },
  value: { en: 'Value', zh: '价值' },
  verifiedWithSender: { en: 'Verified with the sender', zh: '已与寄件人核实' },
  violation: { en: 'Violation', zh: '违规类型' },
  waybill: { en: 'Waybill number', zh: '运单号' },
  wish: { en: 'What the buyer wants', zh: '买家诉求' },

  caseId: { en: 'Case number', zh: '案件编号' },
  openedAt: { en: 'Opened at', zh: '立案时间' },
  order: { en: 'Order', zh: '订单' },
  paid: { en: 'Paid for the goods', zh: '买家实付货款' },
  freightTerm: { en: 'Freight is paid', zh: '运费方式' },
  outboundFreightPaidBy: { en: 'Who paid the freight', zh: '运费由谁支付' },
  dropship: { en: 'Shipped by a supplier', zh: '一件代发' },
  priceClass: { en: 'Kind of price', zh: '价格类型' },
  province: { en: 'Province of the buyer', zh: '买家省份' },
  receiptDueAt: { en: 'Receipt is confirmed automatically at', zh: '自动确认收货时间' },
  region: { en: 'Region of the buyer', zh: '买家地区' },
  policy: { en: "The merchant's own choices", zh: '商家参数' },
  ruleSet: { en: 'Rule set', zh: '规则集' },
};

const optionTitles: Readonly<Record<string, Text>> = {
  abusiveLanguage: { en: 'abusive language', zh: '辱骂买家' },
  brokenPromise: { en: 'a broken promise', zh: '违背承诺' },
  buyerBoth: { en: 'the buyer, both ways', zh: '往返均由买家承担' },
  cannotShip: { en: 'cannot ship', zh: '无法发货' },
  collect: { en: 'collected at the door', zh: '到付' },
  compensation: { en: 'compensation', zh: '补偿' },
  conditionsNotMet: { en: 'the conditions of a return are not met', zh: '不符合退货条件' },
  damaged: { en: 'damaged', zh: '破损' },
  deformation: { en: 'deformation', zh: '变形' },
  exchange: { en: 'exchange', zh: '换货' },
  exchangeAgreed: { en: 'an exchange was agreed', zh: '已协商换货' },
  exemptArea: { en: 'the area is exempt', zh: '免责地区' },
  falseVoucher: { en: 'a false voucher', zh: '虚假凭证' },
  glue: { en: 'glue', zh: '胶渍' },
  guides: { en: 'the guides', zh: '操作指引' },
  half: { en: 'half each', zh: '各承担一半' },
  hole: { en: 'hole', zh: '破洞' },
  illegible: { en: 'not legible', zh: '无法辨认' },
  jzh: { en: 'Jiangsu, Zhejiang, Shanghai', zh: '江浙沪' },
  leakedPrivacy: { en: 'leaked private data', zh: '泄露隐私' },
  noReason: { en: 'no reason', zh: '无理由' },
  normal: { en: 'normal price', zh: '正常价格' },
  offlineDeal: { en: 'a deal outside the platform', zh: '引导线下交易' },
  other: { en: 'other', zh: '其他' },
  prepaid: { en: 'paid in advance', zh: '寄付' },
  reasonDoesNotMatch: { en: 'the reason does not match the record', zh: '理由与记录不符' },
  remote: { en: 'remote area', zh: '偏远地区' },
  reship: { en: 'new shipment', zh: '补发' },
  return: { en: 'return', zh: '退货' },
  shipsLater: { en: 'ships later', zh: '延后发货' },
  slowFlashSale: { en: 'slow shipping of a flash sale', zh: '秒杀发货慢' },
  special: { en: 'campaign price', zh: '活动价格' },
  stain: { en: 'stain', zh: '污渍' },
};
