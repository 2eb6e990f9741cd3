import { overAreaRules } from '../guards/over-area.ts';
import { assumed, stated } from '../policy/citation.ts';
import { assessment, weighing } from './assessment.ts';
import { becomingDamaged, becomingLost, becomingRefused, becomingSilent, resolved } from './endings.ts';
import { longWait } from './long-wait.ts';
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
  tellsNewWaybill,
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';
import { awaitsPickup, wayBack } from './undelivered.ts';

/** What makes an address one that the courier does not serve. */
export const overAreaEntries = {
  'address.outsideArea': { target: 'askingBuyer', actions: notes({ areaFinding: 'atArrival' }) },
  'service.suspended': { target: 'askingToWait', actions: notes({ areaFinding: 'suspended' }) },
  'address.unserviceable': { target: 'choosingCourier', actions: notes({ areaFinding: 'atDispatch' }) },
} as const;

const delivered = { target: '#overAreaException.resolved', actions: resolves('delivered') } as const;
const lost = { 'loss.reported': '#overAreaException.becomingLost' } as const;
const silent = watches('#overAreaException.becomingSilent');
const cameBack = { 'parcel.returned': '#overAreaException.assessment' } as const;
const atTheDoor = {
  'parcel.signed': delivered,
  'parcel.refused': { target: '#overAreaException.becomingRefused', actions: 'noteRefusal' },
  'damage.reported': '#overAreaException.becomingDamaged',
  ...cameBack,
  ...lost,
} as const;

/** Over-area: collected, passed to another courier, delivered for a fee, waited for, or returned. */
export const overArea = caseSetup.createStateConfig({
  id: 'overAreaException',
  initial: 'opened',
  meta: title('Over-area', '超区'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: overAreaEntries },
    askingBuyer: {
      meta: title('Collect, transfer, another address or return?', '自提、转件、改址或退回'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'pickupOrTransfer' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'pickup.agreed': {
          target: 'awaitingPickup',
          meta: {
            cites: [
              stated('courier', 152, 152, 'R-151'),
              assumed('Near enough is what the buyer says is near enough.', 'A-53'),
            ],
          },
        },
        'transfer.proposed': { target: 'transfer', actions: 'noteSurcharge' },
        'extraDelivery.proposed': { target: 'extraDelivery', actions: 'noteSurcharge' },
        'address.changed': 'delivering',
        'return.agreed': 'returning',
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        ...cameBack,
        ...lost,
      },
    },
    awaitingPickup: {
      ...awaitsPickup,
      on: {
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'transfer.proposed': { target: 'transfer', actions: 'noteSurcharge' },
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        'return.agreed': 'returning',
        ...cameBack,
        ...lost,
      },
    },
    transfer: consents('transfer', 'askingBuyer', 'Passing it to another courier', '转其他快递', {
      instruction: 'transfer',
      done: 'parcel.transferred',
    }),
    extraDelivery: consents(
      'extraDelivery',
      'askingBuyer',
      'Delivering for an additional fee',
      '加派送费派送',
      { instruction: 'redeliver' },
    ),
    withOtherCourier: {
      meta: title('Followed until signed', '跟踪至签收'),
      entry: [...tellsNewWaybill, ...starts('staleTracking', 'courier')],
      exit: stopsWatching,
      on: {
        ...silent,
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        ...atTheDoor,
      },
    },
    delivering: {
      meta: title('Delivered again', '重新派送'),
      entry: [
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stopsWatching,
      on: { 'address.outsideArea': 'askingBuyer', ...silent, ...atTheDoor },
    },
    askingToWait: {
      meta: title('Service suspended: will the buyer wait?', '网点停运，询问是否等待'),
      entry: [
        ...request('notifyBuyer', { notice: 'serviceSuspended' }),
        ...request('askParty', { party: 'buyer', question: 'waitOrReturn' }),
        ...request('extendReceipt', {}),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'buyer.waits': { target: 'waiting', meta: { cites: [stated('afterSales', 272, 272, 'R-160')] } },
        'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'waiting' },
        'buyer.declinedToWait': 'returning',
        'service.resumed': 'delivering',
        ...cameBack,
        ...lost,
      },
    },
    waiting: {
      meta: title('Waiting for the service to resume', '等待恢复派送'),
      ...longWait,
      entry: [
        ...request('extendReceipt', {}),
        ...request('notifyBuyer', { notice: 'noAutomaticConfirmation' }),
      ],
      on: {
        'service.resumed': 'delivering',
        'buyer.declinedToWait': 'returning',
        ...atTheDoor,
      },
    },
    choosingCourier: {
      meta: title('Which courier serves the address?', '询问或查询可达快递'),
      entry: [
        ...request('askParty', ({ policy, order }) => ({
          party: 'buyer',
          question: 'courierChoice',
          couriers: policy.courierFallback.filter((courier) => courier !== order.courier),
        })),
        ...starts('buyerChoice', 'merchant'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'courier.chosen': { target: 'relabelling', actions: 'noteSurcharge' },
        'return.agreed': 'assessment',
        'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'assessment' },
      },
    },
    relabelling: consents('relabelling', 'choosingCourier', 'Sending it with the other courier', '换单改寄', {
      instruction: null,
      done: 'parcel.relabelled',
    }),
    returning: {
      ...wayBack('outsideArea'),
      on: {
        ...silent,
        'parcel.returned': 'assessment',
        'buyer.declinedToWait': 'assessment',
        'parcel.signed': delivered,
        ...lost,
      },
    },
    assessment: {
      ...assessment(overAreaRules),
      on: {
        ...assessment(overAreaRules).on,
        'courier.chosen': {
          guard: 'sentAgain',
          target: 'relabelling',
          actions: [
            notes({ resentAfterReturn: 'yes', way: 'toBuyer' }),
            'noteSurcharge',
            signal('remedy.recalled'),
            signal('recourse.withdrawn'),
            'reopenVerdict',
          ],
          meta: {
            cites: [stated('afterSales', 192, 192, 'R-164'), stated('afterSales', 274, 274, 'R-161')],
          },
        },
      },
    },
    becomingRefused,
    becomingDamaged,
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for addresses outside the delivery area alone. */
export const overAreaMachine = standalone('overArea', overArea, overAreaRules);

/**
 * A way that costs extra: the bearer is decided, the sender consents, the bearer consents, and only then it is done.
 * Without a surcharge the consent of the sender is enough.
 */
function consents<State extends string, Back extends string>(
  state: State,
  back: Back,
  en: string,
  zh: string,
  to: {
    instruction: 'transfer' | 'redeliver' | null;
    done?: 'parcel.transferred' | 'parcel.relabelled';
  },
) {
  const at = `#overAreaException.${state}` as const;
  const refused = `#overAreaException.${back}` as const;
  return {
    meta: title(en, zh),
    initial: 'bearer',
    on: { ...cameBack, ...lost },
    states: {
      bearer: weighing(overAreaRules, 'surcharge', {
        decided: `${at}.askingSender`,
        human: `${at}.negotiating`,
      }),
      negotiating: {
        meta: title('A human decides who bears the surcharge', '人工协商附加费'),
        tags: 'needsHuman',
        on: { 'transfer.refused': refused },
      },
      askingSender: {
        meta: title('Does the sender consent?', '等待寄件人同意'),
        entry: [
          ...request('askParty', { party: 'merchant', question: 'consentToTransfer' }),
          ...starts('retention', 'merchant'),
        ],
        exit: stops('retention'),
        on: {
          'transfer.consented': [{ guard: 'noSurcharge', target: 'carryingOut' }, { target: 'askingBearer' }],
          'transfer.refused': refused,
          'retention.lapsed': { guard: due('retention'), target: refused },
        },
      },
      askingBearer: {
        meta: title('Does the bearer of the surcharge consent?', '等待附加费承担方同意'),
        entry: [
          ...request('askParty', ({ verdict }) => ({
            party: partyOf(verdict.surcharge?.ruling),
            question: 'consentToSurcharge',
          })),
          ...starts('retention', 'merchant'),
        ],
        exit: stops('retention'),
        on: {
          'surcharge.consented': { guard: 'bearsSurcharge', target: 'carryingOut', actions: 'postSurcharge' },
          'surcharge.refused': refused,
          'retention.lapsed': { guard: due('retention'), target: refused },
        },
      },
      carryingOut: {
        meta: title('Being carried out', '执行中'),
        ...(to.instruction
          ? {
              entry: [
                ...request('instructCourier', { instruction: to.instruction }),
                ...starts('staleTracking', 'courier'),
              ],
              exit: stopsWatching,
            }
          : {
              entry: [...request('relabel', {}), ...starts('reshipment', 'merchant')],
              exit: stops('reshipment'),
            }),
        on: {
          ...(to.instruction
            ? silent
            : {
                'reshipment.lapsed': { guard: due('reshipment'), target: '#overAreaException.assessment' },
              }),
          ...(to.done && { [to.done]: '#overAreaException.withOtherCourier' }),
          ...atTheDoor,
        },
      },
    },
  } as const;
}

function partyOf(bearer: string | undefined) {
  return bearer === 'buyer' || bearer === 'courier' ? bearer : ('merchant' as const);
}
