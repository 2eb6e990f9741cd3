import type { Party } from './parties.ts';
import type { Text } from './text.ts';

/** One fact a liability rule may read: its values and where it comes from. */
export interface FactDefinition {
  readonly title: Text;
  /** The finite values, each with its name for people. A fact that has no value yet is pending. */
  readonly values: Readonly<Record<string, Text>>;
  /**
   * `evidence`: somebody is asked for it; `course`: it follows from what happened to the parcel;
   * `order`: known from the order; `policy`: a parameter pinned when the case was opened.
   */
  readonly from: 'evidence' | 'course' | 'order' | 'policy';
  /** Whom to ask. Evidence only. */
  readonly ask?: Party;
  /** The value that counts when the one who was asked lets the evidence deadline lapse. Evidence only. */
  readonly ifSilent?: string;
  /** The value a case starts with. Without it the fact is pending at first. */
  readonly initially?: string;
}

const yesNo = { yes: { en: 'yes', zh: '是' }, no: { en: 'no', zh: '否' } };
const proof = { shown: { en: 'shown', zh: '已出示' }, missing: { en: 'missing', zh: '未出示' } };

/** Every fact of every rulebook. The same fact means the same in every exception type. */
const facts = {
  // What is known from the order
  dropship: {
    title: { en: 'shipped directly by the supplier', zh: '一件代发' },
    values: yesNo,
    from: 'order',
  },

  // Signature and evidence
  signedBy: {
    title: { en: 'who signed for the parcel', zh: '签收人' },
    values: {
      nobody: { en: 'nobody', zh: '无人签收' },
      buyer: { en: 'the buyer', zh: '本人' },
      thirdParty: { en: 'a third party', zh: '第三方' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'thirdParty',
  },
  inspectedBeforeSigning: {
    title: { en: 'inspected before signing', zh: '先验货后签收' },
    values: yesNo,
    from: 'evidence',
    ask: 'buyer',
    ifSilent: 'no',
  },
  contactProof: {
    title: { en: 'proof that the buyer was contacted before delivery', zh: '派送前联系买家的凭证' },
    values: proof,
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'missing',
  },
  consentProof: {
    title: { en: 'proof that the buyer consented to a third party signing', zh: '同意第三方签收的凭证' },
    values: proof,
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'missing',
  },
  signedSlip: {
    title: { en: 'what the signed slip shows', zh: '签收底单核实结果' },
    values: {
      genuine: { en: 'a genuine signature', zh: '签名属实' },
      false: { en: 'a false signature', zh: '虚假签收' },
      missing: { en: 'no slip is produced', zh: '未提供底单' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'missing',
  },

  // Damage
  damageProof: {
    title: { en: 'photos or film of the damage', zh: '破损照片或视频' },
    values: proof,
    from: 'evidence',
    ask: 'buyer',
    ifSilent: 'missing',
  },
  damageKind: {
    title: { en: 'kind of damage', zh: '破损类型' },
    values: {
      broken: { en: 'broken', zh: '破损' },
      leaking: { en: 'leaking', zh: '漏液' },
      contaminated: { en: 'contaminated by other goods', zh: '货物污染' },
    },
    from: 'course',
    initially: 'broken',
  },
  damageExtent: {
    title: { en: 'extent of the damage', zh: '损坏程度' },
    values: {
      total: { en: 'total', zh: '全损' },
      partial: { en: 'partial', zh: '部分损坏' },
      replaceablePart: { en: 'one part that can be bought separately', zh: '可单独购买的部件损坏' },
    },
    from: 'evidence',
    ask: 'buyer',
    ifSilent: 'partial',
  },
  damageCause: {
    title: { en: 'cause of the damage', zh: '破损原因' },
    values: {
      transport: { en: 'transport', zh: '运输' },
      packaging: { en: 'packaging', zh: '包装' },
      fragileGoods: { en: 'the goods being fragile, oversize or overweight', zh: '货物易碎或超重超大' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'transport',
  },
  reportedInTime: {
    title: { en: 'damage reported inside the window of the merchant', zh: '在商家期限内反映破损' },
    values: yesNo,
    from: 'course',
    initially: 'yes',
  },
  courierCoverage: {
    title: { en: 'inside the guarantee scope of the courier', zh: '属于快递保障范围' },
    values: yesNo,
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'yes',
  },
  complaint: {
    title: { en: 'complaint filed with the platform', zh: '已向平台投诉' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },
  merchantGoodwill: {
    title: { en: 'the merchant agreed to help although the rule does not oblige it', zh: '商家自愿承担' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },

  // Loss
  lossGround: {
    title: { en: 'why the parcel counts as lost', zh: '认定丢失的依据' },
    values: {
      searchFailed: { en: 'branch and sorting centre did not find it', zh: '网点与分拨中心均未找到' },
      courierConfirmed: { en: 'the courier confirmed the loss', zh: '快递确认丢失' },
      lostAtPickup: { en: 'lost at pickup, confirmed by the courier', zh: '揽收环节丢失，快递已确认' },
      verificationLapsed: { en: 'no valid answer on stale tracking in time', zh: '物流停滞且核实逾期' },
      signedNotReceived: { en: 'shown as signed but not received', zh: '显示签收但未收到' },
    },
    from: 'course',
  },
  swapCause: {
    title: { en: 'who swapped the goods or the labels', zh: '掉包责任人' },
    values: {
      courier: { en: 'the courier', zh: '快递' },
      buyer: { en: 'the recipient', zh: '收件方' },
      merchant: { en: 'the sender', zh: '寄件方' },
      unknown: { en: 'not known', zh: '无法查明' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'unknown',
  },
  forceMajeure: {
    title: { en: 'force majeure', zh: '不可抗力' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },

  // Mis-routing and holding
  holdReason: {
    title: { en: 'why the parcel is not where it should be', zh: '错派或留仓原因' },
    values: {
      transitError: { en: 'sent to the wrong place', zh: '错派' },
      missorted: { en: 'mis-sorted', zh: '错分' },
      wrongHeading: { en: 'wrong heading on the parcel', zh: '大头笔错误' },
      missedRun: { en: 'missed the sorting run', zh: '未赶上分拨' },
      heldAtCentre: { en: 'held at the sorting centre', zh: '中心留仓' },
      weekend: { en: 'company address closed over the weekend', zh: '公司地址周末休息' },
    },
    from: 'course',
  },
  delayClaim: {
    title: { en: 'compensation for the delay demanded', zh: '要求延误补偿' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },

  // Delivery area
  areaFinding: {
    title: { en: 'how the address turned out not to be served', zh: '超区情形' },
    values: {
      atArrival: { en: 'found by the courier at arrival', zh: '到站发现超区' },
      suspended: { en: 'local service suspended for a while', zh: '当地网点停运' },
      atDispatch: { en: 'found at dispatch', zh: '发货时发现快递不到' },
    },
    from: 'course',
  },
  courierChoice: {
    title: { en: 'who chose the courier, and how', zh: '快递由谁选定' },
    values: {
      buyersWish: { en: 'the buyer wished it', zh: '买家指定' },
      merchantChecked: { en: 'the merchant, after checking its range', zh: '商家查过派送范围' },
      merchantUnchecked: { en: 'the merchant, without checking its range', zh: '商家未查派送范围' },
    },
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'merchantUnchecked',
  },
  acceptedOutsideRange: {
    title: {
      en: 'the courier accepted a parcel outside its published range',
      zh: '快递收下了超出公布范围的包裹',
    },
    values: yesNo,
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'yes',
  },
  resentAfterReturn: {
    title: { en: 'sent again after a return', zh: '退回后重发' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },

  // What the merchant can do
  stock: {
    title: { en: 'the goods are in stock', zh: '有货可补发' },
    values: yesNo,
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'no',
  },

  // Refusal
  refusalReason: {
    title: { en: 'reason of the refusal', zh: '拒收原因' },
    values: {
      wrongItem: { en: 'wrong item', zh: '错发' },
      missingItem: { en: 'missing item', zh: '漏发' },
      notAsDescribed: { en: 'not as described', zh: '与描述不符' },
      qualityDefect: { en: 'quality defect', zh: '质量问题' },
      changeOfMind: { en: 'change of mind', zh: '不想要了' },
      collectFreight: { en: 'recipient will not pay collect freight', zh: '到付拒收' },
      oversize: { en: 'too large to deliver', zh: '货物过大' },
      noIdentity: { en: 'no valid identity shown', zh: '无有效证件' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'changeOfMind',
  },

  // Dropship returns
  returnReason: {
    title: { en: 'reason of the return', zh: '退货原因' },
    values: {
      quality: { en: 'quality defect', zh: '质量问题' },
      wrongItem: { en: 'wrong item', zh: '错发' },
      notAsDescribed: { en: 'not as described', zh: '与描述不符' },
      customerError: { en: 'the customer chose wrongly', zh: '顾客选错' },
      logistics: { en: 'delay, damage or loss on the way', zh: '物流问题' },
    },
    from: 'course',
  },
  descriptionSource: {
    title: { en: 'whose description was wrong', zh: '错误描述的来源' },
    values: { merchant: { en: 'the merchant', zh: '商家' }, supplier: { en: 'the supplier', zh: '供应商' } },
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'merchant',
  },
  requestMatchesRecord: {
    title: { en: 'the stated reason matches the chat record', zh: '退货理由与聊天记录相符' },
    values: yesNo,
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'yes',
  },
  withinReturnWindow: {
    title: { en: 'asked for inside the return window', zh: '在退货期限内提出' },
    values: yesNo,
    from: 'course',
  },
  returnCondition: {
    title: { en: 'return conditions on inspection by the merchant', zh: '商家验货结果' },
    values: { met: { en: 'met', zh: '符合' }, failed: { en: 'not met', zh: '不符合' } },
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'met',
  },
  supplierInspection: {
    title: { en: 'inspection by the supplier', zh: '供应商验货结果' },
    values: { accepted: { en: 'accepted', zh: '接受' }, rejected: { en: 'rejected', zh: '拒收' } },
    from: 'evidence',
    ask: 'supplier',
    ifSilent: 'accepted',
  },

  // Choices of policy, pinned at opening
  goodwillAfterComplaint: {
    title: { en: 'policy: what the merchant gives after a complaint', zh: '参数：投诉后的商家处理' },
    values: {
      none: { en: 'nothing', zh: '不补偿' },
      partial: { en: 'part of the price', zh: '部分补偿' },
      full: { en: 'the full price', zh: '全额补偿' },
    },
    from: 'policy',
  },
  bearerAfterInspection: {
    title: {
      en: 'policy: who bears damage claimed after inspecting and signing',
      zh: '参数：验货签收后再报破损由谁承担',
    },
    values: { buyer: { en: 'the buyer', zh: '买家' }, merchant: { en: 'the merchant', zh: '商家' } },
    from: 'policy',
  },
  groundlessRefusalFreight: {
    title: {
      en: 'policy: who bears the freight of a refusal without cause',
      zh: '参数：无理由拒收的运费由谁承担',
    },
    values: { buyer: { en: 'the buyer', zh: '买家' }, merchant: { en: 'the merchant', zh: '商家' } },
    from: 'policy',
  },
} as const satisfies Readonly<Record<string, FactDefinition>>;

/** The name of a fact. */
export type FactName = keyof typeof facts;

/** The values of a fact. */
export type FactValue<Name extends FactName = FactName> = Name extends FactName
  ? keyof (typeof facts)[Name]['values'] & string
  : never;

/** What is established in a case. A fact that is absent is pending. */
export type Facts = { readonly [Name in FactName]?: FactValue<Name> };

/** Facts that people establish by showing evidence. */
export type EvidenceName = {
  [Name in FactName]: (typeof facts)[Name]['from'] extends 'evidence' ? Name : never;
}[FactName];

/** The catalogue, with every entry seen as a definition. */
export const factCatalogue: Readonly<Record<FactName, FactDefinition>> = facts;

/** The names of all facts, in the order of the catalogue. */
export const factNames = Object.keys(facts) as FactName[];

/** The values of a fact, in the order of the catalogue. */
export function valuesOf<Name extends FactName>(name: Name): readonly FactValue<Name>[] {
  return Object.keys(factCatalogue[name].values) as FactValue<Name>[];
}

/** The facts a case starts with. */
export const initialFacts: Facts = Object.fromEntries(
  factNames.flatMap((name) => {
    const { initially } = factCatalogue[name];
    return initially === undefined ? [] : [[name, initially]];
  }),
);
