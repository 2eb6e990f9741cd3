import { assumed } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

/** Kinds the guides name without saying how to handle them: no liability is invented for them. */
export const namedOnlyRules = rulebook({
  type: 'namedOnly',
  title: { en: 'Named only', zh: '仅列名事项' },
  facts: ['namedTrouble'],
  articles: {
    'NAM-1': {
      title: {
        en: 'The guides name this kind without a rule: a human decides.',
        zh: '指南仅列名而无规则：由人工裁定。',
      },
      cites: [
        assumed(
          'Recorded as a kind with a negotiation only; no content is invented.',
          'A-56',
          'R-276',
          'R-277',
          'R-305',
        ),
        assumed('The text breaks off before it says what to do.', undefined, 'R-054', 'R-236'),
      ],
      when: { namedTrouble: ['invoice', 'counterfeit', 'attitude', 'violation'] },
      liability: { payer: 'arbitration' },
    },
  },
});
