import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const waits = ['noTracking', 'stalled', 'stuckOut', 'notPickedUp', 'late'] as const;

/** Who bears a delay, a hold by customs, or a parcel that turned back on its way. */
export const standstillRules = rulebook({
  type: 'standstill',
  title: { en: 'Standing still', zh: '物流停滞' },
  facts: ['standstill', 'delayClaim', 'delayCause', 'customsCause', 'dutyOwedBy'],
  articles: {
    'STS-1': {
      title: {
        en: 'The courier caused the delay and the buyer demands something for it: the courier compensates.',
        zh: '快递造成延误且买家要求补偿：由快递补偿。',
      },
      cites: [stated('courier', 136, 140, 'R-230'), stated('courier', 156, 156, 'R-234')],
      when: { standstill: waits, delayClaim: 'yes', delayCause: 'courier' },
      liability: { payer: 'courier' },
      limitedTo: 'compensation',
    },
    'STS-2': {
      title: { en: 'Late, but nobody demands anything: nobody pays.', zh: '晚到但无人主张：无须赔付。' },
      cites: [derived('courier', 136, 140, ['R-230', 'R-233'], 'Something is given to those who demand it.')],
      when: { standstill: waits, delayClaim: 'no' },
      liability: { payer: 'nobody' },
    },
    'STS-3': {
      title: {
        en: 'Force majeure caused the delay: it is explained, not compensated.',
        zh: '不可抗力造成延误：作出说明，不予赔付。',
      },
      cites: [
        stated('workOrder', 17, 17, 'R-231'),
        assumed('One fact stops the seven-day rule, delay compensation and ticket blame.', 'A-54'),
      ],
      when: { standstill: waits, delayClaim: 'yes', delayCause: 'forceMajeure' },
      liability: { payer: 'nobody' },
    },
    'STS-4': {
      title: {
        en: 'Something else caused the delay: sender and recipient agree to wait, and nobody pays.',
        zh: '其他原因延误：双方协商等待，无须赔付。',
      },
      cites: [stated('courier', 38, 38, 'R-232')],
      when: { standstill: waits, delayClaim: 'yes', delayCause: 'other' },
      liability: { payer: 'nobody' },
    },
    'STS-5': {
      title: {
        en: 'The parcel came back, from customs or on its own: the merchant refunds or sends it again.',
        zh: '包裹被海关或中途退回：由商家退款或重发。',
      },
      cites: [
        derived(
          'courier',
          79,
          82,
          ['R-238', 'R-239'],
          'A buyer without the goods is not left without a remedy.',
        ),
        assumed('No procedure is told for customs.', 'A-44', 'R-243'),
      ],
      when: { standstill: ['customs', 'returning'] },
      liability: { payer: 'merchant' },
    },

    // Freight
    'STS-20': {
      title: { en: 'A delay moves no freight.', zh: '延误不改变运费承担。' },
      cites: [derived('courier', 136, 140, ['R-230'], 'The courier gives something such as a coupon.')],
      when: { standstill: waits },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },
    'STS-21': {
      title: {
        en: 'The sender answers for the goods, so it bears the freight of what came back.',
        zh: '寄件人对货物负责，退回运费由其承担。',
      },
      cites: [assumed('The sender for the goods.', 'A-44', 'R-239')],
      when: { standstill: ['customs', 'returning'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },

    // Recourse
    'STS-30': {
      title: { en: 'Nobody else is at fault: no recourse.', zh: '无他方过错：无追偿对象。' },
      cites: [assumed('Customs and a return on its way name no fault of the courier.', 'A-44')],
      when: { standstill: [...waits, 'customs', 'returning'] },
      liability: { recourse: 'none' },
    },

    // Duty
    'STS-40': {
      title: { en: 'Unpaid duty is paid by the buyer who owes it.', zh: '未缴关税由应缴的买家支付。' },
      cites: [assumed('The party that owes the duty pays it.', 'A-44', 'R-239')],
      when: { customsCause: 'dutyUnpaid', dutyOwedBy: 'buyer' },
      liability: { surcharge: 'buyer' },
    },
    'STS-41': {
      title: { en: 'Unpaid duty is paid by the merchant who owes it.', zh: '未缴关税由应缴的商家支付。' },
      cites: [assumed('The party that owes the duty pays it.', 'A-44', 'R-239')],
      when: [{ customsCause: 'dutyUnpaid', dutyOwedBy: 'merchant' }, { customsCause: 'goodsNotAllowed' }],
      liability: { surcharge: 'merchant' },
    },
  },
  laws: [
    {
      title: { en: 'Force majeure is never compensated as a delay.', zh: '不可抗力延误不予赔付。' },
      when: { standstill: waits, delayCause: 'forceMajeure' },
      layer: 'payer',
      never: (payer) => payer !== 'nobody',
    },
  ],
});
