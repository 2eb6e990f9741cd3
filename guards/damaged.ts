import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const complaintCites = [
  stated('afterSales', 298, 298, 'R-102', 'R-104'),
  assumed('A rule and an override keep both texts.', 'A-02'),
] as const;

/** The cases the buyer would bear, had it not complained: signed unseen, signed after inspection, signed by consent. */
function complainedOfTotalDamage<Goodwill extends 'partial' | 'full'>(goodwillAfterComplaint: Goodwill) {
  const complaint = {
    complaint: 'yes',
    damageExtent: 'total',
    damageProof: 'shown',
    goodwillAfterComplaint,
  } as const;
  return [
    { ...complaint, signedBy: 'buyer', inspectedBeforeSigning: 'no' },
    { ...complaint, signedBy: 'buyer', bearerAfterInspection: 'buyer' },
    { ...complaint, signedBy: 'thirdParty', consentProof: 'shown' },
  ] as const;
}

/** Who bears the loss of damaged goods, and the freight. */
export const damagedRules = rulebook({
  type: 'damaged',
  title: { en: 'Damaged', zh: '破损' },
  facts: [
    'damageKind',
    'damageProof',
    'reportedInTime',
    'signedBy',
    'inspectedBeforeSigning',
    'contactProof',
    'consentProof',
    'damageExtent',
    'complaint',
    'merchantGoodwill',
    'goodwillAfterComplaint',
    'bearerAfterInspection',
    'damageCause',
    'courierCoverage',
    'dropship',
  ],
  impossible: [
    {
      when: { contactProof: 'missing', consentProof: 'shown' },
      because: 'Nobody can have consented without having been contacted.',
    },
  ],
  articles: {
    'DMG-1': {
      title: {
        en: 'The buyer found the damage at the door and refused: the merchant makes the buyer whole.',
        zh: '买家当面发现破损而拒收：由商家负责补救。',
      },
      cites: [
        stated('afterSales', 274, 274, 'R-094'),
        stated('afterSales', 284, 284, 'R-094'),
        stated('refusal', 25, 25, 'R-070'),
        stated('refusal', 3, 3, 'R-056'),
      ],
      when: { signedBy: 'nobody', damageKind: ['broken', 'leaking'], damageProof: 'shown' },
      liability: { payer: 'merchant' },
    },
    'DMG-2': {
      title: {
        en: 'The buyer signed without inspecting: the buyer bears the damage.',
        zh: '买家未验货即本人签收：破损由买家承担。',
      },
      cites: [
        stated('afterSales', 294, 294, 'R-098'),
        stated('afterSales', 294, 296, 'R-097'),
        assumed('Concealed damage is treated alike.', 'A-36'),
      ],
      when: { signedBy: 'buyer', inspectedBeforeSigning: 'no', damageProof: 'shown' },
      liability: { payer: 'buyer' },
    },
    'DMG-3': {
      title: {
        en: 'The buyer inspected and signed, then claimed damage: the policy of the merchant names the bearer, here the buyer.',
        zh: '买家验货签收后再报破损：按商家政策由买家承担。',
      },
      cites: [assumed('Not treated in the guides; stronger than signing without looking.', 'A-35')],
      when: {
        signedBy: 'buyer',
        inspectedBeforeSigning: 'yes',
        bearerAfterInspection: 'buyer',
        damageProof: 'shown',
      },
      liability: { payer: 'buyer' },
    },
    'DMG-4': {
      title: {
        en: 'The buyer inspected and signed, then claimed damage: the policy of the merchant names the bearer, here the merchant.',
        zh: '买家验货签收后再报破损：按商家政策由商家承担。',
      },
      cites: [assumed('The other choice of the same policy.', 'A-35')],
      when: {
        signedBy: 'buyer',
        inspectedBeforeSigning: 'yes',
        bearerAfterInspection: 'merchant',
        damageProof: 'shown',
      },
      liability: { payer: 'merchant' },
    },
    'DMG-5': {
      title: {
        en: 'A third party signed with the consent of the buyer: it counts as the own signature, and the buyer bears the damage.',
        zh: '经买家同意由第三方签收：视同本人签收，破损由买家承担。',
      },
      cites: [
        stated('afterSales', 294, 294, 'R-099'),
        derived(
          'afterSales',
          294,
          294,
          ['R-098'],
          'A third party does not inspect, so it is as signed without looking.',
        ),
      ],
      when: { signedBy: 'thirdParty', contactProof: 'shown', consentProof: 'shown', damageProof: 'shown' },
      liability: { payer: 'buyer' },
    },
    'DMG-6': {
      title: {
        en: 'Left with a third party although the buyer was never contacted: the merchant makes the buyer whole and settles with the courier.',
        zh: '未联系买家即由第三方签收：商家先行负责，再与快递结算。',
      },
      cites: [stated('afterSales', 294, 294, 'R-100'), assumed('Two layers, so the texts agree.', 'A-05')],
      when: { signedBy: 'thirdParty', contactProof: 'missing', damageProof: 'shown' },
      liability: { payer: 'merchant' },
    },
    'DMG-7': {
      title: {
        en: 'Left with a third party and no consent can be proved: the merchant has to handle it.',
        zh: '第三方签收且无法证明买家同意：商家必须处理。',
      },
      cites: [stated('afterSales', 300, 300, 'R-101')],
      when: { signedBy: 'thirdParty', contactProof: 'shown', consentProof: 'missing', damageProof: 'shown' },
      liability: { payer: 'merchant' },
    },
    'DMG-8': {
      title: {
        en: 'Total damage, and the buyer complained to the platform: the merchant has to handle it, by its policy in full.',
        zh: '全损且买家已投诉：按政策由商家全额处理。',
      },
      cites: complaintCites,
      when: complainedOfTotalDamage('full'),
      liability: { payer: 'merchant' },
      exceptionTo: ['DMG-2', 'DMG-3', 'DMG-5'],
    },
    'DMG-13': {
      title: {
        en: 'Total damage, and the buyer complained to the platform: the merchant has to handle it, by its policy with a part of the price.',
        zh: '全损且买家已投诉：按政策由商家部分补偿。',
      },
      cites: complaintCites,
      when: complainedOfTotalDamage('partial'),
      liability: { payer: 'merchant' },
      limitedTo: 'compensation',
      exceptionTo: ['DMG-2', 'DMG-3', 'DMG-5'],
    },
    'DMG-9': {
      title: {
        en: 'No photo or film of the damage is shown: the claim of the buyer is not made out.',
        zh: '未提供破损凭证：买家主张不成立。',
      },
      cites: [
        derived(
          'afterSales',
          39,
          41,
          ['R-089', 'R-090', 'R-132'],
          'The offer presupposes that the damage is proved.',
        ),
        derived(
          'courier',
          32,
          33,
          ['R-087', 'R-088'],
          'Photo or film is what a demand rests on; without it nothing is demanded.',
        ),
        assumed(
          'No guide sets a time for reporting, so only missing proof defeats a claim, never lateness.',
          'A-34',
          'R-084',
        ),
      ],
      when: { damageProof: 'missing', damageKind: ['broken', 'leaking'] },
      liability: { payer: 'buyer' },
    },
    'DMG-10': {
      title: {
        en: 'The buyer refused contaminated goods: the case goes to arbitration.',
        zh: '买家拒收被污染的货物：交由仲裁。',
      },
      cites: [
        stated('courier', 243, 244, 'R-080'),
        stated('courier', 240, 241, 'R-112'),
        assumed('Delivered first, as told, after telling the buyer.', 'A-22'),
      ],
      when: { damageKind: 'contaminated', signedBy: 'nobody' },
      liability: { payer: 'arbitration' },
    },
    'DMG-11': {
      title: {
        en: 'The merchant agreed to help although the rule does not oblige it.',
        zh: '商家自愿补救。',
      },
      cites: [
        stated('afterSales', 29, 37, 'R-091'),
        assumed('The guide says that the merchant agreed; it asks nobody who signed.', 'A-02'),
      ],
      when: { merchantGoodwill: 'yes' },
      liability: { payer: 'merchant' },
      exceptionTo: [
        'DMG-1',
        'DMG-2',
        'DMG-3',
        'DMG-4',
        'DMG-5',
        'DMG-6',
        'DMG-7',
        'DMG-8',
        'DMG-9',
        'DMG-10',
        'DMG-12',
        'DMG-13',
        'DMG-14',
      ],
    },
    'DMG-12': {
      title: {
        en: 'The buyer accepted contaminated goods after being told: the buyer bears what was visible.',
        zh: '买家知情后签收被污染的货物：由买家承担。',
      },
      cites: [
        assumed(
          'The guide delivers first and arbitrates only a refusal, so acceptance ends the matter.',
          'A-22',
          'R-114',
        ),
      ],
      when: { damageKind: 'contaminated', damageProof: 'missing', signedBy: ['buyer', 'thirdParty'] },
      liability: { payer: 'buyer' },
    },

    'DMG-14': {
      title: {
        en: 'The merchant set a time to report damage after signing, and the buyer reported later: the buyer bears it.',
        zh: '签收后超过商家规定期限才反映破损：由买家承担。',
      },
      cites: [assumed('Off by default: the guides only say in time.', 'A-34', 'R-084')],
      when: { reportedInTime: 'no', damageProof: 'shown', signedBy: ['buyer', 'thirdParty'] },
      liability: { payer: 'buyer' },
      exceptionTo: ['DMG-2', 'DMG-3', 'DMG-4', 'DMG-5', 'DMG-6', 'DMG-7', 'DMG-8', 'DMG-13'],
    },

    // Freight
    'DMG-20': {
      title: {
        en: 'The merchant makes the buyer whole, so it carries the freight of both ways.',
        zh: '商家负责补救，往返运费由商家承担。',
      },
      cites: [
        stated('afterSales', 33, 33, 'R-091'),
        derived('refusal', 101, 103, ['R-075'], 'Damage never comes from the buyer changing its mind.'),
      ],
      when: { payer: ['merchant', 'courier'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'DMG-21': {
      title: {
        en: 'The buyer bears the damage, so freight stays with whoever paid it.',
        zh: '买家自担破损，运费谁付谁承担。',
      },
      cites: [derived('afterSales', 294, 294, ['R-098'], 'Nothing is undone, so no freight moves.')],
      when: { payer: ['buyer', 'nobody'] },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },

    // Recourse
    'DMG-30': {
      title: {
        en: 'Damaged in transport: the merchant claims from the courier, and the buyer is not sent there.',
        zh: '运输造成破损：商家向快递索赔，不推给买家。',
      },
      cites: [
        stated('afterSales', 274, 274, 'R-095'),
        stated('courier', 133, 134, 'R-108'),
        stated('courier', 155, 155, 'R-111', 'R-110'),
        stated('workOrder', 18, 18, 'R-105'),
      ],
      when: { damageCause: 'transport', courierCoverage: 'yes' },
      liability: { recourse: 'courier' },
    },
    'DMG-31': {
      title: {
        en: 'Outside the guarantee scope of the courier: nothing can be recovered there.',
        zh: '不属于快递保障范围：无法向快递追偿。',
      },
      cites: [assumed('The scope concerns recourse only; the buyer is not affected.', 'A-43', 'R-043')],
      when: { damageCause: 'transport', courierCoverage: 'no' },
      liability: { recourse: 'none' },
    },
    'DMG-32': {
      title: {
        en: 'Badly packed by the merchant, who packs its own goods: no recourse.',
        zh: '商家自行包装不当：无追偿对象。',
      },
      cites: [
        derived('courier', 133, 134, ['R-107'], 'The packer must improve, so the packer is at fault.'),
        assumed(
          'Packaging fault lies with the packer; fragile goods alone move nothing to the buyer.',
          'A-21',
          'R-109',
        ),
      ],
      when: { damageCause: ['packaging', 'fragileGoods'], dropship: 'no' },
      liability: { recourse: 'none' },
    },
    'DMG-33': {
      title: {
        en: 'Badly packed by the supplier, who ships directly: the merchant claims from the supplier.',
        zh: '代发供应商包装不当：商家向供应商追偿。',
      },
      cites: [
        derived('courier', 133, 134, ['R-107'], 'The packer of a dropshipped order is the supplier.'),
        assumed('Packaging fault lies with the packer.', 'A-21', 'R-109'),
      ],
      when: { damageCause: ['packaging', 'fragileGoods'], dropship: 'yes' },
      liability: { recourse: 'supplier' },
    },
  },
  laws: [
    {
      title: {
        en: 'A third party without proof of consent never makes the buyer pay.',
        zh: '第三方签收且无同意凭证时，买家不承担破损。',
      },
      when: { signedBy: 'thirdParty', consentProof: 'missing', damageProof: 'shown', reportedInTime: 'yes' },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: {
        en: 'Damage seen and shown at the door never falls on the buyer.',
        zh: '当面发现并举证的破损不由买家承担。',
      },
      when: { signedBy: 'nobody', damageProof: 'shown' },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: { en: 'The courier is never charged for bad packaging.', zh: '包装不当不向快递追偿。' },
      when: { damageCause: ['packaging', 'fragileGoods'] },
      layer: 'recourse',
      never: (recourse) => recourse === 'courier',
    },
    {
      title: { en: 'A buyer who is made whole pays no freight.', zh: '获得补救的买家不承担运费。' },
      when: { payer: 'merchant' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
  ],
});
