import { stated } from '../policy/citation.ts';
import { due, notes, request, resolves, starts, stops, title } from './setup.ts';

const takenUp = { 'request.takenUp': '#afterSaleException.examining' } as const;
const complained = {
  'complaint.filed': {
    target: '#afterSaleException.dispute.reviewing',
    actions: notes({ complaint: 'yes' }),
    meta: { cites: [stated('afterSales', 43, 57, 'R-273')] },
  },
} as const;

/** The merchant answers slowly or refuses what the rules grant: the buyer may complain, and the platform judges. */
export const dispute = {
  initial: 'refused',
  meta: title('Refused or not answered', '商家拒绝或未答复'),
  states: {
    slow: {
      meta: title('The merchant is slow', '商家答复缓慢'),
      entry: [...request('notifyBuyer', { notice: 'mayComplain' }), ...starts('buyerChoice', 'buyer')],
      exit: stops('buyerChoice'),
      on: {
        'exchange.refused': 'refused',
        ...takenUp,
        ...complained,
        'buyerChoice.lapsed': {
          guard: due('buyerChoice'),
          target: '#afterSaleException.resolved',
          actions: resolves('withdrawn'),
        },
      },
    },
    refused: {
      meta: title('The merchant refuses', '商家拒绝'),
      entry: [...request('notifyBuyer', { notice: 'mayComplain' }), ...starts('buyerChoice', 'buyer')],
      exit: stops('buyerChoice'),
      on: {
        ...takenUp,
        ...complained,
        'buyerChoice.lapsed': {
          guard: due('buyerChoice'),
          target: '#afterSaleException.resolved',
          actions: resolves('declined'),
        },
      },
    },
    reviewing: {
      meta: title('The platform looks at the purchase and chat records', '平台查看购物与对话记录'),
      tags: 'needsHuman',
      entry: [
        ...request('askParty', { party: 'platform', question: 'recordReview' }),
        ...request('askHuman', { reason: 'arbitration' }),
      ],
      on: {
        'service.penalised': {
          target: '#afterSaleException.resolved',
          actions: resolves('penalised'),
          meta: { cites: [stated('afterSales', 51, 57, 'R-274', 'R-275')] },
        },
        'service.cleared': {
          target: '#afterSaleException.resolved',
          actions: resolves('declined'),
          meta: { cites: [stated('afterSales', 57, 57, 'R-274')] },
        },
      },
    },
  },
} as const;
