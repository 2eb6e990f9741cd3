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
  way: {
    title: { en: 'which way the parcel is going', zh: '包裹去向' },
    values: {
      toBuyer: { en: 'to the buyer', zh: '派往买家' },
      refused: { en: 'back, because it was refused', zh: '拒收退回' },
      sentBack: { en: 'back, because the customer returns it', zh: '顾客寄回' },
      outsideArea: { en: 'back, because the address is not served', zh: '超区退回' },
      notHandedOver: { en: 'back, because the recipient could not receive it', zh: '无法派送退回' },
      turnedBack: { en: 'back, from customs or on its own', zh: '海关或中途退回' },
    },
    from: 'course',
    initially: 'toBuyer',
  },
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

  // Duty to ship
  shippingTrouble: {
    title: { en: 'why the merchant does not ship', zh: '未发货原因' },
    values: {
      outOfStock: { en: 'out of stock', zh: '缺货' },
      overweight: { en: 'too heavy for free shipping', zh: '包邮超重' },
    },
    from: 'course',
  },
  excessStated: {
    title: { en: 'the listing says that only the first weight is free', zh: '商品页注明仅首重包邮' },
    values: yesNo,
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'no',
  },

  // Named in the guides without a procedure
  namedTrouble: {
    title: { en: 'what the buyer complains of', zh: '投诉事项' },
    values: {
      invoice: { en: 'no invoice', zh: '未收到发票' },
      counterfeit: { en: 'a counterfeit', zh: '假货' },
      attitude: { en: 'the attitude of service', zh: '服务态度' },
      violation: { en: 'another violation of the merchant', zh: '商家其他违规' },
    },
    from: 'course',
  },

  // Standing still
  standstill: {
    title: { en: 'how the parcel stands still', zh: '停滞情形' },
    values: {
      noTracking: { en: 'no tracking data', zh: '没有物流信息' },
      stalled: { en: 'tracked, but not out for delivery', zh: '有物流但未派件' },
      stuckOut: { en: 'permanently out for delivery', zh: '一直派件中' },
      notPickedUp: { en: 'not picked up in time', zh: '揽收超时' },
      late: { en: 'later than normal', zh: '延误' },
      customs: { en: 'held by customs', zh: '海关扣留' },
      returning: { en: 'on the way back', zh: '包裹被退回' },
    },
    from: 'course',
  },
  delayCause: {
    title: { en: 'cause of the standstill', zh: '停滞原因' },
    values: {
      courier: { en: 'the courier', zh: '快递自身' },
      forceMajeure: { en: 'force majeure', zh: '不可抗力' },
      other: { en: 'something else', zh: '其他原因' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'courier',
  },
  customsCause: {
    title: { en: 'why customs hold the parcel', zh: '海关扣留原因' },
    values: {
      dutyUnpaid: { en: 'duty is unpaid', zh: '关税未缴' },
      goodsNotAllowed: { en: 'the goods are prohibited or restricted', zh: '禁限运物品' },
    },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'goodsNotAllowed',
  },
  dutyOwedBy: {
    title: { en: 'who owes the duty', zh: '关税由谁缴纳' },
    values: { buyer: { en: 'the buyer', zh: '买家' }, merchant: { en: 'the merchant', zh: '商家' } },
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'merchant',
  },

  // Trouble with the recipient
  recipientTrouble: {
    title: { en: 'what keeps the recipient from receiving', zh: '收件人方面的问题' },
    values: {
      dataWrong: { en: 'recipient data wrong', zh: '收件信息错误' },
      unreachable: { en: 'not reachable or absent', zh: '联系不上或无人在家' },
      cannotPay: { en: 'cannot pay', zh: '客户没钱' },
      timeUnsuitable: { en: 'delivery time does not suit', zh: '配送时间不合适' },
      slowReceiving: { en: 'receiving takes longer than the courier can wait', zh: '验货时间过长' },
    },
    from: 'course',
  },
  dataErrorBy: {
    title: { en: 'who wrote the recipient data wrongly', zh: '收件信息由谁写错' },
    values: {
      buyer: { en: 'the buyer', zh: '买家' },
      merchant: { en: 'the merchant', zh: '商家' },
      courier: { en: 'the courier', zh: '快递' },
    },
    from: 'evidence',
    ask: 'merchant',
    ifSilent: 'merchant',
  },

  // Money and papers at the door
  paperTrouble: {
    title: { en: 'what about money or papers is open', zh: '款项与单据问题' },
    values: {
      codAmount: { en: 'amount to collect', zh: '代收货款变更' },
      freightTerm: { en: 'freight term or amount', zh: '运费方式变更' },
      weight: { en: 'weight', zh: '重量不符' },
      returnDocument: { en: 'signed return document', zh: '回单变更' },
      fee: { en: 'fee charged', zh: '费用争议' },
    },
    from: 'course',
  },
  feeCharged: {
    title: { en: 'whether the fee follows the standard of the courier', zh: '收费是否符合标准' },
    values: { regular: { en: 'it does', zh: '符合' }, irregular: { en: 'it does not', zh: '不符合' } },
    from: 'evidence',
    ask: 'courier',
    ifSilent: 'irregular',
  },

  // After-sale
  priceClass: {
    title: { en: 'price class', zh: '价格类型' },
    values: {
      normal: { en: 'normal price', zh: '正价商品' },
      special: { en: 'special price', zh: '特价商品' },
    },
    from: 'order',
  },
  afterSaleReason: {
    title: { en: 'reason of the after-sale request', zh: '售后原因' },
    values: {
      notAsDescribed: { en: 'not as described', zh: '与描述不符' },
      wrongItem: { en: 'wrong item', zh: '错发' },
      missingItem: { en: 'missing item', zh: '漏发' },
      qualityDefect: { en: 'quality defect', zh: '质量问题' },
      noReason: { en: 'none: size, taste or another personal reason', zh: '个人原因（无理由）' },
    },
    from: 'course',
  },
  afterSaleWish: {
    title: { en: 'what the buyer asks for', zh: '买家诉求' },
    values: {
      return: { en: 'return and refund', zh: '退货退款' },
      exchange: { en: 'exchange', zh: '换货' },
      reship: { en: 'what is missing or right to be sent', zh: '补发' },
      compensation: { en: 'a compensation', zh: '补偿' },
    },
    from: 'course',
  },
  refundAmount: {
    title: { en: 'amount applied for', zh: '申请退款金额' },
    values: {
      right: { en: 'what was paid', zh: '与实付一致' },
      wrong: { en: 'another amount', zh: '与实付不符' },
    },
    from: 'course',
  },
  claimedInTime: {
    title: { en: 'claimed inside the report window', zh: '在反映期限内提出' },
    values: yesNo,
    from: 'course',
  },
  misuse: {
    title: { en: 'misuse as the cause', zh: '使用不当' },
    values: { excluded: { en: 'excluded', zh: '已排除' }, found: { en: 'found', zh: '属实' } },
    from: 'course',
  },
  goodsProof: {
    title: {
      en: 'usable photos or other proof of what is wrong with the goods',
      zh: '商品问题的有效照片或凭证',
    },
    values: proof,
    from: 'evidence',
    ask: 'buyer',
    ifSilent: 'missing',
  },
  qualityTest: {
    title: { en: 'test by the local service point or the shop', zh: '当地售后或店铺检测结果' },
    values: {
      confirmed: { en: 'the defect is confirmed', zh: '确认质量问题' },
      refuted: { en: 'no defect', zh: '无质量问题' },
    },
    from: 'course',
  },
  goodsUnworn: {
    title: { en: 'unwashed and unworn', zh: '未洗未穿' },
    values: yesNo,
    from: 'evidence',
    ask: 'buyer',
    ifSilent: 'no',
  },
  goodsBack: {
    title: { en: 'the goods are back with the merchant', zh: '商家已收到退货' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },
  countdownEnded: {
    title: { en: 'the refund countdown ended without a rejection', zh: '退款倒计时届满未拒绝' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },
  settledByHand: {
    title: { en: 'the merchant settles outside the closed application', zh: '申请关闭后由商家自行结算' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },
  freightConcession: {
    title: { en: 'the merchant conceded half of the freight', zh: '商家让步承担一半运费' },
    values: yesNo,
    from: 'course',
    initially: 'no',
  },
  malice: {
    title: { en: 'the merchant calls the return malicious', zh: '商家主张恶意退货' },
    values: { unclaimed: { en: 'not claimed', zh: '未主张' }, claimed: { en: 'claimed', zh: '已主张' } },
    from: 'course',
    initially: 'unclaimed',
  },
  exchangeFreight: {
    title: {
      en: 'policy: who bears an exchange for personal reasons',
      zh: '参数：个人原因换货的运费由谁承担',
    },
    values: {
      buyerBoth: { en: 'the buyer, both ways', zh: '买家承担往返' },
      half: { en: 'buyer and merchant, half each', zh: '买卖双方各半' },
    },
    from: 'policy',
  },

  // Minor flaw
  region: {
    title: { en: 'region of the buyer, for discounts', zh: '买家所在地区（优惠）' },
    values: {
      jzh: { en: 'Jiangsu, Zhejiang, Shanghai', zh: '江浙沪' },
      other: { en: 'elsewhere', zh: '其他地区' },
      remote: { en: 'remote', zh: '偏远地区' },
    },
    from: 'order',
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
