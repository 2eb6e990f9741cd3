import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';
import { freightArticles, recourseArticles, sellersFault } from './after-sale-freight.ts';

// A request is looked at in this order, so that no two articles hold at once
const goods = {
  refundAmount: 'right',
  afterSaleReason: ['notAsDescribed', 'wrongItem', 'missingItem'],
} as const;
const quality = { refundAmount: 'right', afterSaleReason: 'qualityDefect', misuse: 'excluded' } as const;
const recorded = { requestMatchesRecord: 'yes', claimedInTime: 'yes' } as const;
const personal = { refundAmount: 'right', afterSaleReason: 'noReason' } as const;
const fit = { ...personal, withinReturnWindow: 'yes', returnCondition: 'met' } as const;
const rejected = {
  amount: [{ refundAmount: 'wrong' }],
  record: [
    { ...goods, requestMatchesRecord: 'no' },
    { ...quality, requestMatchesRecord: 'no' },
  ],
  late: [
    { ...goods, ...recorded, claimedInTime: 'no' },
    { ...quality, ...recorded, claimedInTime: 'no' },
  ],
  unproved: [{ ...goods, ...recorded, goodsProof: 'missing' }],
  misused: [{ refundAmount: 'right', afterSaleReason: 'qualityDefect', misuse: 'found' }],
  refuted: [{ ...quality, ...recorded, goodsProof: 'missing', qualityTest: 'refuted' }],
  tooLate: [{ ...personal, withinReturnWindow: 'no' }],
  unfit: [{ ...personal, withinReturnWindow: 'yes', returnCondition: 'failed' }],
} as const;
const grants = ['AFS-1', 'AFS-2', 'AFS-3', 'AFS-4', 'AFS-5'] as const;
const rejections = ['AFS-6', 'AFS-7', 'AFS-8', 'AFS-9', 'AFS-10', 'AFS-11', 'AFS-12', 'AFS-13'] as const;

/** Who bears goods that the buyer received and wants to give back, exchange or have put right. */
export const afterSaleRules = rulebook({
  type: 'afterSale',
  title: { en: 'After-sale', zh: '商品售后' },
  facts: [
    'afterSaleReason',
    'afterSaleWish',
    'countdownEnded',
    'merchantGoodwill',
    'malice',
    'complaint',
    'refundAmount',
    'misuse',
    'requestMatchesRecord',
    'claimedInTime',
    'goodsProof',
    'qualityTest',
    'withinReturnWindow',
    'returnCondition',
    'priceClass',
    'exchangeFreight',
    'freightConcession',
    'dropship',
    'descriptionSource',
  ],
  impossible: [
    {
      when: { afterSaleReason: 'noReason', afterSaleWish: 'reship' },
      because: 'Nothing is missing or wrong, so nothing can be sent.',
    },
    {
      when: { afterSaleReason: 'noReason', afterSaleWish: 'compensation' },
      because: 'Nothing is missing or wrong, so nothing can be compensated.',
    },
  ],
  articles: {
    'AFS-1': {
      title: {
        en: 'Proof shows that the goods differ from the listing: the merchant takes them back, refunds or compensates.',
        zh: '有凭证证明与描述不符：由商家退货退款或补偿。',
      },
      cites: [
        stated('afterSales', 25, 27, 'R-255', 'R-256'),
        stated('afterSales', 15, 21, 'R-257'),
        stated('afterSales', 101, 101, 'R-023'),
      ],
      when: { ...goods, ...recorded, afterSaleReason: 'notAsDescribed', goodsProof: 'shown' },
      liability: { payer: 'merchant' },
    },
    'AFS-2': {
      title: {
        en: 'The wrong item came or an item is missing: the merchant puts it right.',
        zh: '错发漏发属实：由商家补救。',
      },
      cites: [
        stated('afterSales', 198, 198, 'R-258'),
        stated('refusal', 5, 5, 'R-057'),
        assumed('The merchant by default; goods swapped on the way are a case of the courier.', 'A-40'),
        assumed('Part of the content missing is a missing item.', 'A-48'),
      ],
      when: { ...goods, ...recorded, afterSaleReason: ['wrongItem', 'missingItem'], goodsProof: 'shown' },
      liability: { payer: 'merchant' },
    },
    'AFS-3': {
      title: {
        en: 'Misuse is excluded, and usable photos or a test confirm the defect: the merchant makes the buyer whole.',
        zh: '排除使用不当，且照片或检测证实质量问题：由商家补救。',
      },
      cites: [
        stated('afterSales', 198, 198, 'R-262'),
        stated('afterSales', 302, 308, 'R-263', 'R-264', 'R-265'),
      ],
      when: [
        { ...quality, ...recorded, goodsProof: 'shown' },
        { ...quality, ...recorded, goodsProof: 'missing', qualityTest: 'confirmed' },
      ],
      liability: { payer: 'merchant' },
    },
    'AFS-4': {
      title: {
        en: 'Asked without reason and inside the window, and the goods meet the conditions: the merchant takes them back.',
        zh: '期限内无理由申请且商品符合条件：由商家接受退换。',
      },
      cites: [
        stated('afterSales', 308, 308, 'R-278'),
        stated('afterSales', 202, 202, 'R-278'),
        assumed('The rule for goods of normal price breaks off; the return without reason is used.', 'A-45'),
      ],
      when: { ...fit, priceClass: 'normal' },
      liability: { payer: 'merchant' },
    },
    'AFS-5': {
      title: {
        en: 'A special price item is returned or exchanged inside the window and can be sold again: the merchant allows it.',
        zh: '特价商品期限内退换且不影响再次销售：商家应予办理。',
      },
      cites: [stated('afterSales', 180, 186, 'R-279', 'R-280')],
      when: { ...fit, priceClass: 'special' },
      liability: { payer: 'merchant' },
    },

    // Rejections
    'AFS-6': {
      title: {
        en: 'The amount applied for is not what was paid: the application is rejected.',
        zh: '申请金额与实付不符：拒绝申请。',
      },
      cites: [stated('afterSales', 258, 258, 'R-290')],
      when: rejected.amount,
      liability: { payer: 'buyer' },
    },
    'AFS-7': {
      title: {
        en: 'The reason chosen does not match the chat record: the application is rejected.',
        zh: '所选原因与聊天记录不一致：拒绝申请。',
      },
      cites: [stated('afterSales', 258, 258, 'R-289')],
      when: rejected.record,
      liability: { payer: 'buyer' },
    },
    'AFS-8': {
      title: {
        en: 'Reported after the window that was set for it: the request is rejected.',
        zh: '超过设定的反映期限：拒绝申请。',
      },
      cites: [assumed('In time has no figure; it counts only where a window is set.', 'A-34', 'R-255')],
      when: rejected.late,
      liability: { payer: 'buyer' },
    },
    'AFS-9': {
      title: {
        en: 'Nothing shows that the goods are wrong, different or incomplete: the request is rejected.',
        zh: '无凭证证明错发、漏发或不符：拒绝申请。',
      },
      cites: [derived('afterSales', 25, 25, ['R-255'], 'The buyer is told to bring proof.')],
      when: rejected.unproved,
      liability: { payer: 'buyer' },
    },
    'AFS-10': {
      title: {
        en: 'Misuse caused the trouble: the buyer bears it.',
        zh: '因使用不当造成：由买家承担。',
      },
      cites: [
        derived('afterSales', 302, 308, ['R-263', 'R-266'], 'Quality counts only once misuse is excluded.'),
      ],
      when: rejected.misused,
      liability: { payer: 'buyer' },
    },
    'AFS-11': {
      title: {
        en: 'No usable photo, and the test found no defect: the request is rejected.',
        zh: '无有效照片且检测无质量问题：拒绝申请。',
      },
      cites: [
        derived('afterSales', 308, 308, ['R-264', 'R-265'], 'The test decides where photos do not.'),
        assumed('A buyer whose claim is not confirmed keeps the cost.', 'A-47'),
      ],
      when: rejected.refuted,
      liability: { payer: 'buyer' },
    },
    'AFS-12': {
      title: {
        en: 'Asked without reason and after the window: the request is rejected.',
        zh: '无理由且超过期限：拒绝申请。',
      },
      cites: [
        derived('afterSales', 308, 308, ['R-278'], 'The right exists inside the window only.'),
        assumed('The policy of the merchant may add to the right, never cut it.', 'A-38'),
      ],
      when: rejected.tooLate,
      liability: { payer: 'buyer' },
    },
    'AFS-13': {
      title: {
        en: 'The goods are used, worn, incomplete or cannot be sold again: the request is rejected.',
        zh: '商品已使用、穿洗、不完整或影响再次销售：拒绝申请。',
      },
      cites: [
        derived('afterSales', 308, 308, ['R-278'], 'The conditions of the return are not met.'),
        stated('afterSales', 196, 196, 'R-281'),
        derived('afterSales', 186, 186, ['R-279'], 'Resale must not be affected.'),
      ],
      when: rejected.unfit,
      liability: { payer: 'buyer' },
    },

    // Before everything else
    'AFS-14': {
      title: {
        en: 'The countdown ended without a rejection: the system refunds, whatever the goods look like.',
        zh: '倒计时届满且商家未拒绝：系统自动退款。',
      },
      cites: [stated('afterSales', 258, 258, 'R-295', 'R-296')],
      when: { countdownEnded: 'yes' },
      liability: { payer: 'merchant' },
      exceptionTo: [...grants, ...rejections, 'AFS-16', 'AFS-17'],
    },
    'AFS-15': {
      title: {
        en: 'The merchant agreed to help although the rule does not oblige it.',
        zh: '商家自愿给予补救。',
      },
      cites: [assumed('The policy of the merchant may add to the return right.', 'A-38')],
      when: { merchantGoodwill: 'yes' },
      liability: { payer: 'merchant' },
      exceptionTo: [...grants, ...rejections, 'AFS-14', 'AFS-16', 'AFS-17'],
    },
    'AFS-16': {
      title: {
        en: 'The buyer complained about a rejection: the platform looks at the records and a human decides.',
        zh: '买家对拒绝不服并投诉：由平台查看记录后人工裁定。',
      },
      cites: [stated('afterSales', 49, 57, 'R-273', 'R-274')],
      when: Object.values(rejected).flatMap((rows) =>
        rows.map((row) => ({ ...row, complaint: 'yes' }) as const),
      ),
      liability: { payer: 'arbitration' },
      exceptionTo: rejections,
    },
    'AFS-17': {
      title: {
        en: 'The merchant calls the return malicious and defends its position: there is no test, so a human decides.',
        zh: '商家主张恶意退货并维护权益：无认定标准，由人工裁定。',
      },
      cites: [
        stated('afterSales', 105, 105, 'R-024'),
        derived(
          'afterSales',
          105,
          105,
          ['R-024'],
          'No test is given by which a return could be called malicious.',
        ),
      ],
      when: { malice: 'claimed' },
      liability: { payer: 'arbitration' },
      exceptionTo: [...grants, ...rejections, 'AFS-16'],
    },

    ...freightArticles,
    ...recourseArticles,
  },
  laws: [
    {
      title: {
        en: 'Wrong, different, incomplete or defective goods never leave freight with the buyer.',
        zh: '错发、漏发、不符或质量问题，运费不由买家承担。',
      },
      when: { payer: 'merchant', afterSaleReason: sellersFault },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' &&
        [freight.outbound, freight.return].some((bearer) => bearer !== 'merchant'),
    },
    {
      title: {
        en: 'A special price item that goes back for personal reasons costs the buyer both freights.',
        zh: '特价商品因个人原因退换，往返运费都由买家承担。',
      },
      when: { payer: 'merchant', afterSaleReason: 'noReason', priceClass: 'special' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' &&
        [freight.outbound, freight.return].some((bearer) => bearer !== 'buyer'),
    },
    {
      title: { en: 'A countdown that ended never falls on the buyer.', zh: '倒计时届满不由买家承担。' },
      when: { countdownEnded: 'yes' },
      layer: 'payer',
      never: (payer) => payer !== 'merchant',
    },
    {
      title: { en: 'Misuse is never charged to the merchant by rule.', zh: '使用不当不由商家承担。' },
      when: {
        afterSaleReason: 'qualityDefect',
        misuse: 'found',
        countdownEnded: 'no',
        merchantGoodwill: 'no',
      },
      layer: 'payer',
      never: (payer) => payer === 'merchant',
    },
    {
      title: { en: 'The supplier is never charged for a personal reason.', zh: '个人原因不向供应商追偿。' },
      when: { afterSaleReason: 'noReason' },
      layer: 'recourse',
      never: (recourse) => recourse !== 'none',
    },
  ],
});
