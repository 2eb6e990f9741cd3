import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

/** Who bears a parcel that went back because the recipient could not receive it. */
export const recipientRules = rulebook({
  type: 'recipient',
  title: { en: 'Recipient trouble', zh: '收件人问题' },
  facts: ['recipientTrouble', 'dataErrorBy'],
  articles: {
    'RCP-1': {
      title: {
        en: 'The parcel could not be handed over and went back: the merchant refunds or sends it again.',
        zh: '无法派送而退回：由商家退款或重发。',
      },
      cites: [
        stated('afterSales', 268, 268, 'R-174'),
        stated('courier', 157, 157, 'R-183'),
        assumed(
          'Kinds without an outcome end in a return that the sender decides.',
          'A-42',
          'R-117',
          'R-190',
        ),
      ],
      when: {
        recipientTrouble: ['dataWrong', 'unreachable', 'cannotPay', 'timeUnsuitable', 'slowReceiving'],
      },
      liability: { payer: 'merchant' },
    },

    // Freight
    'RCP-20': {
      title: {
        en: 'The buyer gave wrong data: the buyer bears the way back, the way out stays as paid.',
        zh: '买家提供信息有误：退回运费由买家承担，去程谁付谁承担。',
      },
      cites: [
        assumed('The consumer is named as a cause, and the cause principle is followed.', 'A-26', 'R-012'),
      ],
      when: { recipientTrouble: 'dataWrong', dataErrorBy: 'buyer' },
      liability: { freight: { outbound: 'asPaid', return: 'buyer' } },
    },
    'RCP-21': {
      title: {
        en: 'The merchant copied the data wrongly: the merchant bears both freights.',
        zh: '商家抄录有误：往返运费由商家承担。',
      },
      cites: [assumed('Whoever copied wrongly bears it.', 'A-26', 'R-178')],
      when: { recipientTrouble: 'dataWrong', dataErrorBy: 'merchant' },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'RCP-22': {
      title: {
        en: 'The courier copied the data wrongly: the courier bears both freights.',
        zh: '快递抄录有误：往返运费由快递承担。',
      },
      cites: [assumed('Whoever copied wrongly bears it.', 'A-26', 'R-178')],
      when: { recipientTrouble: 'dataWrong', dataErrorBy: 'courier' },
      liability: { freight: { outbound: 'courier', return: 'courier' } },
    },
    'RCP-23': {
      title: {
        en: 'Nobody could be reached: the courier bears the trip back, and the buyer is not charged for being out.',
        zh: '联系不上收件人：回程由快递承担，不因不在家向买家收费。',
      },
      cites: [
        assumed('A failed contact is for the courier.', 'A-01', 'R-060', 'R-061', 'R-076'),
        assumed('A failed attempt is no refusal.', 'A-06'),
      ],
      when: { recipientTrouble: 'unreachable' },
      liability: { freight: { outbound: 'asPaid', return: 'courier' } },
    },
    'RCP-24': {
      title: {
        en: 'The recipient could not pay, or time and receiving did not suit: the sender decided the return and bears it.',
        zh: '收件人无法付款或时间不合适：退回由寄件人决定并承担运费。',
      },
      cites: [
        assumed(
          'No bearer is named; the one who decides the return bears it.',
          'A-42',
          'R-189',
          'R-117',
          'R-235',
        ),
      ],
      when: { recipientTrouble: ['cannotPay', 'timeUnsuitable', 'slowReceiving'] },
      liability: { freight: { outbound: 'asPaid', return: 'merchant' } },
    },

    // Recourse
    'RCP-30': {
      title: {
        en: 'The courier copied the data wrongly or reached nobody: the merchant claims the freight from it.',
        zh: '快递抄录有误或未联系上收件人：商家向快递追偿运费。',
      },
      cites: [assumed('The courier answers for its own error and for a failed contact.', 'A-01', 'R-076')],
      when: [{ recipientTrouble: 'dataWrong', dataErrorBy: 'courier' }, { recipientTrouble: 'unreachable' }],
      liability: { recourse: 'courier' },
      limitedTo: 'freight',
    },
    'RCP-31': {
      title: { en: 'The courier was not at fault: no recourse.', zh: '快递无过错：无追偿对象。' },
      cites: [
        derived('afterSales', 268, 268, ['R-174'], 'Holding and returning is what the courier has to do.'),
      ],
      when: [
        { recipientTrouble: 'dataWrong', dataErrorBy: ['buyer', 'merchant'] },
        { recipientTrouble: ['cannotPay', 'timeUnsuitable', 'slowReceiving'] },
      ],
      liability: { recourse: 'none' },
    },
  },
  laws: [
    {
      title: { en: 'Being out never costs the buyer freight.', zh: '不在家不使买家承担运费。' },
      when: { recipientTrouble: 'unreachable' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
  ],
});
