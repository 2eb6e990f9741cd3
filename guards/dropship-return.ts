import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const sellersFault = ['quality', 'wrongItem', 'notAsDescribed'] as const;

/** Who bears the return of goods that a supplier shipped directly, and what a rejection changes. */
export const dropshipReturnRules = rulebook({
  type: 'dropshipReturn',
  title: { en: 'Dropship return', zh: '一件代发退货' },
  facts: [
    'returnReason',
    'requestMatchesRecord',
    'withinReturnWindow',
    'returnCondition',
    'merchantGoodwill',
    'descriptionSource',
    'supplierInspection',
    'courierCoverage',
  ],
  articles: {
    'DRP-1': {
      title: {
        en: 'Defective or wrong goods that pass the inspection of the merchant: the merchant refunds or exchanges.',
        zh: '质量问题或错发，且商家验货符合：由商家退换。',
      },
      cites: [stated('dropship', 17, 17, 'R-326'), stated('dropship', 35, 37, 'R-333', 'R-335')],
      when: { returnReason: ['quality', 'wrongItem'], requestMatchesRecord: 'yes', returnCondition: 'met' },
      liability: { payer: 'merchant' },
    },
    'DRP-2': {
      title: {
        en: 'Goods that differ from the description and pass the inspection of the merchant: the merchant refunds or exchanges.',
        zh: '与描述不符，且商家验货符合：由商家退换。',
      },
      cites: [stated('dropship', 19, 19, 'R-327')],
      when: { returnReason: 'notAsDescribed', requestMatchesRecord: 'yes', returnCondition: 'met' },
      liability: { payer: 'merchant' },
    },
    'DRP-3': {
      title: {
        en: 'The customer chose wrongly, asked in time and the goods are intact: return and refund.',
        zh: '顾客选错，期限内提出且货物完好：予以退货退款。',
      },
      cites: [stated('dropship', 21, 21, 'R-328'), stated('afterSales', 308, 308, 'R-278')],
      when: {
        returnReason: 'customerError',
        requestMatchesRecord: 'yes',
        withinReturnWindow: 'yes',
        returnCondition: 'met',
      },
      liability: { payer: 'merchant' },
    },
    'DRP-4': {
      title: {
        en: 'Delay, damage or loss on the way: the merchant compensates the customer and settles with the courier.',
        zh: '物流问题：商家赔付顾客并与快递结算。',
      },
      cites: [stated('dropship', 23, 23, 'R-329', 'R-133')],
      when: { returnReason: 'logistics', requestMatchesRecord: 'yes' },
      liability: { payer: 'merchant' },
    },
    'DRP-5': {
      title: {
        en: 'The returned goods are used, incomplete or otherwise fail the conditions: the return is rejected.',
        zh: '退回货物已使用、不完整或不符合条件：拒绝退货。',
      },
      cites: [
        stated('dropship', 35, 37, 'R-333', 'R-335'),
        stated('afterSales', 308, 308, 'R-278'),
        assumed('The first of three places at which a dropship return can be rejected.', 'A-03'),
      ],
      when: {
        returnReason: [...sellersFault, 'customerError'],
        requestMatchesRecord: 'yes',
        returnCondition: 'failed',
      },
      liability: { payer: 'buyer' },
    },
    'DRP-6': {
      title: {
        en: 'The customer chose wrongly and asked too late: the return is rejected.',
        zh: '顾客选错且逾期提出：拒绝退货。',
      },
      cites: [
        derived(
          'afterSales',
          308,
          308,
          ['R-278'],
          'Outside the window the right without reason does not exist.',
        ),
      ],
      when: {
        returnReason: 'customerError',
        requestMatchesRecord: 'yes',
        withinReturnWindow: 'no',
        returnCondition: 'met',
      },
      liability: { payer: 'buyer' },
    },
    'DRP-7': {
      title: {
        en: 'The stated reason does not match the chat record: the request is rejected.',
        zh: '退货理由与聊天记录不符：拒绝申请。',
      },
      cites: [stated('afterSales', 258, 258, 'R-289'), assumed('A rejection by the merchant.', 'A-03')],
      when: { requestMatchesRecord: 'no' },
      liability: { payer: 'buyer' },
    },
    'DRP-8': {
      title: {
        en: 'The merchant agreed to help although the rule does not oblige it.',
        zh: '商家自愿补救。',
      },
      cites: [assumed('As for damage: a merchant may always do more than it must.', 'A-02')],
      when: { merchantGoodwill: 'yes' },
      liability: { payer: 'merchant' },
      exceptionTo: ['DRP-1', 'DRP-2', 'DRP-3', 'DRP-4', 'DRP-5', 'DRP-6', 'DRP-7'],
    },

    // Freight
    'DRP-20': {
      title: {
        en: 'The fault lies on the seller side or on the way: the merchant carries both freights toward the customer.',
        zh: '过错在卖方或物流：往返运费由商家承担。',
      },
      cites: [derived('afterSales', 198, 198, ['R-258', 'R-262'], 'The freight rule of ordinary returns.')],
      when: { payer: ['merchant', 'courier', 'nobody'], returnReason: [...sellersFault, 'logistics'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'DRP-21': {
      title: {
        en: 'The customer chose wrongly: the customer bears the way back, the way out stays as paid.',
        zh: '顾客选错：退回运费由顾客承担，去程谁付谁承担。',
      },
      cites: [
        assumed('Own error is for the buyer.', 'A-04', 'R-328'),
        stated('afterSales', 252, 252, 'R-285'),
      ],
      when: { payer: ['merchant', 'courier', 'nobody'], returnReason: 'customerError' },
      liability: { freight: { outbound: 'asPaid', return: 'buyer' } },
    },
    'DRP-22': {
      title: {
        en: 'The return is rejected: freight stays with whoever paid it.',
        zh: '退货被拒：运费谁付谁承担。',
      },
      cites: [
        derived('dropship', 37, 37, ['R-335'], 'Nothing is undone, so no freight moves.'),
        assumed('A buyer who advanced freight for a defect that is not confirmed keeps the cost.', 'A-47'),
      ],
      when: { payer: 'buyer' },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },

    // Recourse: the answer of the supplier moves only this layer
    'DRP-30': {
      title: {
        en: 'Defective or wrong goods that the supplier takes back: the merchant claims from the supplier.',
        zh: '质量问题或错发，供应商接受退货：商家向供应商追偿。',
      },
      cites: [
        derived(
          'dropship',
          17,
          17,
          ['R-326'],
          'Negotiating with the supplier presupposes that it answers for quality.',
        ),
        assumed('Quality and wrong items are for the supplier.', 'A-04'),
      ],
      when: { returnReason: ['quality', 'wrongItem'], supplierInspection: 'accepted' },
      liability: { recourse: 'supplier' },
    },
    'DRP-31': {
      title: {
        en: 'The description came from the supplier, who takes the goods back: the merchant claims from the supplier.',
        zh: '错误描述来自供应商且其接受退货：商家向供应商追偿。',
      },
      cites: [assumed('Whose description was wrong decides.', 'A-04', 'R-327')],
      when: { returnReason: 'notAsDescribed', descriptionSource: 'supplier', supplierInspection: 'accepted' },
      liability: { recourse: 'supplier' },
    },
    'DRP-32': {
      title: {
        en: 'The supplier rejects the goods: merchant and supplier negotiate; the customer keeps what was granted.',
        zh: '供应商拒收退货：由商家与供应商协商，不影响已给顾客的处理。',
      },
      cites: [
        stated('dropship', 41, 41, 'R-338'),
        stated('dropship', 71, 71, 'R-344'),
        assumed('The second place of rejection: the loss goes to negotiation.', 'A-03'),
        assumed('The decision of the merchant counts toward the customer.', 'A-57', 'R-334'),
      ],
      when: [
        { returnReason: ['quality', 'wrongItem'], supplierInspection: 'rejected' },
        { returnReason: 'notAsDescribed', descriptionSource: 'supplier', supplierInspection: 'rejected' },
      ],
      liability: { recourse: 'negotiation' },
    },
    'DRP-33': {
      title: {
        en: 'The description was made by the merchant, or the customer chose wrongly: no recourse.',
        zh: '描述出自商家或顾客选错：无追偿对象。',
      },
      cites: [assumed('The causer bears it.', 'A-04', 'R-328')],
      when: [
        { returnReason: 'notAsDescribed', descriptionSource: 'merchant' },
        { returnReason: 'customerError' },
      ],
      liability: { recourse: 'none' },
    },
    'DRP-34': {
      title: {
        en: 'Delay, damage or loss on the way: the merchant claims from the courier.',
        zh: '物流问题：商家向快递追偿。',
      },
      cites: [stated('dropship', 23, 23, 'R-329', 'R-133')],
      when: { returnReason: 'logistics', courierCoverage: 'yes' },
      liability: { recourse: 'courier' },
    },
    'DRP-35': {
      title: {
        en: 'Outside the guarantee scope of the courier: nothing can be recovered there.',
        zh: '不属于快递保障范围：无法向快递追偿。',
      },
      cites: [assumed('The scope concerns recourse only; the customer is not affected.', 'A-43', 'R-043')],
      when: { returnReason: 'logistics', courierCoverage: 'no' },
      liability: { recourse: 'none' },
    },
  },
  laws: [
    {
      title: {
        en: 'The supplier is never charged for the error of the customer.',
        zh: '顾客选错不向供应商追偿。',
      },
      when: { returnReason: 'customerError' },
      layer: 'recourse',
      never: (recourse) => recourse !== 'none',
    },
    {
      title: {
        en: 'A granted return for a defect costs the customer no freight.',
        zh: '因质量问题获准的退货，顾客不承担运费。',
      },
      when: { returnReason: ['quality', 'wrongItem'], payer: 'merchant' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
    {
      title: { en: 'A logistics problem never falls on the customer.', zh: '物流问题不由顾客承担。' },
      when: { returnReason: 'logistics', requestMatchesRecord: 'yes' },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
  ],
});
