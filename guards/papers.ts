import { derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const changes = ['codAmount', 'freightTerm', 'weight', 'returnDocument'] as const;

/** Who bears a dispute about money or papers at the door. */
export const papersRules = rulebook({
  type: 'papers',
  title: { en: 'Money and papers', zh: '款项与单据' },
  facts: ['paperTrouble', 'feeCharged', 'complaint'],
  articles: {
    'PAP-1': {
      title: {
        en: 'The fee breaks the standard of the courier: the courier compensates the customer.',
        zh: '收费不符合标准：由快递补偿客户。',
      },
      cites: [stated('courier', 20, 21, 'R-206')],
      when: { paperTrouble: 'fee', feeCharged: 'irregular' },
      liability: { payer: 'courier' },
      limitedTo: 'compensation',
    },
    'PAP-2': {
      title: {
        en: 'The fee follows the standard: it is explained, and the customer bears it.',
        zh: '收费符合标准：说明明细后由客户承担。',
      },
      cites: [stated('courier', 17, 18, 'R-205')],
      when: { paperTrouble: 'fee', feeCharged: 'regular', complaint: 'no' },
      liability: { payer: 'buyer' },
    },
    'PAP-4': {
      title: {
        en: 'The customer still disputes a fee that was explained: it is settled together with the courier.',
        zh: '说明明细后客户仍有异议：会同快递协商解决。',
      },
      cites: [stated('courier', 19, 19, 'R-205')],
      when: { paperTrouble: 'fee', feeCharged: 'regular', complaint: 'yes' },
      liability: { payer: 'arbitration' },
    },
    'PAP-3': {
      title: {
        en: 'A change of amount, freight, weight or document is registered: nobody has lost anything.',
        zh: '变更已登记：无人受损。',
      },
      cites: [
        derived(
          'courier',
          170,
          196,
          ['R-194', 'R-197', 'R-200', 'R-204'],
          'The guide ends with the registration.',
        ),
      ],
      when: { paperTrouble: changes },
      liability: { payer: 'nobody' },
    },
    'PAP-20': {
      title: { en: 'Freight is as agreed and stays with whoever pays it.', zh: '运费按约定，谁付谁承担。' },
      cites: [derived('courier', 175, 181, ['R-197'], 'The parties agree; nothing is undone.')],
      when: { paperTrouble: [...changes, 'fee'] },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },
  },
  laws: [
    {
      title: { en: 'A registered change never makes anybody pay the buyer.', zh: '登记变更不产生赔付。' },
      when: { paperTrouble: changes },
      layer: 'payer',
      never: (payer) => payer !== 'nobody',
    },
  ],
});
