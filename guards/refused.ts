import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

/** Who bears a refused parcel. A refusal because of damage is a case of damage. */
export const refusedRules = rulebook({
  type: 'refused',
  title: { en: 'Refused', zh: '拒收' },
  facts: ['refusalReason', 'groundlessRefusalFreight', 'dropship', 'descriptionSource'],
  articles: {
    'REF-1': {
      title: {
        en: 'The wrong item came or an item is missing: the merchant puts it right.',
        zh: '错发或漏发：由商家补救。',
      },
      cites: [
        stated('refusal', 27, 27, 'R-071'),
        stated('refusal', 5, 5, 'R-057'),
        stated('afterSales', 198, 198, 'R-258'),
        assumed(
          'The merchant by default; a swapped parcel is the form in which the courier causes a wrong item.',
          'A-40',
        ),
        assumed('Part of the content missing is a missing item.', 'A-48'),
      ],
      when: { refusalReason: ['wrongItem', 'missingItem'] },
      liability: { payer: 'merchant' },
    },
    'REF-2': {
      title: {
        en: 'The goods differ from the listing or have a defect: the merchant makes the buyer whole.',
        zh: '与描述不符或有质量问题：由商家补救。',
      },
      cites: [
        stated('refusal', 43, 45, 'R-059'),
        stated('refusal', 3, 3, 'R-056'),
        derived('afterSales', 25, 27, ['R-255', 'R-256'], 'The same remedy as after signing.'),
      ],
      when: { refusalReason: ['notAsDescribed', 'qualityDefect'] },
      liability: { payer: 'merchant' },
    },
    'REF-3': {
      title: {
        en: 'The buyer changed its mind before signing: the merchant refunds once the goods are back.',
        zh: '买家签收前改变主意：货物退回后由商家退款。',
      },
      cites: [
        stated('refusal', 29, 29, 'R-072'),
        stated('refusal', 7, 7, 'R-058'),
        stated('refusal', 99, 99, 'R-074'),
        assumed('The policy of the merchant may add to the return right, never cut it.', 'A-38'),
      ],
      when: { refusalReason: 'changeOfMind' },
      liability: { payer: 'merchant' },
    },
    'REF-4': {
      title: {
        en: 'The recipient would not pay collect freight and nothing else was agreed: the merchant refunds.',
        zh: '到付拒收且未另行约定：由商家退款。',
      },
      cites: [derived('courier', 177, 178, ['R-078'], 'The sender answers for the freight term it chose.')],
      when: { refusalReason: 'collectFreight' },
      liability: { payer: 'merchant' },
    },
    'REF-5': {
      title: {
        en: 'The courier declined to hand the parcel over: that is no refusal by the buyer, and the merchant refunds.',
        zh: '快递员不予交付不等于买家拒收：由商家退款。',
      },
      cites: [
        stated('refusal', 95, 95, 'R-062'),
        assumed(
          'Buyer refused, courier declined and attempt failed are three different things.',
          'A-06',
          'R-055',
        ),
        assumed('The remedy comes from the merchant; the courier assists.', 'A-39', 'R-069'),
      ],
      when: { refusalReason: ['oversize', 'noIdentity'] },
      liability: { payer: 'merchant' },
    },

    // Freight
    'REF-20': {
      title: {
        en: 'The merchant is at fault: it carries both freights and the work of the return.',
        zh: '商家有过错：往返运费及退货成本由商家承担。',
      },
      cites: [stated('refusal', 101, 103, 'R-075'), stated('afterSales', 198, 198, 'R-258', 'R-262')],
      when: { refusalReason: ['wrongItem', 'missingItem', 'notAsDescribed', 'qualityDefect'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'REF-21': {
      title: {
        en: 'A refusal without cause: the policy names the bearer of both freights, here the buyer.',
        zh: '无理由拒收：按政策往返运费由买家承担。',
      },
      cites: [assumed('By cause, as ordinary returns are.', 'A-01', 'R-072', 'R-075', 'R-076')],
      when: { refusalReason: 'changeOfMind', groundlessRefusalFreight: 'buyer' },
      liability: { freight: { outbound: 'buyer', return: 'buyer' } },
    },
    'REF-22': {
      title: {
        en: 'A refusal without cause: the policy names the bearer of both freights, here the merchant.',
        zh: '无理由拒收：按政策往返运费由商家承担。',
      },
      cites: [assumed('The other reading of the same passages.', 'A-01', 'R-075')],
      when: { refusalReason: 'changeOfMind', groundlessRefusalFreight: 'merchant' },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'REF-23': {
      title: {
        en: 'Collect freight that is refused becomes prepaid: the merchant pays it.',
        zh: '到付拒收改为寄付：运费由商家承担。',
      },
      cites: [stated('courier', 177, 178, 'R-078')],
      when: { refusalReason: 'collectFreight' },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'REF-24': {
      title: {
        en: 'The courier had accepted goods too large to deliver: its own error, so it bears its trips.',
        zh: '快递收下过大的货物属自身过错：运费由快递承担。',
      },
      cites: [
        assumed('The courier bears its extra trip only in its own error.', 'A-01', 'R-076'),
        derived(
          'refusal',
          105,
          107,
          ['R-076'],
          'The guide counts the extra trip and the way back as costs of the courier.',
        ),
      ],
      when: { refusalReason: 'oversize' },
      liability: { freight: { outbound: 'courier', return: 'courier' } },
    },
    'REF-25': {
      title: {
        en: 'The recipient could not show identity: the way out stays as paid, the way back falls on the buyer.',
        zh: '收件人无法出示证件：去程运费谁付谁承担，回程由买家承担。',
      },
      cites: [
        assumed('Neither merchant nor courier caused it; the cause principle is followed.', 'A-01', 'R-062'),
      ],
      when: { refusalReason: 'noIdentity' },
      liability: { freight: { outbound: 'asPaid', return: 'buyer' } },
    },

    // Recourse
    'REF-30': {
      title: {
        en: 'The supplier ships directly and sent the wrong or defective goods: the merchant claims from the supplier.',
        zh: '代发供应商错发漏发或质量问题：商家向供应商追偿。',
      },
      cites: [assumed('The cause principle carried one step up the chain.', 'A-04', 'R-071')],
      when: { dropship: 'yes', refusalReason: ['wrongItem', 'missingItem', 'qualityDefect'] },
      liability: { recourse: 'supplier' },
    },
    'REF-31': {
      title: {
        en: 'The supplier ships directly and its description was wrong: the merchant claims from the supplier.',
        zh: '描述错误来自代发供应商：商家向供应商追偿。',
      },
      cites: [assumed('Whose description was wrong decides.', 'A-04', 'R-059')],
      when: { dropship: 'yes', refusalReason: 'notAsDescribed', descriptionSource: 'supplier' },
      liability: { recourse: 'supplier' },
    },
    'REF-32': {
      title: {
        en: 'The fault lies with the merchant or with nobody: no recourse.',
        zh: '过错在商家或无人有过错：无追偿对象。',
      },
      cites: [derived('refusal', 101, 103, ['R-075'], 'The merchant carries the cost of its own return.')],
      when: [
        { refusalReason: ['changeOfMind', 'collectFreight', 'noIdentity'] },
        { dropship: 'no', refusalReason: ['wrongItem', 'missingItem', 'qualityDefect', 'notAsDescribed'] },
        { dropship: 'yes', refusalReason: 'notAsDescribed', descriptionSource: 'merchant' },
      ],
      liability: { recourse: 'none' },
    },
    'REF-33': {
      title: {
        en: 'The courier had accepted goods too large to deliver: the merchant claims from it.',
        zh: '快递收下过大的货物：商家向快递追偿。',
      },
      cites: [assumed('The courier answers for its own error.', 'A-01', 'R-076')],
      when: { refusalReason: 'oversize' },
      liability: { recourse: 'courier' },
      limitedTo: 'freight',
    },
  },
  laws: [
    {
      title: {
        en: 'A fault of the merchant never costs the buyer freight.',
        zh: '商家过错不由买家承担运费。',
      },
      when: { refusalReason: ['wrongItem', 'missingItem', 'notAsDescribed', 'qualityDefect'] },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
    {
      title: {
        en: 'A courier that declines is never a refusal the buyer pays for.',
        zh: '快递不予交付不由买家赔付货款。',
      },
      when: { refusalReason: ['oversize', 'noIdentity'] },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: {
        en: 'The supplier is never charged for a change of mind.',
        zh: '买家改变主意不向供应商追偿。',
      },
      when: { refusalReason: 'changeOfMind' },
      layer: 'recourse',
      never: (recourse) => recourse === 'supplier',
    },
  ],
});
