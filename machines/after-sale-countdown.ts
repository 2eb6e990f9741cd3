import { stated } from '../policy/citation.ts';
import { due, notes, request, running, starts, stops, title } from './setup.ts';

/** What is known once the goods have come back. */
export const back = notes({ goodsBack: 'yes' });

/** Goods on the way back do not arrive: whoever sent them has to ask after them, and a human looks at it. */
export const hasNotArrived = {
  meta: title('The goods sent back have not arrived', '退货逾期未到，人工跟进'),
  tags: 'needsHuman',
  entry: request('askHuman', { reason: 'returnMissing' }),
} as const;

/**
 * Nine days in which the merchant may reject; then the system refunds. A return that stands still near the end must be
 * rejected, or the money goes without the goods.
 */
export const countingDown = {
  initial: 'standingStill',
  meta: title('The refund countdown runs', '退款倒计时'),
  entry: starts('refundCountdown', 'merchant'),
  exit: stops('refundCountdown'),
  on: {
    'refundCountdown.lapsed': {
      guard: due('refundCountdown'),
      target: '#afterSaleException.assessment',
      actions: notes({ countdownEnded: 'yes' }),
      meta: { cites: [stated('afterSales', 258, 258, 'R-295')] },
    },
  },
  states: {
    standingStill: {
      meta: title('No movement yet', '退货暂无物流'),
      entry: [
        'startCountdownAlert',
        ...request('scheduleDeadline', ({ deadlines }) => ({
          deadline: running(deadlines, 'countdownAlert'),
        })),
      ],
      exit: stops('countdownAlert'),
      on: {
        'return.moved': 'moving',
        'return.received': { target: 'arrived', actions: back },
        'refund.rejected': { target: '#afterSaleException.returning.rejected' },
        'countdownAlert.lapsed': {
          guard: due('countdownAlert'),
          target: 'mustReject',
          meta: { cites: [stated('afterSales', 258, 258, 'R-296')] },
        },
      },
    },
    mustReject: {
      meta: title('Still no movement: the merchant must reject', '仍无物流，商家须拒绝退款'),
      entry: request('askParty', { party: 'merchant', question: 'rejectRefund' }),
      on: {
        'return.moved': 'moving',
        'return.received': { target: 'arrived', actions: back },
        'refund.rejected': {
          target: '#afterSaleException.returning.rejected',
          meta: { cites: [stated('afterSales', 258, 258, 'R-296')] },
        },
      },
    },
    moving: {
      meta: title('On the way back', '退货途中'),
      on: { 'return.received': { target: 'arrived', actions: back } },
    },
    arrived: {
      meta: title('Arrived', '退货已到'),
      always: [
        { guard: 'returnNeedsInspection', target: 'inspecting' },
        { target: '#afterSaleException.assessment' },
      ],
    },
    inspecting: {
      meta: title('The merchant inspects them while the countdown runs', '商家在倒计时内验货'),
      tags: 'needsEvidence',
      entry: request('requestEvidence', { from: 'merchant', facts: ['returnCondition'] }),
      always: { guard: 'returnInspected', target: '#afterSaleException.assessment' },
    },
  },
} as const;
