import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const courierErrors = ['transitError', 'missorted', 'wrongHeading', 'missedRun', 'heldAtCentre'] as const;

/** Who bears the delay of a parcel that was sent to the wrong place or held. */
export const misroutedRules = rulebook({
  type: 'misrouted',
  title: { en: 'Mis-routed', zh: '错派' },
  facts: ['holdReason', 'delayClaim', 'forceMajeure'],
  articles: {
    'MIS-1': {
      title: {
        en: 'The courier sent or sorted the parcel wrongly and the buyer demands compensation: the courier gives it.',
        zh: '快递错派错分且买家要求补偿：由快递补偿。',
      },
      cites: [
        stated('afterSales', 274, 274, 'R-140', 'R-144'),
        stated('courier', 136, 140, 'R-230'),
        stated('courier', 187, 191, 'R-145', 'R-146', 'R-147', 'R-148'),
      ],
      when: { holdReason: courierErrors, delayClaim: 'yes', forceMajeure: 'no' },
      liability: { payer: 'courier' },
      limitedTo: 'compensation',
    },
    'MIS-2': {
      title: {
        en: 'The parcel arrived late through an error of the courier, but nobody demands anything: nobody pays.',
        zh: '因快递差错晚到但无人主张：无须赔付。',
      },
      cites: [derived('afterSales', 286, 290, ['R-143', 'R-144'], 'The case told ends with the delivery.')],
      when: { holdReason: courierErrors, delayClaim: 'no' },
      liability: { payer: 'nobody' },
    },
    'MIS-3': {
      title: {
        en: 'A company address rests over the weekend: nobody is at fault.',
        zh: '公司地址周末休息：无人有责。',
      },
      cites: [stated('afterSales', 274, 274, 'R-149'), stated('afterSales', 286, 286, 'R-149')],
      when: { holdReason: 'weekend' },
      liability: { payer: 'nobody' },
    },
    'MIS-4': {
      title: {
        en: 'Force majeure caused the delay: it is explained, not compensated.',
        zh: '不可抗力造成延误：作出说明，不予赔付。',
      },
      cites: [
        stated('workOrder', 17, 17, 'R-231'),
        assumed('One fact stops the seven-day rule, delay compensation and ticket blame.', 'A-54'),
      ],
      when: { holdReason: courierErrors, delayClaim: 'yes', forceMajeure: 'yes' },
      liability: { payer: 'nobody' },
    },
    'MIS-20': {
      title: {
        en: 'Forwarding to the right place is the duty of the courier: no freight moves.',
        zh: '转寄至正确地址是快递的义务，不另计运费。',
      },
      cites: [
        derived('afterSales', 274, 274, ['R-141'], 'Forwarding is told as a duty; no charge is mentioned.'),
      ],
      when: { payer: ['buyer', 'merchant', 'courier', 'nobody'] },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },
  },
  laws: [
    {
      title: { en: 'The buyer never bears an error in sorting or transit.', zh: '错派错分不由买家承担。' },
      when: {},
      layer: 'payer',
      never: (payer) => payer === 'buyer',
    },
    {
      title: { en: 'Nobody is charged for a weekend.', zh: '周末留仓不向任何人收费。' },
      when: { holdReason: 'weekend' },
      layer: 'payer',
      never: (payer) => payer !== 'nobody',
    },
  ],
});
