import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const madeWhole = { payer: ['merchant', 'courier'] } as const;

/** Who bears the loss of a parcel that vanished, was swapped, or is shown as signed but was never received. */
export const lostRules = rulebook({
  type: 'lost',
  title: { en: 'Lost', zh: '丢失' },
  facts: [
    'lossGround',
    'signedBy',
    'signedSlip',
    'contactProof',
    'consentProof',
    'merchantGoodwill',
    'courierCoverage',
    'swapCause',
    'way',
    'refusalReason',
    'groundlessRefusalFreight',
    'returnReason',
  ],
  impossible: [
    {
      when: { contactProof: 'missing', consentProof: 'shown' },
      because: 'Nobody can have consented without having been contacted.',
    },
    {
      when: { lossGround: 'signedNotReceived', signedBy: 'nobody' },
      because: 'A parcel that is shown as signed was signed for by somebody.',
    },
  ],
  articles: {
    'LST-1': {
      title: {
        en: 'The loss is confirmed: the merchant refunds the buyer or sends the goods again.',
        zh: '确认丢失：商家协助退款或补发。',
      },
      cites: [
        stated('workOrder', 16, 16, 'R-123'),
        stated('courier', 218, 222, 'R-118', 'R-120', 'R-121'),
        derived(
          'dropship',
          23,
          23,
          ['R-329'],
          'A return that the courier loses is settled with the courier as well, and the customer is compensated.',
        ),
      ],
      when: { lossGround: ['searchFailed', 'courierConfirmed', 'lostAtPickup'] },
      liability: { payer: 'merchant' },
    },
    'LST-2': {
      title: {
        en: 'Stale tracking that the courier did not verify in time counts as a loss: the merchant makes the buyer whole.',
        zh: '物流停滞且快递逾期未核实：视同丢失，由商家补救。',
      },
      cites: [
        stated('afterSales', 274, 274, 'R-217', 'R-219', 'R-220'),
        stated('afterSales', 286, 286, 'R-131'),
      ],
      when: { lossGround: 'verificationLapsed' },
      liability: { payer: 'merchant' },
    },
    'LST-3': {
      title: {
        en: 'The slip proves the own signature of the buyer: the parcel counts as received.',
        zh: '底单证明为本人签收：视为已收到。',
      },
      cites: [
        derived(
          'afterSales',
          274,
          274,
          ['R-247'],
          'The slip is fetched to settle who signed; an own signature settles it.',
        ),
        derived('afterSales', 286, 286, ['R-251'], 'Once the slip is the own one, nothing is left to claim.'),
        assumed('The courier is asked for the slip whoever signed; the merchant may always ask.', 'A-32'),
      ],
      when: { lossGround: 'signedNotReceived', signedBy: 'buyer', signedSlip: 'genuine' },
      liability: { payer: 'buyer' },
    },
    'LST-4': {
      title: {
        en: 'A third party signed, contact and consent are proved: the parcel counts as received.',
        zh: '第三方签收且联系与同意均有凭证：视为已收到。',
      },
      cites: [
        derived('afterSales', 294, 294, ['R-099'], 'A consented signature is as the own one.'),
        derived('afterSales', 274, 274, ['R-248'], 'It is what the courier is asked to prove.'),
        assumed(
          'The address decides where the buyer asks first; it does not move the loss.',
          undefined,
          'R-249',
        ),
      ],
      when: {
        lossGround: 'signedNotReceived',
        signedBy: 'thirdParty',
        signedSlip: 'genuine',
        contactProof: 'shown',
        consentProof: 'shown',
      },
      liability: { payer: 'buyer' },
    },
    'LST-5': {
      title: {
        en: 'A third party signed and the courier cannot prove contact and consent: the merchant makes the buyer whole and claims.',
        zh: '第三方签收且快递无法证明联系与同意：商家先行补救并索赔。',
      },
      cites: [stated('afterSales', 274, 274, 'R-248', 'R-250'), stated('afterSales', 300, 300, 'R-101')],
      when: [
        {
          lossGround: 'signedNotReceived',
          signedBy: 'thirdParty',
          signedSlip: 'genuine',
          contactProof: 'missing',
        },
        {
          lossGround: 'signedNotReceived',
          signedBy: 'thirdParty',
          signedSlip: 'genuine',
          consentProof: 'missing',
        },
      ],
      liability: { payer: 'merchant' },
    },
    'LST-6': {
      title: {
        en: 'The investigation confirms a false signature: the courier compensates or delivers again.',
        zh: '核实为虚假签收：由快递赔偿或重新派送。',
      },
      cites: [stated('courier', 39, 41, 'R-252', 'R-253', 'R-254')],
      when: { lossGround: 'signedNotReceived', signedSlip: 'false' },
      liability: { payer: 'courier' },
    },
    'LST-7': {
      title: {
        en: 'No signed slip is produced: the delivery is not proved, and the merchant makes the buyer whole.',
        zh: '快递未提供签收底单：送达未获证明，由商家补救。',
      },
      cites: [
        derived('afterSales', 300, 300, ['R-101'], 'The burden of proof lies with the courier.'),
        derived(
          'courier',
          34,
          35,
          ['R-127', 'R-128'],
          'A parcel that was not delivered is a lost one: compensation or a new shipment.',
        ),
      ],
      when: { lossGround: 'signedNotReceived', signedSlip: 'missing' },
      liability: { payer: 'merchant' },
    },
    'LST-8': {
      title: {
        en: 'The merchant agreed to help although the rule does not oblige it.',
        zh: '商家自愿补救。',
      },
      cites: [assumed('As for damage: a merchant may always do more than it must.', 'A-02')],
      when: { merchantGoodwill: 'yes' },
      liability: { payer: 'merchant' },
      exceptionTo: ['LST-1', 'LST-2', 'LST-3', 'LST-4', 'LST-5', 'LST-6', 'LST-7'],
    },

    // Freight
    'LST-20': {
      title: {
        en: 'The goods never reached the buyer, so the buyer pays no freight.',
        zh: '货物未到买家手中，买家不承担运费。',
      },
      cites: [
        derived(
          'workOrder',
          16,
          16,
          ['R-123'],
          'A refund that leaves the freight is not a refund of the order.',
        ),
      ],
      when: { ...madeWhole, way: ['toBuyer', 'outsideArea', 'notHandedOver', 'turnedBack'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'LST-22': {
      title: {
        en: 'Refused without cause and lost on the way back: the policy names the bearer of both freights, here the buyer.',
        zh: '无理由拒收，退回途中丢失：按政策往返运费由买家承担。',
      },
      cites: [
        assumed('By cause: the loss moves the goods, not the reason of the way back.', 'A-01', 'R-072'),
        stated('courier', 126, 130, 'R-125'),
      ],
      when: {
        ...madeWhole,
        way: 'refused',
        refusalReason: 'changeOfMind',
        groundlessRefusalFreight: 'buyer',
      },
      liability: { freight: { outbound: 'buyer', return: 'buyer' } },
    },
    'LST-23': {
      title: {
        en: 'Sent back for an error of the buyer and lost on the way: the buyer bears the way back, the way out stays as paid.',
        zh: '因买家原因退回，途中丢失：回程运费由买家承担，去程谁付谁承担。',
      },
      cites: [
        assumed('Own error is for the buyer; who lost the return does not change it.', 'A-04', 'R-328'),
        assumed('A recipient who cannot show identity caused the way back.', 'A-01', 'R-062'),
        stated('afterSales', 252, 252, 'R-285'),
      ],
      when: [
        { ...madeWhole, way: 'sentBack', returnReason: 'customerError' },
        { ...madeWhole, way: 'refused', refusalReason: 'noIdentity' },
      ],
      liability: { freight: { outbound: 'asPaid', return: 'buyer' } },
    },
    'LST-24': {
      title: {
        en: 'Lost on a way back that the buyer did not cause: the merchant carries both freights toward the buyer.',
        zh: '非买家原因退回，途中丢失：往返运费由商家对买家承担。',
      },
      cites: [
        derived('afterSales', 198, 198, ['R-258', 'R-262'], 'The freight rule of ordinary returns.'),
        stated('refusal', 101, 103, 'R-075'),
        assumed('The other choice of the policy for a refusal without cause.', 'A-01', 'R-075'),
        assumed('What the courier caused is claimed from it with the goods.', 'A-01', 'R-076'),
      ],
      when: [
        {
          ...madeWhole,
          way: 'sentBack',
          returnReason: ['quality', 'wrongItem', 'notAsDescribed', 'logistics'],
        },
        {
          ...madeWhole,
          way: 'refused',
          refusalReason: [
            'wrongItem',
            'missingItem',
            'notAsDescribed',
            'qualityDefect',
            'collectFreight',
            'oversize',
          ],
        },
        {
          ...madeWhole,
          way: 'refused',
          refusalReason: 'changeOfMind',
          groundlessRefusalFreight: 'merchant',
        },
      ],
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'LST-21': {
      title: {
        en: 'The parcel counts as received, so freight stays with whoever paid it.',
        zh: '视为已收到，运费谁付谁承担。',
      },
      cites: [derived('afterSales', 294, 294, ['R-099'], 'Nothing is undone, so no freight moves.')],
      when: { payer: ['buyer', 'nobody'] },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },

    // Recourse
    'LST-30': {
      title: {
        en: 'The parcel was lost in the hands of the courier: the courier compensates the merchant.',
        zh: '包裹在快递环节丢失：由快递赔偿商家。',
      },
      cites: [
        stated('courier', 126, 130, 'R-125'),
        stated('courier', 34, 35, 'R-125', 'R-128'),
        stated('afterSales', 224, 230, 'R-129', 'R-130'),
        assumed('No tariff in the guides: amounts are data of the claim.', 'A-23'),
      ],
      when: {
        lossGround: ['searchFailed', 'courierConfirmed', 'lostAtPickup', 'verificationLapsed'],
        courierCoverage: 'yes',
      },
      liability: { recourse: 'courier' },
    },
    'LST-31': {
      title: {
        en: 'The courier cannot prove a proper delivery: the merchant claims from the courier.',
        zh: '快递无法证明妥投：商家向快递索赔。',
      },
      cites: [stated('afterSales', 274, 274, 'R-250'), assumed('Two layers, so the texts agree.', 'A-05')],
      when: [
        { lossGround: 'signedNotReceived', signedSlip: ['missing', 'false'], courierCoverage: 'yes' },
        {
          lossGround: 'signedNotReceived',
          signedSlip: 'genuine',
          signedBy: 'thirdParty',
          contactProof: 'missing',
          courierCoverage: 'yes',
        },
        {
          lossGround: 'signedNotReceived',
          signedSlip: 'genuine',
          signedBy: 'thirdParty',
          consentProof: 'missing',
          courierCoverage: 'yes',
        },
      ],
      liability: { recourse: 'courier' },
    },
    'LST-32': {
      title: {
        en: 'The delivery is proved and the merchant helped of its own will: no recourse.',
        zh: '妥投有据而商家自愿补救：无追偿对象。',
      },
      cites: [derived('afterSales', 294, 294, ['R-099'], 'A courier that proves the delivery owes nothing.')],
      when: [
        { lossGround: 'signedNotReceived', signedSlip: 'genuine', signedBy: 'buyer' },
        {
          lossGround: 'signedNotReceived',
          signedSlip: 'genuine',
          signedBy: 'thirdParty',
          contactProof: 'shown',
          consentProof: 'shown',
        },
      ],
      liability: { recourse: 'none' },
    },
    'LST-33': {
      title: {
        en: 'Outside the guarantee scope of the courier: nothing can be recovered there.',
        zh: '不属于快递保障范围：无法向快递追偿。',
      },
      cites: [assumed('The scope concerns recourse only; the buyer is not affected.', 'A-43', 'R-043')],
      when: [
        {
          lossGround: ['searchFailed', 'courierConfirmed', 'lostAtPickup', 'verificationLapsed'],
          courierCoverage: 'no',
        },
        { lossGround: 'signedNotReceived', signedSlip: ['missing', 'false'], courierCoverage: 'no' },
        {
          lossGround: 'signedNotReceived',
          signedSlip: 'genuine',
          signedBy: 'thirdParty',
          contactProof: 'missing',
          courierCoverage: 'no',
        },
        {
          lossGround: 'signedNotReceived',
          signedSlip: 'genuine',
          signedBy: 'thirdParty',
          consentProof: 'missing',
          courierCoverage: 'no',
        },
      ],
      liability: { recourse: 'none' },
    },

    // Cost of taking swapped goods back
    'LST-40': {
      title: {
        en: 'The courier swapped the parcels, or nobody can tell who did: the courier bears the cost.',
        zh: '快递造成掉包或无法查明：费用由快递承担。',
      },
      cites: [
        assumed('The causer pays; where the causer is not known, the courier.', 'A-41', 'R-138', 'R-139'),
        derived(
          'courier',
          226,
          227,
          ['R-137', 'R-138'],
          'The guide asks for the causer right after the cost.',
        ),
      ],
      when: { swapCause: ['courier', 'unknown'] },
      liability: { surcharge: 'courier' },
    },
    'LST-41': {
      title: {
        en: 'The recipient swapped the parcels: the buyer bears the cost.',
        zh: '收件方造成掉包：费用由买家承担。',
      },
      cites: [assumed('The causer pays.', 'A-41', 'R-138')],
      when: { swapCause: 'buyer' },
      liability: { surcharge: 'buyer' },
    },
    'LST-42': {
      title: {
        en: 'The sender swapped the labels: the merchant bears the cost.',
        zh: '寄件方贴错面单：费用由商家承担。',
      },
      cites: [assumed('The causer pays.', 'A-41', 'R-138')],
      when: { swapCause: 'merchant' },
      liability: { surcharge: 'merchant' },
    },
  },
  laws: [
    {
      title: {
        en: 'A loss on the way to the buyer never costs the buyer freight.',
        zh: '派送途中丢失，买家不承担运费。',
      },
      when: { way: 'toBuyer', payer: 'merchant' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
    {
      title: {
        en: 'A customer who sent the goods back for its own error bears the way back, lost or not.',
        zh: '顾客选错而寄回，无论途中是否丢失，回程运费均由顾客承担。',
      },
      when: { way: 'sentBack', returnReason: 'customerError', payer: 'merchant' },
      layer: 'freight',
      never: (freight) => typeof freight === 'object' && freight.return !== 'buyer',
    },
    {
      title: { en: 'A confirmed loss never falls on the buyer.', zh: '确认丢失不由买家承担。' },
      when: { lossGround: ['searchFailed', 'courierConfirmed', 'lostAtPickup', 'verificationLapsed'] },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: { en: 'A false signature never falls on the buyer.', zh: '虚假签收不由买家承担。' },
      when: { lossGround: 'signedNotReceived', signedSlip: 'false' },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: {
        en: 'A third party without proof of consent never makes the buyer pay.',
        zh: '第三方签收且无同意凭证时，买家不承担。',
      },
      when: { signedBy: 'thirdParty', consentProof: 'missing' },
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
  ],
});
