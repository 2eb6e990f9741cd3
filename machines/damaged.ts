import { damagedRules } from '../guards/damaged.ts';
import { stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
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
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';

/** What makes a parcel a case of damage. */
export const damagedEntries = {
  'damage.warned': {
    target: 'warned',
    actions: request('instructCourier', { instruction: 'secureGoods' }),
  },
  'leak.found': { target: 'leaking', actions: notes({ damageKind: 'leaking' }) },
  'contamination.found': { target: 'contaminated', actions: notes({ damageKind: 'contaminated' }) },
  'damage.reported': { target: 'assessment', actions: 'noteDamageReport' },
} as const;

const neverHandedOver = notes({ signedBy: 'nobody', damageProof: 'shown' });
const refusedAtDoor = [
  neverHandedOver,
  ...request('instructCourier', { instruction: 'returnToSender' }),
] as const;
const deliveredFirst = {
  target: 'awaitingInspection',
  actions: request('notifyBuyer', { notice: 'goodsContaminated' }),
} as const;
const atTheDoor = {
  'parcel.signed': { target: 'resolved', actions: resolves('delivered') },
  'parcel.refused': [
    { guard: 'reasonIsOther', target: 'becomingRefused', actions: 'noteRefusal' },
    { target: 'assessment', actions: refusedAtDoor },
  ],
  'damage.reported': damagedEntries['damage.reported'],
  'parcel.returned': { target: 'assessment', actions: neverHandedOver },
  'loss.reported': 'becomingLost',
} as const;

/** Damaged: warned of before delivery, leaking, contaminated, or found by the buyer. */
export const damaged = caseSetup.createStateConfig({
  initial: 'opened',
  meta: title('Damaged', '破损'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: damagedEntries },
    warned: {
      meta: title('The courier warned of damage', '快递报告运输破损'),
      entry: [
        ...request('notifyBuyer', { notice: 'inspectFirst' }),
        ...request('askParty', { party: 'merchant', question: 'disposition' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'inspection.agreed': 'awaitingInspection',
        'return.agreed': { target: 'assessment', actions: refusedAtDoor },
        'retention.lapsed': { guard: due('retention'), target: 'assessment', actions: refusedAtDoor },
        ...atTheDoor,
      },
    },
    leaking: {
      meta: title('The goods leak', '漏液'),
      entry: [
        ...request('instructCourier', { instruction: 'secureGoods' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'goods.secured': 'warned',
        'courierVerification.lapsed': { guard: due('courierVerification'), target: 'warned' },
        'loss.reported': 'becomingLost',
      },
    },
    contaminated: {
      meta: title('Other goods spoiled the parcel', '货物被污染'),
      entry: [
        ...request('instructCourier', { instruction: 'photographSource' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'contamination.sourceFound': {
          ...deliveredFirst,
          meta: { cites: [stated('courier', 242, 243, 'R-113', 'R-114')] },
        },
        'courierVerification.lapsed': { guard: due('courierVerification'), ...deliveredFirst },
        'loss.reported': 'becomingLost',
      },
    },
    awaitingInspection: {
      meta: title('Inspect first, sign afterwards', '先验货后签收'),
      entry: [
        ...request('instructCourier', { instruction: 'deliverWithInspection' }),
        ...request('notifyBuyer', { notice: 'inspectFirst' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stopsWatching,
      on: { ...watches('becomingSilent'), ...atTheDoor },
    },
    assessment: assessment(damagedRules),
    becomingRefused,
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for damage alone. */
export const damagedMachine = standalone('damaged', damaged, damagedRules);
