import { namedOnlyRules } from '../guards/named-only.ts';
import { stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
import { caseSetup, due, notes, request, resolves, starts, stops, title } from './setup.ts';
import { standalone } from './standalone.ts';

/** Kinds the guides only name. */
export const namedOnlyEntries = {
  'invoice.missing': { target: 'negotiating', actions: notes({ namedTrouble: 'invoice' }) },
  'counterfeit.claimed': { target: 'negotiating', actions: notes({ namedTrouble: 'counterfeit' }) },
  'attitude.complained': { target: 'negotiating', actions: notes({ namedTrouble: 'attitude' }) },
  'violation.reported': { target: 'negotiating', actions: notes({ namedTrouble: 'violation' }) },
} as const;

/** Named only: the parties negotiate, and a human decides if they do not agree. No content is invented. */
export const namedOnly = caseSetup.createStateConfig({
  id: 'namedOnlyException',
  initial: 'opened',
  meta: title('Named only', '仅列名事项'),
  on: { 'facts.established': { guard: 'addsFacts', actions: 'establishFacts' } },
  states: {
    opened: { meta: title('Opened', '已立案'), on: namedOnlyEntries },
    negotiating: {
      meta: title('The parties negotiate', '双方协商'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'agreement' }),
        ...starts('buyerChoice', 'merchant'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'agreement.reached': {
          target: 'resolved',
          actions: resolves('delivered'),
          meta: { cites: [stated('courier', 22, 22, 'R-054')] },
        },
        'agreement.failed': 'assessment',
        'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'assessment' },
      },
    },
    assessment: assessment(namedOnlyRules),
    resolved: { meta: title('Resolved', '已解决') },
  },
});

/** The machine for named kinds alone. */
export const namedOnlyMachine = standalone('namedOnly', namedOnly, namedOnlyRules);
