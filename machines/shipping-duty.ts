import { shippingDutyRules } from '../guards/shipping-duty.ts';
import { stated } from '../policy/citation.ts';
import { assessment, weighing } from './assessment.ts';
import { becomingLost, becomingRefused, becomingSilent, resolved } from './endings.ts';
import {
  caseSetup,
  due,
  notes,
  request,
  resolves,
  starts,
  stops,
  stopsWatching,
  tellsNewWaybill,
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';

/** What keeps a merchant from shipping. */
export const shippingDutyEntries = {
  'stock.ranOut': { target: 'offering', actions: notes({ shippingTrouble: 'outOfStock' }) },
  'order.overweight': {
    target: 'sharingExcess',
    actions: ['noteSurcharge', notes({ shippingTrouble: 'overweight' })],
  },
} as const;

const shipped = '#shippingDutyException.underway';
/** Nothing was shipped in the end. Before that, stock may still turn up, and what is shipped was in stock. */
const nothingLeft = { target: '#shippingDutyException.assessment', actions: notes({ stock: 'no' }) } as const;
const disputed = {
  target: '#shippingDutyException.reviewing',
  meta: { cites: [stated('afterSales', 124, 124, 'R-304')] },
} as const;

/** Duty to ship: out of stock, or too heavy for the free shipping that was promised. */
export const shippingDuty = caseSetup.createStateConfig({
  id: 'shippingDutyException',
  initial: 'opened',
  meta: title('Duty to ship', '发货义务'),
  on: { 'facts.established': { guard: 'addsFacts', actions: 'establishFacts' } },
  states: {
    opened: { meta: title('Opened', '已立案'), on: shippingDutyEntries },
    offering: {
      meta: title('Another item, or the money back?', '替代商品或退款'),
      entry: [
        ...request('notifyBuyer', { notice: 'outOfStock' }),
        ...request('askParty', { party: 'buyer', question: 'alternative' }),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'alternative.accepted': {
          target: 'shippingAlternative',
          meta: { cites: [stated('afterSales', 142, 142, 'R-259'), stated('afterSales', 204, 206, 'R-302')] },
        },
        'alternative.declined': nothingLeft,
        'order.shipped': shipped,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...nothingLeft },
        'rightsCase.opened': disputed,
      },
    },
    shippingAlternative: {
      meta: title('Another item is to be shipped', '待发替代商品'),
      entry: starts('alternativeShipment', 'merchant'),
      exit: stops('alternativeShipment'),
      on: {
        'order.shipped': shipped,
        'alternative.declined': nothingLeft,
        'alternativeShipment.lapsed': { guard: due('alternativeShipment'), ...nothingLeft },
        'rightsCase.opened': disputed,
      },
    },
    sharingExcess: weighing(shippingDutyRules, 'surcharge', {
      decided: '#shippingDutyException.toBeShipped',
      human: '#shippingDutyException.reviewing',
    }),
    toBeShipped: {
      meta: title('To be shipped; the bearer of the excess is known', '待发货，超重邮费已认定'),
      entry: [
        ...request('askParty', ({ verdict }) => ({
          party: verdict.surcharge?.ruling === 'buyer' ? 'buyer' : 'merchant',
          question: 'excessPostage',
        })),
        ...starts('buyerChoice', 'merchant'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'surcharge.consented': { guard: 'bearsSurcharge', target: 'postagePaid', actions: 'postSurcharge' },
        'surcharge.refused': 'assessment',
        'order.shipped': shipped,
        'rightsCase.opened': disputed,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'assessment' },
      },
    },
    postagePaid: {
      meta: title('To be shipped; the excess is paid', '待发货，超重邮费已付'),
      entry: starts('buyerChoice', 'merchant'),
      exit: stops('buyerChoice'),
      on: {
        'order.shipped': shipped,
        'rightsCase.opened': disputed,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'reviewing' },
      },
    },
    reviewing: {
      meta: title('The platform steps in', '平台介入'),
      tags: 'needsHuman',
      on: {
        'rightsCase.upheld': [
          { guard: 'overweightOrder', target: 'assessment', actions: 'postSurchargeBack' },
          nothingLeft,
        ],
        'rightsCase.dismissed': [
          { guard: 'surchargePaid', target: 'postagePaid' },
          { guard: 'overweightOrder', target: 'toBeShipped' },
          { target: 'offering' },
        ],
        'order.shipped': shipped,
      },
    },
    underway: {
      meta: title('Shipped', '已发货'),
      entry: [...tellsNewWaybill, ...starts('staleTracking', 'courier')],
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'parcel.signed': { target: 'resolved', actions: resolves('delivered') },
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
        'loss.reported': 'becomingLost',
      },
    },
    assessment: assessment(shippingDutyRules),
    becomingRefused,
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for the duty to ship alone. */
export const shippingDutyMachine = standalone('shippingDuty', shippingDuty, shippingDutyRules);
