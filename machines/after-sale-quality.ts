import { stated } from '../policy/citation.ts';
import { hasNotArrived } from './after-sale-countdown.ts';
import { due, notes, request, resolves, starts, stops, title } from './setup.ts';

const confirmed = { actions: notes({ qualityTest: 'confirmed' }) } as const;
const refuted = { actions: notes({ qualityTest: 'refuted' }) } as const;

/** A complaint about quality starts with the use: most troubles are solved by guidance. */
export const guiding = {
  meta: title('Finding out about the use and guiding the buyer', '了解使用情况并指导使用'),
  entry: [
    ...request('askParty', { party: 'merchant', question: 'guideUse' }),
    ...starts('merchantReply', 'merchant'),
  ],
  exit: stops('merchantReply'),
  on: {
    'trouble.solved': {
      target: '#afterSaleException.resolved',
      actions: [...request('notifyBuyer', { notice: 'furtherHelp' }), resolves('guided')],
      meta: { cites: [stated('afterSales', 302, 308, 'R-266')] },
    },
    'misuse.excluded': {
      target: '#afterSaleException.examining',
      actions: notes({ misuse: 'excluded' }),
      meta: { cites: [stated('afterSales', 302, 308, 'R-263')] },
    },
    'misuse.found': { target: '#afterSaleException.examining', actions: notes({ misuse: 'found' }) },
    'exchange.refused': '#afterSaleException.dispute.refused',
    'merchantReply.lapsed': { guard: due('merchantReply'), target: '#afterSaleException.dispute.slow' },
  },
} as const;

const arrived = { target: 'shop', actions: notes({ goodsBack: 'yes' }) } as const;

/** Without usable photos a test decides: at the local service point, or in the shop. */
export const testing = {
  initial: 'local',
  meta: title('The goods are tested', '商品检测'),
  states: {
    local: {
      meta: title('Tested at the local service point', '当地售后检测'),
      entry: [...request('notifyBuyer', { notice: 'localTest' }), ...starts('evidence', 'buyer')],
      exit: stops('evidence'),
      on: {
        'defect.confirmed': {
          target: '#afterSaleException.examining',
          ...confirmed,
          meta: { cites: [stated('afterSales', 308, 308, 'R-264')] },
        },
        'defect.refuted': { target: '#afterSaleException.examining', ...refuted },
        'goods.repaired': { target: '#afterSaleException.resolved', actions: resolves('repaired') },
        'localTest.declined': {
          target: 'sending',
          meta: { cites: [stated('afterSales', 308, 308, 'R-265')] },
        },
        'evidence.lapsed': {
          guard: due('evidence'),
          target: '#afterSaleException.examining',
          ...refuted,
        },
      },
    },
    sending: {
      meta: title('The buyer sends them to the shop and advances the freight', '买家垫付运费寄回店铺检测'),
      entry: [
        ...request('notifyBuyer', { notice: 'returnInstructions' }),
        ...starts('returnShipTimer', 'buyer'),
      ],
      exit: stops('returnShipTimer'),
      on: {
        'return.shipped': { target: 'underway', actions: 'noteReturnFreight' },
        'returnShipTimer.lapsed': {
          guard: due('returnShipTimer'),
          target: '#afterSaleException.resolved',
          actions: resolves('applicationClosed'),
        },
      },
    },
    underway: {
      meta: title('On the way to the shop', '寄往店铺途中'),
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
    shop: {
      meta: title('The shop tests them', '店铺检测'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'testOfGoods' }),
        ...starts('merchantReply', 'merchant'),
      ],
      exit: stops('merchantReply'),
      on: {
        'defect.confirmed': { target: '#afterSaleException.assessment', ...confirmed },
        'defect.refuted': { target: '#afterSaleException.assessment', ...refuted },
        'merchantReply.lapsed': {
          guard: due('merchantReply'),
          target: '#afterSaleException.assessment',
          ...confirmed,
        },
      },
    },
  },
} as const;
