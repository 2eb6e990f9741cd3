import { stated } from '../policy/citation.ts';
import { caseSetup, due, request, starts, stops, title } from './setup.ts';

const opened = { target: 'pending', actions: { type: 'noteTicket', params: { open: true } } } as const;
const answered = { target: 'answered', actions: { type: 'noteTicket', params: { open: false } } } as const;

const obstacle = {
  'ticket.escalated': {
    actions: request('askParty', { party: 'platform', question: 'ticketObstacle' }),
    meta: { cites: [stated('workOrder', 69, 69, 'R-322')] },
  },
} as const;

/** A platform ticket and its clock of 24 hours. An overdue ticket stays open. */
export const ticket = caseSetup.createStateConfig({
  initial: 'none',
  meta: title('Platform ticket', '平台工单'),
  states: {
    none: {
      meta: title('No ticket', '无工单'),
      on: { 'ticket.opened': opened },
    },
    pending: {
      meta: title('To be handled and answered', '待处理'),
      entry: starts('ticketReply', 'merchant'),
      exit: stops('ticketReply'),
      on: {
        'ticket.answered': answered,
        ...obstacle,
        'ticketReply.lapsed': { guard: due('ticketReply'), target: 'overdue' },
      },
    },
    overdue: {
      meta: title('Overdue, still to be handled', '已逾期仍须处理'),
      tags: 'needsHuman',
      entry: request('askHuman', { reason: 'ticketOverdue' }),
      on: { 'ticket.answered': answered, ...obstacle },
    },
    answered: {
      meta: title('Answered', '已回单'),
      on: { 'ticket.opened': opened },
    },
  },
});
