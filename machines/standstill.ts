import { standstillRules } from '../guards/standstill.ts';
import { stated } from '../policy/citation.ts';
import { assessment, weighing } from './assessment.ts';
import { becomingLost, becomingRefused, becomingSilent, becomingStale, resolved } from './endings.ts';
import {
  caseSetup,
  due,
  notes,
  request,
  resolves,
  running,
  signal,
  starts,
  stops,
  stopsWatching,
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';
import { wayBack } from './undelivered.ts';

/** What makes a parcel one that stands still, is late, or is held. */
export const standstillEntries = {
  'tracking.absent': {
    guard: 'hasShipped',
    target: 'askingWarehouse',
    actions: notes({ standstill: 'noTracking' }),
  },
  'delivery.stalled': {
    guard: 'stalledTooLong',
    target: 'verifying',
    actions: notes({ standstill: 'stalled' }),
  },
  'delivery.stuck': {
    guard: 'stuckTooLong',
    target: 'verifying',
    actions: notes({ standstill: 'stuckOut' }),
  },
  'pickup.overdue': { target: 'chasingPickup', actions: notes({ standstill: 'notPickedUp' }) },
  'delivery.late': { guard: 'laterThanNormal', target: 'verifying', actions: notes({ standstill: 'late' }) },
  'customs.held': { target: 'atCustoms', actions: notes({ standstill: 'customs' }) },
  'parcel.returning': { target: 'turningBack', actions: notes({ standstill: 'returning' }) },
} as const;

const delivered = { target: '#standstillException.resolved', actions: resolves('delivered') } as const;

const dutyStated = {
  target: '#standstillException.atCustoms.sharingDuty',
  actions: 'noteSurcharge',
} as const;
const heldLong = { guard: due('waitReview'), target: '#standstillException.atCustoms.heldLong' } as const;

const moves = {
  'parcel.signed': '#standstillException.assessment',
  'loss.reported': '#standstillException.becomingLost',
  'pickup.missing': '#standstillException.becomingLost',
  'tracking.stale': { guard: 'hasStandstill', target: '#standstillException.becomingStale' },
  'parcel.refused': { target: '#standstillException.becomingRefused', actions: 'noteRefusal' },
  'recipient.unreachable': {
    target: '#standstillException.becomingUnreachable',
    actions: notes({ recipientTrouble: 'unreachable' }),
  },
  'recipientData.wrong': {
    target: '#standstillException.becomingUnreachable',
    actions: notes({ recipientTrouble: 'dataWrong' }),
  },
  'parcel.returning': {
    target: '#standstillException.turningBack',
    actions: notes({ standstill: 'returning' }),
  },
  'delay.claimed': { actions: notes({ delayClaim: 'yes' }) },
} as const;

/** Standing still: ask warehouse or courier, tell the buyer what is known, and wait with a date. */
export const standstill = caseSetup.createStateConfig({
  id: 'standstillException',
  initial: 'opened',
  meta: title('Standing still', '物流停滞'),
  on: { 'facts.established': { guard: 'addsFacts', actions: 'establishFacts' } },
  states: {
    opened: { meta: title('Opened', '已立案'), on: standstillEntries },
    askingWarehouse: {
      meta: title('Is it in stock, and when did it leave?', '询问仓库是否有货及发货时间'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'warehouse' }),
        'startTrackingStart',
        ...request('scheduleDeadline', ({ deadlines }) => ({
          deadline: running(deadlines, 'trackingStart'),
        })),
      ],
      exit: stops('trackingStart'),
      on: {
        'warehouse.answered': [
          {
            guard: 'leavesLater',
            target: 'waitingForDate',
            meta: {
              cites: [stated('afterSales', 214, 216, 'R-209'), stated('afterSales', 220, 222, 'R-211')],
            },
          },
          { target: 'verifying', meta: { cites: [stated('afterSales', 218, 218, 'R-210')] } },
        ],
        'tracking.resumed': 'underway',
        'trackingStart.lapsed': { guard: due('trackingStart'), target: 'verifying' },
        ...moves,
      },
    },
    waitingForDate: {
      meta: title('The buyer was told a date', '已告知买家新的日期'),
      entry: [
        { type: 'startNewDate' },
        ...request('scheduleDeadline', ({ deadlines }) => ({ deadline: running(deadlines, 'newDate') })),
        ...request('notifyBuyer', { notice: 'newDate' }),
      ],
      exit: stops('newDate'),
      on: {
        'tracking.resumed': 'underway',
        'newDate.lapsed': { guard: due('newDate'), target: 'verifying' },
        ...moves,
      },
    },
    verifying: {
      meta: title('The courier is asked where it is', '向快递核实'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'whereIsParcel' }),
        ...request('notifyBuyer', { notice: 'parcelLate' }),
        ...request('extendReceipt', {}),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'courier.verified': { target: 'underway', meta: { cites: [stated('courier', 36, 38, 'R-229')] } },
        'tracking.resumed': 'underway',
        'courierVerification.lapsed': { guard: due('courierVerification'), target: 'becomingLost' },
        ...moves,
      },
    },
    chasingPickup: {
      meta: title('The branch is asked to pick it up', '联系网点揽收'),
      entry: [
        ...request('instructCourier', { instruction: 'pickUp' }),
        ...request('notifyBuyer', { notice: 'parcelLate' }),
        ...request('extendReceipt', {}),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        'pickup.done': { target: 'underway', meta: { cites: [stated('workOrder', 37, 37, 'R-226')] } },
        'courierVerification.lapsed': { guard: due('courierVerification'), target: 'verifying' },
        ...moves,
      },
    },
    underway: {
      meta: title('Under way again', '恢复派送'),
      entry: starts('staleTracking', 'courier'),
      exit: stopsWatching,
      on: { ...watches('becomingSilent'), ...moves },
    },
    movingOn: {
      meta: title('No longer held, on its way to the buyer', '已放行或更正，继续派送'),
      entry: starts('staleTracking', 'courier'),
      exit: stopsWatching,
      on: { ...watches('becomingSilent'), ...moves, 'parcel.signed': delivered },
    },
    atCustoms: {
      meta: title('Held by customs', '海关扣留'),
      initial: 'asking',
      entry: request('notifyBuyer', { notice: 'customsHold' }),
      on: {
        'customs.released': 'movingOn',
        'parcel.returning': moves['parcel.returning'],
        'parcel.returned': 'assessment',
        'loss.reported': 'becomingLost',
      },
      states: {
        asking: {
          meta: title('Is duty open?', '核实关税'),
          entry: [
            ...request('askParty', { party: 'courier', question: 'duty' }),
            ...starts('waitReview', 'courier'),
          ],
          exit: stops('waitReview'),
          on: { 'duty.stated': dutyStated, 'waitReview.lapsed': heldLong },
        },
        sharingDuty: weighing(standstillRules, 'surcharge', {
          decided: '#standstillException.atCustoms.dutyOpen',
          human: '#standstillException.atCustoms.asking',
        }),
        dutyOpen: {
          meta: title('The duty is to be paid', '待缴关税'),
          entry: [
            ...request('askParty', ({ verdict }) => ({
              party: verdict.surcharge?.ruling === 'buyer' ? 'buyer' : 'merchant',
              question: 'consentToSurcharge',
            })),
            ...starts('retention', 'merchant'),
          ],
          exit: stops('retention'),
          on: {
            'surcharge.consented': { guard: 'bearsSurcharge', target: 'dutyPaid', actions: 'postSurcharge' },
            'surcharge.refused': '#standstillException.returningUnasked',
            'retention.lapsed': { guard: due('retention'), target: '#standstillException.returningUnasked' },
          },
        },
        dutyPaid: {
          meta: title('Duty paid, waiting for release', '已缴税待放行'),
          entry: starts('waitReview', 'courier'),
          exit: stops('waitReview'),
          on: { 'waitReview.lapsed': heldLong },
        },
        heldLong: {
          meta: title('Held for long: a human looks at it', '扣留过久，人工跟进'),
          tags: 'needsHuman',
          entry: [...request('askHuman', { reason: 'longWait' }), ...request('extendReceipt', {})],
          on: { 'duty.stated': { guard: 'dutyNotPaid', ...dutyStated } },
        },
      },
    },
    turningBack: {
      meta: title('Why is it coming back?', '核实退回原因'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'whyReturning' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'recipientData.wrong': moves['recipientData.wrong'],
        'recipientData.corrected': {
          target: 'movingOn',
          meta: { cites: [stated('courier', 160, 160, 'R-244')] },
        },
        'redelivery.agreed': 'movingOn',
        'parcel.returned': { target: 'assessment', meta: { cites: [stated('courier', 96, 96, 'R-243')] } },
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
        'parcel.signed': delivered,
        'loss.reported': 'becomingLost',
        'retention.lapsed': { guard: due('retention'), target: 'returningUnasked' },
      },
    },
    returningUnasked: {
      ...wayBack('turnedBack'),
      on: {
        ...watches('becomingSilent'),
        'parcel.returned': 'assessment',
        'parcel.signed': delivered,
        'loss.reported': 'becomingLost',
      },
    },
    assessment: assessment(standstillRules),
    becomingLost,
    becomingStale,
    becomingRefused,
    becomingUnreachable: {
      meta: title('Became recipient trouble', '转为收件人问题'),
      entry: signal('became.unreachable'),
    },
    becomingSilent,
    resolved,
  },
});

/** The machine for standing still alone. */
export const standstillMachine = standalone('standstill', standstill, standstillRules);
