import { dropshipReturnRules } from '../guards/dropship-return.ts';
import { assumed, stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
import { becomingLost, becomingSilent } from './endings.ts';
import {
  caseSetup,
  due,
  notes,
  request,
  resolves,
  signal,
  starts,
  stops,
  stopsWatching,
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';

/** What opens the return of a dropshipped item. */
export const dropshipReturnEntries = {
  'return.requested': { target: 'sorting', actions: 'noteReturnRequest' },
} as const;

const confirmed = {
  target: 'awaitingGoods',
  meta: {
    cites: [
      stated('dropship', 33, 33, 'R-331', 'R-332'),
      assumed('The merchant decides; the goods go to the supplier, who sent them.', 'A-37'),
    ],
  },
} as const;
const refusedAtDoor = {
  target: 'becomingRefused',
  actions: 'noteRefusal',
  meta: { cites: [assumed('The third place of rejection: the customer refuses at the door.', 'A-03')] },
} as const;

/** A dropship return: asked for, confirmed with the supplier, sent back, inspected, decided. */
export const dropshipReturn = caseSetup.createStateConfig({
  initial: 'opened',
  meta: title('Dropship return', '一件代发退货'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
  },
  states: {
    opened: {
      meta: title('Opened', '已立案'),
      on: {
        ...dropshipReturnEntries,
        'parcel.refused': refusedAtDoor,
      },
    },
    sorting: {
      meta: title('Is anything sent back?', '是否需要寄回'),
      always: [{ guard: 'isLogistics', target: 'assessment' }, { target: 'confirmingRequest' }],
    },
    confirmingRequest: {
      meta: title('Confirming with customer and supplier', '与顾客和供应商确认'),
      entry: [
        ...request('askParty', { party: 'supplier', question: 'returnAddress' }),
        ...starts('supplierReply', 'supplier'),
      ],
      exit: stops('supplierReply'),
      on: {
        'request.rejected': { target: 'assessment', actions: 'noteRejection' },
        'supplier.confirmed': confirmed,
        'supplierReply.lapsed': { guard: due('supplierReply'), target: 'chasingSupplier' },
        'parcel.refused': refusedAtDoor,
      },
    },
    chasingSupplier: {
      meta: title('The supplier is silent', '供应商逾期未复'),
      tags: 'needsHuman',
      entry: request('askHuman', { reason: 'silent' }),
      on: {
        'supplier.confirmed': confirmed,
        'request.rejected': { target: 'assessment', actions: 'noteRejection' },
      },
    },
    awaitingGoods: {
      meta: title('The customer may send the goods', '等待顾客寄回'),
      entry: [
        ...request('notifyBuyer', (_context, event) => ({
          notice: 'returnInstructions',
          ...('returnAddress' in event && { address: event.returnAddress }),
        })),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'return.shipped': {
          target: 'returning',
          actions: 'noteReturnFreight',
          meta: { cites: [stated('afterSales', 252, 252, 'R-287')] },
        },
        'buyerChoice.lapsed': {
          guard: due('buyerChoice'),
          target: 'resolved',
          actions: resolves('withdrawn'),
        },
      },
    },
    returning: {
      meta: title('The goods are on the way back', '退货途中'),
      entry: [notes({ way: 'sentBack' }), ...starts('staleTracking', 'courier')],
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'return.received': 'assessment',
        'loss.reported': 'becomingLost',
      },
    },
    assessment: assessment(dropshipReturnRules),
    becomingRefused: {
      meta: title('Became a refusal at the door', '转为当面拒收'),
      entry: signal('became.refused'),
    },
    becomingLost,
    becomingSilent,
    resolved: { meta: title('Not pursued', '未继续退货') },
  },
});

/** The machine for dropship returns alone. */
export const dropshipReturnMachine = standalone('dropshipReturn', dropshipReturn, dropshipReturnRules);
