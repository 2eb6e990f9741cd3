import { stated } from '../policy/citation.ts';
import { caseSetup, due, request, starts, stops, title } from './setup.ts';

const opened = { target: 'pending', actions: { type: 'noteUrge', params: { open: true } } } as const;
const done = (target: string) =>
  ({ target, actions: { type: 'noteUrge', params: { open: false } } }) as const;

/** An urge-to-ship ticket: answer, ship or refund within its time, else the platform complains in the buyer's name. */
export const urge = caseSetup.createStateConfig({
  initial: 'none',
  meta: title('Urge-to-ship ticket', '催发货工单'),
  states: {
    none: { meta: title('No ticket', '无工单'), on: { 'urge.opened': opened } },
    pending: {
      meta: title('To be answered, shipped or refunded', '待答复、发货或退款'),
      entry: starts('urgeTicket', 'merchant'),
      exit: stops('urgeTicket'),
      on: {
        'urge.answered': [
          { guard: 'claimsExemption', target: 'verifyingExemption' },
          { target: 'answered', meta: { cites: [stated('workOrder', 46, 55, 'R-306', 'R-312', 'R-313')] } },
        ],
        'delay.reported': { target: 'reported', meta: { cites: [stated('workOrder', 56, 59, 'R-315')] } },
        'order.shipped': { ...done('closed'), meta: { cites: [stated('workOrder', 48, 48, 'R-309')] } },
        'refund.done': { ...done('closed'), meta: { cites: [stated('workOrder', 56, 56, 'R-310')] } },
        'urgeTicket.lapsed': {
          guard: due('urgeTicket'),
          target: 'underJudgement',
          meta: { cites: [stated('workOrder', 60, 60, 'R-307')] },
        },
      },
    },
    answered: {
      meta: title('Answered; to be shipped or refunded', '已答复，待发货或退款'),
      on: {
        'order.shipped': done('closed'),
        'refund.done': done('closed'),
        'judgement.upheld': 'atFault',
        'judgement.dismissed': done('exempt'),
      },
    },
    verifyingExemption: {
      meta: title('The platform verifies the exemption', '平台核实免责'),
      on: {
        'exemption.confirmed': done('exempt'),
        'exemption.refused': 'underJudgement',
        'order.shipped': done('closed'),
        'refund.done': done('closed'),
      },
    },
    reported: {
      meta: title('A delay was reported', '已报备延迟发货'),
      on: {
        'report.accepted': done('exempt'),
        'report.refused': 'underJudgement',
        'order.shipped': done('closed'),
        'refund.done': done('closed'),
      },
    },
    underJudgement: {
      meta: title('The platform complained and judges', '平台代为投诉并判责'),
      tags: 'needsHuman',
      entry: request('askHuman', { reason: 'shippingJudgement' }),
      on: {
        'judgement.upheld': { target: 'atFault', meta: { cites: [stated('workOrder', 46, 46, 'R-308')] } },
        'judgement.dismissed': done('exempt'),
      },
    },
    atFault: {
      meta: title('The merchant was found at fault', '判责成立'),
      entry: { type: 'noteUrge', params: { open: false } },
      on: { 'appeal.filed': { target: 'appealing', actions: { type: 'noteUrge', params: { open: true } } } },
    },
    appealing: {
      meta: title('The merchant appealed', '申诉中'),
      on: { 'appeal.granted': done('exempt'), 'appeal.refused': done('finallyAtFault') },
    },
    finallyAtFault: { meta: title('The appeal was refused', '申诉不成立') },
    exempt: { meta: title('Not to blame', '免责'), on: { 'urge.opened': opened } },
    closed: {
      meta: title('Closed by shipping or refund', '因发货或退款关闭'),
      on: { 'urge.opened': opened },
    },
  },
});
