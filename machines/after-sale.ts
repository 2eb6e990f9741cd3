import { and } from 'xstate';
import { afterSaleRules } from '../guards/after-sale.ts';
import { requestFacts, requestFinding } from '../guards/after-sale-request.ts';
import { assumed, stated } from '../policy/citation.ts';
import { nextToAsk } from '../policy/decide.ts';
import { dispute } from './after-sale-dispute.ts';
import { preparing } from './after-sale-exchange.ts';
import { guiding, testing } from './after-sale-quality.ts';
import { returning } from './after-sale-return.ts';
import { asking, assessment, reopening } from './assessment.ts';
import { caseSetup, due, notes, request, starts, stops, title, wishes } from './setup.ts';
import { standalone } from './standalone.ts';

/** What opens an after-sale case: the buyer has the goods and asks for something. */
export const afterSaleEntries = {
  'afterSale.requested': { guard: 'wishFits', target: 'examining', actions: 'noteAfterSaleRequest' },
} as const;

const rules = assessment(afterSaleRules);

/** After-sale: the request is examined, approved, the goods come back, and the articles decide. */
export const afterSale = caseSetup.createStateConfig({
  id: 'afterSaleException',
  initial: 'opened',
  meta: title('After-sale', '商品售后'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
    'freight.halved': {
      guard: 'mayHalveFreight',
      actions: notes({ freightConcession: 'yes' }),
      meta: { cites: [stated('afterSales', 256, 258, 'R-286'), stated('afterSales', 198, 198, 'R-283')] },
    },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: afterSaleEntries },
    examining: {
      meta: title('Is the request well founded?', '审核申请'),
      always: [
        { guard: 'useUnknown', target: 'guiding' },
        { guard: 'requestNeedsEvidence', target: 'awaitingEvidence' },
        { guard: 'requestUnfounded', target: 'assessment' },
        { guard: 'defectNeedsTest', target: 'testing' },
        { guard: 'tradeSucceeded', target: 'awaitingApproval' },
        {
          target: 'awaitingApproval',
          actions: request('extendReceipt', {}),
          meta: { cites: [stated('afterSales', 200, 200, 'R-292', 'R-020')] },
        },
      ],
    },
    guiding,
    awaitingEvidence: asking(
      (context) => {
        const finding = requestFinding(context);
        return finding.kind === 'pending' ? nextToAsk(finding.missing) : null;
      },
      requestFacts,
      'examining',
      {
        type: 'assumeSilence',
        params: ({ context }: { context: Parameters<typeof requestFinding>[0] }) => requestFinding(context),
      },
    ),
    testing,
    awaitingApproval: {
      meta: title('The merchant answers the request', '等待商家答复'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'approval' }),
        ...starts('merchantReply', 'merchant'),
      ],
      exit: stops('merchantReply'),
      on: {
        'request.approved': [
          {
            guard: wishes('return'),
            target: 'returning',
            meta: { cites: [stated('afterSales', 19, 19, 'R-257'), stated('afterSales', 27, 27, 'R-256')] },
          },
          { guard: 'wishNeedsStock', target: 'preparing' },
        ],
        'remedy.concessionAgreed': {
          guard: and([wishes('compensation'), 'withinPaid']),
          target: 'assessment',
          actions: 'noteAgreed',
          meta: { cites: [stated('afterSales', 27, 27, 'R-256'), stated('afterSales', 101, 101, 'R-023')] },
        },
        'exchange.refused': 'dispute.refused',
        'malice.claimed': {
          target: 'assessment',
          actions: notes({ malice: 'claimed' }),
          meta: { cites: [stated('afterSales', 105, 105, 'R-024')] },
        },
        'merchantReply.lapsed': { guard: due('merchantReply'), target: 'dispute.slow' },
      },
    },
    preparing,
    returning,
    dispute,
    assessment: {
      ...rules,
      on: {
        'facts.corrected': [
          {
            guard: and(['correctsFacts', 'goodsAreBack']),
            target: '.payer',
            actions: ['establishFacts', ...reopening],
          },
          {
            guard: 'correctsFacts',
            target: 'examining',
            actions: ['establishFacts', ...reopening],
            meta: {
              cites: [assumed('Until the goods are back, better evidence opens the request again.')],
            },
          },
        ],
      },
    },
    resolved: { meta: title('Ended without a decision on liability', '无须认定责任') },
  },
});

/** The machine for after-sale requests alone. */
export const afterSaleMachine = standalone('afterSale', afterSale, afterSaleRules);
