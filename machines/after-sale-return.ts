import { assumed, derived, stated } from '../policy/citation.ts';
import { back, countingDown, hasNotArrived } from './after-sale-countdown.ts';
import { due, notes, request, resolves, starts, stops, title } from './setup.ts';

const closed = { target: '#afterSaleException.resolved', actions: resolves('applicationClosed') } as const;
const insured = assumed(
  'The guide tells it of returns with freight insurance; every return is registered by its number.',
  'A-13',
  'R-294',
);
const registered = stated('afterSales', 252, 254, 'R-287', 'R-288');
const arrived = {
  target: '#afterSaleException.assessment',
  actions: back,
  meta: { cites: [stated('afterSales', 200, 200, 'R-291')] },
} as const;
const numberEntered = {
  'returnNumber.entered': [
    {
      guard: 'refundsBySystem',
      target: '#afterSaleException.returning.countingDown',
      actions: 'noteReturnNumber',
      meta: { cites: [stated('afterSales', 258, 258, 'R-294', 'R-295'), registered, insured] },
    },
    {
      target: '#afterSaleException.returning.underway',
      actions: 'noteReturnNumber',
      meta: { cites: [registered, stated('afterSales', 200, 200, 'R-291')] },
    },
  ],
} as const;

/** The goods come back: the number is entered in time or the application closes, and then the countdown runs. */
export const returning = {
  initial: 'beforeNumber',
  meta: title('The goods go back', '退货寄回'),
  on: {
    'malice.claimed': {
      target: '#afterSaleException.assessment',
      actions: notes({ malice: 'claimed' }),
      meta: { cites: [stated('afterSales', 105, 105, 'R-024')] },
    },
  },
  states: {
    beforeNumber: {
      initial: 'notSent',
      meta: title('No return waybill yet', '尚未填写退货单号'),
      entry: [
        ...request('notifyBuyer', { notice: 'returnInstructions' }),
        ...starts('returnShipTimer', 'buyer'),
      ],
      exit: stops('returnShipTimer'),
      on: numberEntered,
      states: {
        notSent: {
          meta: title('The buyer may send the goods', '等待买家寄回'),
          on: {
            'return.received': [
              { guard: 'refundsBySystem', target: 'arrivedWithoutNumber', actions: back },
              { target: '#afterSaleException.assessment', actions: back },
            ],
            'returnShipTimer.lapsed': {
              guard: due('returnShipTimer'),
              ...closed,
              meta: { cites: [stated('afterSales', 260, 260, 'R-297')] },
            },
          },
        },
        arrivedWithoutNumber: {
          meta: title(
            'The goods came, but without the number the system cannot refund',
            '已收货但未填单号，系统无法退款',
          ),
          entry: request('notifyBuyer', { notice: 'enterReturnNumber' }),
          on: {
            'returnNumber.entered': {
              target: '#afterSaleException.returning.countingDown.arrived',
              actions: 'noteReturnNumber',
              meta: { cites: [stated('afterSales', 260, 260, 'R-297'), registered] },
            },
            'returnShipTimer.lapsed': {
              guard: due('returnShipTimer'),
              target: '#afterSaleException.returning.closedWithGoods',
              meta: { cites: [stated('afterSales', 260, 260, 'R-297')] },
            },
          },
        },
      },
    },
    underway: {
      meta: title('On the way back, to be settled by the merchant', '退货途中，收货后由商家处理'),
      entry: starts('staleTracking', 'courier'),
      exit: stops('staleTracking'),
      on: {
        'return.received': arrived,
        'staleTracking.lapsed': { guard: due('staleTracking'), target: 'missing' },
      },
    },
    missing: {
      ...hasNotArrived,
      on: { 'return.received': arrived },
    },
    countingDown,
    rejected: {
      meta: title('The refund was rejected: nothing has moved', '商家已拒绝退款'),
      entry: [...request('notifyBuyer', { notice: 'refundRejected' }), ...starts('returnShipTimer', 'buyer')],
      exit: stops('returnShipTimer'),
      on: {
        ...numberEntered,
        'return.received': { target: '#afterSaleException.assessment', actions: back },
        'complaint.filed': {
          target: '#afterSaleException.dispute.reviewing',
          actions: notes({ complaint: 'yes' }),
        },
        'returnShipTimer.lapsed': {
          guard: due('returnShipTimer'),
          ...closed,
          meta: { cites: [assumed('A rejection stops the countdown; the other timer runs again.', 'A-13')] },
        },
      },
    },
    closedWithGoods: {
      meta: title('Closed while the goods are with the merchant', '申请已关闭而货在商家'),
      entry: [
        ...request('notifyBuyer', { notice: 'applicationClosed' }),
        ...request('askParty', { party: 'merchant', question: 'settlementByHand' }),
        ...starts('merchantReply', 'merchant'),
      ],
      exit: stops('merchantReply'),
      on: {
        'handSettlement.agreed': {
          target: '#afterSaleException.assessment',
          actions: notes({ settledByHand: 'yes' }),
          meta: {
            cites: [
              derived(
                'afterSales',
                260,
                260,
                ['R-297'],
                'The system can no longer refund, so the merchant has to.',
              ),
            ],
          },
        },
        'complaint.filed': {
          target: '#afterSaleException.dispute.reviewing',
          actions: notes({ complaint: 'yes' }),
        },
        'merchantReply.lapsed': { guard: due('merchantReply'), ...closed },
      },
    },
  },
} as const;
