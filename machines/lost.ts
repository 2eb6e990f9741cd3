import { and } from 'xstate';
import { lostRules } from '../guards/lost.ts';
import { assumed, stated } from '../policy/citation.ts';
import { assessment, reopening, weighing } from './assessment.ts';
import {
  becomingDamaged,
  becomingRefused,
  becomingReturned,
  becomingReturning,
  resolved,
} from './endings.ts';
import { longWait } from './long-wait.ts';
import { caseSetup, due, notes, request, resolves, signal, starts, stops, title } from './setup.ts';
import { standalone } from './standalone.ts';

const abnormal = { guard: 'isStale', target: 'verifying', actions: 'noteTracking' } as const;
const standsStill = { guard: 'hasStandstill', target: 'watching', actions: 'noteTracking' } as const;

/** What makes a parcel a lost one. */
export const lostEntries = {
  'loss.reported': { target: 'searching' },
  'pickup.missing': { target: 'confirmingPickup' },
  'receipt.denied': { target: 'assessment', actions: 'noteShownSigner' },
  'tracking.stale': [abnormal, standsStill],
  'swap.suspected': {
    target: 'askingBranches',
    meta: {
      cites: [assumed('The guide heads it a swap and words it a loss; the heading counts.', 'A-55', 'R-134')],
    },
  },
} as const;

const delivered = { target: '#lostException.resolved', actions: resolves('delivered') } as const;
const goesOn = {
  cites: [
    stated('refusal', 99, 99, 'R-074'),
    stated('dropship', 33, 35, 'R-332', 'R-333'),
    assumed('One exception at a time; a return that is found is a return again.', 'A-50'),
  ],
} as const;
const goesToBuyer = {
  target: '#lostException.delivering',
  actions: request('notifyBuyer', { notice: 'parcelFound' }),
} as const;
const found = [
  {
    guard: 'goesBack',
    target: '#lostException.becomingReturning',
    actions: request('notifyBuyer', { notice: 'returnFound' }),
    meta: goesOn,
  },
  goesToBuyer,
] as const;
const movesOn = [
  { guard: 'goesBack', target: '#lostException.becomingReturning' },
  { target: '#lostException.delivering' },
] as const;
const cameBack = { guard: 'goesBack', target: '#lostException.becomingReturned', meta: goesOn } as const;
const cameBackLate = [
  {
    guard: 'isCommitted',
    actions: signal('recourse.withdrawn'),
    meta: {
      cites: [assumed('Goods that come back after the remedy belong to the merchant.', 'A-49')],
    },
  },
  { ...cameBack, actions: reopening },
] as const;
const confirmed = { target: '#lostException.assessment', actions: established('courierConfirmed') } as const;
const standstill = {
  'tracking.resumed': { guard: 'movesAgain', actions: starts('staleTracking', 'courier') },
  'staleTracking.lapsed': [
    {
      guard: and([due('staleTracking'), 'forceMajeureLasts']),
      target: '#lostException.waitingOut',
      meta: { cites: [stated('afterSales', 274, 274, 'R-221')] },
    },
    { guard: due('staleTracking'), target: '#lostException.verifying' },
  ],
} as const;
const unverified = {
  guard: due('courierVerification'),
  target: '#lostException.assessment',
  actions: notes({ lossGround: 'verificationLapsed' }),
} as const;
const searchedInVain = {
  target: '#lostException.assessment',
  actions: established('searchFailed'),
} as const;

/** Lost: searched for, never picked up, swapped, standing still, or shown as signed but not received. */
export const lost = caseSetup.createStateConfig({
  id: 'lostException',
  initial: 'opened',
  meta: title('Lost', '丢失'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
    'return.received': cameBack,
    'parcel.returned': cameBack,
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: lostEntries },
    searching: {
      meta: title('Searching', '查找中'),
      initial: 'describing',
      entry: [...request('notifyBuyer', { notice: 'searchUnderWay' }), ...starts('search', 'courier')],
      exit: stops('search'),
      on: {
        'parcel.found': found,
        'parcel.signed': delivered,
        'loss.confirmed': confirmed,
        'search.lapsed': { guard: due('search'), ...searchedInVain },
      },
      states: {
        describing: {
          meta: title('The sender describes the goods', '寄件人提供货物信息'),
          entry: request('askParty', { party: 'merchant', question: 'goodsDescription' }),
          on: {
            'goods.described': { target: 'branch', meta: { cites: [stated('courier', 220, 220, 'R-119')] } },
          },
        },
        branch: {
          meta: title('The delivering branch searches', '派件网点查找'),
          entry: request('instructCourier', { instruction: 'searchBranch' }),
          on: { 'branchSearch.failed': 'centre' },
        },
        centre: {
          meta: title('The centre searches its unidentified goods', '分拨中心查找无头件'),
          entry: request('instructCourier', { instruction: 'searchCentre' }),
          on: {
            'centreSearch.failed': searchedInVain,
          },
        },
      },
    },
    confirmingPickup: {
      meta: title('Handed over, but never picked up?', '核实揽收丢失'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'confirmLoss' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'loss.confirmed': {
          target: 'assessment',
          actions: established('lostAtPickup'),
          meta: {
            cites: [
              assumed('The buyer hears of a loss only once the courier confirmed it.', 'A-14', 'R-129'),
            ],
          },
        },
        'courierVerification.lapsed': unverified,
        'tracking.resumed': goesToBuyer,
        'parcel.found': goesToBuyer,
      },
    },
    watching: {
      meta: title('Standing still, not yet abnormal', '物流停滞观察中'),
      entry: [
        ...request('instructCourier', { instruction: 'verifyTracking' }),
        ...starts('staleTracking', 'courier', 'lastTracking'),
      ],
      exit: stops('staleTracking'),
      on: {
        'tracking.resumed': movesOn,
        'parcel.signed': delivered,
        'forceMajeure.declared': { target: 'waitingOut', actions: notes({ forceMajeure: 'yes' }) },
        'staleTracking.lapsed': { guard: due('staleTracking'), target: 'verifying' },
        'loss.reported': 'searching',
      },
    },
    verifying: {
      meta: title('Abnormal: the courier must verify', '物流异常，快递核实中'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'confirmLoss' }),
        ...request('notifyBuyer', { notice: 'parcelLate' }),
        ...request('extendReceipt', {}),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'tracking.resumed': movesOn,
        'parcel.found': found,
        'parcel.signed': delivered,
        'loss.confirmed': confirmed,
        'loss.reported': 'searching',
        'forceMajeure.declared': { target: 'waitingOut', actions: notes({ forceMajeure: 'yes' }) },
        'courierVerification.lapsed': unverified,
      },
    },
    waitingOut: {
      meta: title('Force majeure: waiting', '不可抗力，等待恢复'),
      ...longWait,
      entry: [...request('notifyBuyer', { notice: 'forceMajeure' }), ...request('extendReceipt', {})],
      on: {
        'tracking.resumed': movesOn,
        'parcel.signed': delivered,
        'loss.confirmed': confirmed,
        'forceMajeure.ended': [
          { guard: 'standsTooLong', target: 'verifying', actions: notes({ forceMajeure: 'no' }) },
          { target: 'watching', actions: notes({ forceMajeure: 'no' }) },
        ],
      },
    },
    askingBranches: {
      meta: title('Swapped: is either parcel signed for?', '掉包，询问双方网点'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'signatureState' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'courierVerification.lapsed': unverified,
        'swap.foundUnsigned': 'readdressing',
        'swap.foundSigned': 'retrieving',
        'loss.reported': 'searching',
      },
    },
    readdressing: {
      meta: title('Address changed, delivering to the right one', '更改地址派送'),
      entry: [
        ...request('instructCourier', { instruction: 'changeAddress' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stops('staleTracking'),
      on: { ...standstill, 'parcel.signed': delivered, 'loss.reported': 'searching' },
    },
    retrieving: {
      meta: title('The driver takes it back', '派件员取回'),
      entry: [
        ...request('instructCourier', { instruction: 'retrieve' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'courierVerification.lapsed': unverified,
        'parcel.retrieved': { target: 'sharingCost', actions: 'noteSurcharge' },
        'retrieval.failed': confirmed,
        'retrieval.declined': confirmed,
        'loss.confirmed': confirmed,
        'loss.reported': 'searching',
      },
    },
    sharingCost: weighing(lostRules, 'surcharge', {
      decided: '#lostException.resending',
      human: '#lostException.negotiatingCost',
    }),
    negotiatingCost: {
      meta: title('A human decides who bears the cost', '人工协商费用'),
      tags: 'needsHuman',
      on: { 'parcel.signed': delivered },
    },
    resending: {
      meta: title('Sent to the right address', '转寄正确收件人'),
      entry: [
        'postSurcharge',
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stops('staleTracking'),
      on: { ...standstill, 'parcel.signed': delivered, 'loss.reported': 'searching' },
    },
    delivering: {
      meta: title('Found or moving again', '已找到或恢复派送'),
      entry: [
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stops('staleTracking'),
      on: {
        ...standstill,
        'parcel.signed': delivered,
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'loss.reported': 'searching',
        'tracking.stale': [
          abnormal,
          {
            guard: and(['hasStandstill', 'forceMajeureLasts']),
            target: 'waitingOut',
            actions: 'noteTracking',
          },
          standsStill,
        ],
        'damage.reported': 'becomingDamaged',
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
      },
    },
    assessment: {
      ...assessment(lostRules),
      on: {
        ...assessment(lostRules).on,
        'parcel.found': [
          {
            guard: 'isCommitted',
            actions: [...request('recallGoods', {}), signal('recourse.withdrawn')],
            meta: {
              cites: [assumed('Goods found after the remedy belong to the merchant, who pays once.', 'A-49')],
            },
          },
          { ...found[0], actions: [...reopening, ...found[0].actions] },
          { ...goesToBuyer, actions: [...reopening, ...goesToBuyer.actions] },
        ],
        'return.received': cameBackLate,
        'parcel.returned': cameBackLate,
      },
    },
    becomingDamaged,
    becomingRefused,
    becomingReturning,
    becomingReturned,
    resolved,
  },
});

/** The machine for losses alone. */
export const lostMachine = standalone('lost', lost, lostRules);

/** The loss stands on this ground, and the buyer is told. */
function established<Ground extends 'searchFailed' | 'courierConfirmed' | 'lostAtPickup'>(
  lossGround: Ground,
) {
  return [notes({ lossGround }), ...request('notifyBuyer', { notice: 'lossConfirmed' })] as const;
}
