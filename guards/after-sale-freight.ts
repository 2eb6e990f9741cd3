import { assumed, derived, stated } from '../policy/citation.ts';

/** The reasons for which the side of the seller answers. */
export const sellersFault = ['notAsDescribed', 'wrongItem', 'missingItem', 'qualityDefect'] as const;
const granted = ['merchant', 'courier', 'nobody'] as const;

/** Who bears the freight of an after-sale request. In an exchange the way out is that of the new shipment. */
export const freightArticles = {
  'AFS-20': {
    title: {
      en: 'The goods were wrong, different, incomplete or defective: the merchant bears both freights.',
      zh: '错发、漏发、不符或质量问题：往返运费由商家承担。',
    },
    cites: [
      stated('afterSales', 198, 198, 'R-258', 'R-262'),
      stated('afterSales', 19, 19, 'R-257'),
      stated('afterSales', 194, 194, 'R-261'),
      assumed('What the buyer advanced is paid back once the defect is confirmed.', 'A-47'),
    ],
    when: { payer: granted, afterSaleReason: sellersFault },
    liability: { freight: { outbound: 'merchant', return: 'merchant' } },
  },
  'AFS-21': {
    title: {
      en: 'Returned for personal reasons: the buyer bears the way back, the way out stays as paid.',
      zh: '个人原因退货：回程由买家承担，去程谁付谁承担。',
    },
    cites: [
      stated('afterSales', 252, 252, 'R-285'),
      assumed('Goods of normal price follow the return without reason.', 'A-45'),
    ],
    when: {
      payer: granted,
      afterSaleReason: 'noReason',
      afterSaleWish: 'return',
      priceClass: 'normal',
      freightConcession: 'no',
    },
    liability: { freight: { outbound: 'asPaid', return: 'buyer' } },
  },
  'AFS-22': {
    title: {
      en: 'A special price item goes back for personal reasons: the buyer bears both freights.',
      zh: '特价商品因个人原因退换：往返运费由买家承担。',
    },
    cites: [stated('afterSales', 186, 186, 'R-279')],
    when: { payer: granted, afterSaleReason: 'noReason', priceClass: 'special' },
    liability: { freight: { outbound: 'buyer', return: 'buyer' } },
  },
  'AFS-23': {
    title: {
      en: 'Exchanged for personal reasons: the buyer bears both freights.',
      zh: '个人原因换货：往返运费由买家承担。',
    },
    cites: [stated('afterSales', 262, 262, 'R-284'), assumed('The default of two customs.', 'A-08', 'R-284')],
    when: {
      payer: granted,
      afterSaleReason: 'noReason',
      afterSaleWish: 'exchange',
      priceClass: 'normal',
      exchangeFreight: 'buyerBoth',
      freightConcession: 'no',
    },
    liability: { freight: { outbound: 'buyer', return: 'buyer' } },
  },
  'AFS-24': {
    title: {
      en: 'Exchanged for personal reasons in a shop that shares: buyer and merchant bear half of both freights.',
      zh: '个人原因换货且政策为各半：往返运费买卖双方各半。',
    },
    cites: [stated('afterSales', 198, 198, 'R-283'), assumed('The other of two customs.', 'A-08')],
    when: {
      payer: granted,
      afterSaleReason: 'noReason',
      afterSaleWish: 'exchange',
      priceClass: 'normal',
      exchangeFreight: 'half',
    },
    liability: { freight: { outbound: 'half', return: 'half' } },
  },
  'AFS-25': {
    title: {
      en: 'The merchant conceded half of the return freight to keep the peace.',
      zh: '商家为避免纠纷让步：退货运费各半。',
    },
    cites: [stated('afterSales', 256, 258, 'R-286')],
    when: {
      payer: granted,
      afterSaleReason: 'noReason',
      afterSaleWish: 'return',
      priceClass: 'normal',
      freightConcession: 'yes',
    },
    liability: { freight: { outbound: 'asPaid', return: 'half' } },
  },
  'AFS-26': {
    title: {
      en: 'The merchant conceded half of the freight of an exchange.',
      zh: '商家让步：换货往返运费各半。',
    },
    cites: [
      stated('afterSales', 198, 198, 'R-283'),
      assumed('Half is allowed where it is agreed and noted.', 'A-08', 'R-286'),
    ],
    when: {
      payer: granted,
      afterSaleReason: 'noReason',
      afterSaleWish: 'exchange',
      priceClass: 'normal',
      exchangeFreight: 'buyerBoth',
      freightConcession: 'yes',
    },
    liability: { freight: { outbound: 'half', return: 'half' } },
  },
  'AFS-27': {
    title: {
      en: 'The request is rejected: freight stays with whoever paid it.',
      zh: '申请被拒：运费谁付谁承担。',
    },
    cites: [
      derived('afterSales', 258, 258, ['R-289', 'R-290'], 'Nothing is undone, so no freight moves.'),
      assumed('A buyer who advanced freight for a defect that is not confirmed keeps the cost.', 'A-47'),
    ],
    when: { payer: 'buyer' },
    liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
  },
} as const;

/** Whom the merchant can turn to after an after-sale request. */
export const recourseArticles = {
  'AFS-30': {
    title: {
      en: 'The supplier ships directly and sent wrong, incomplete or defective goods: the merchant claims from it.',
      zh: '代发供应商错发漏发或质量问题：商家向其追偿。',
    },
    cites: [assumed('The cause principle carried one step up the chain.', 'A-04', 'R-258', 'R-262')],
    when: { dropship: 'yes', afterSaleReason: ['wrongItem', 'missingItem', 'qualityDefect'] },
    liability: { recourse: 'supplier' },
  },
  'AFS-31': {
    title: {
      en: 'The supplier ships directly and its description was wrong: the merchant claims from it.',
      zh: '描述错误出自代发供应商：商家向其追偿。',
    },
    cites: [assumed('Whose description was wrong decides.', 'A-04', 'R-256')],
    when: { dropship: 'yes', afterSaleReason: 'notAsDescribed', descriptionSource: 'supplier' },
    liability: { recourse: 'supplier' },
  },
  'AFS-32': {
    title: {
      en: 'The fault lies with the merchant or with nobody: no recourse.',
      zh: '过错在商家或无人有过错：无追偿对象。',
    },
    cites: [
      derived('afterSales', 198, 198, ['R-258', 'R-262'], 'The merchant carries its own fault.'),
      derived('afterSales', 252, 252, ['R-285'], 'A personal reason is nobody else’s.'),
    ],
    when: [
      { afterSaleReason: 'noReason' },
      { dropship: 'no', afterSaleReason: sellersFault },
      { dropship: 'yes', afterSaleReason: 'notAsDescribed', descriptionSource: 'merchant' },
    ],
    liability: { recourse: 'none' },
  },
} as const;
