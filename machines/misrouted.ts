import { misroutedRules } from '../guards/misrouted.ts';
import { assessment } from './assessment.ts';
import { becomingDamaged, becomingLost, becomingRefused, becomingSilent, becomingStale } from './endings.ts';
import {
  caseSetup,
  due,
  notes,
  request,
  running,
  starts,
  stops,
  stopsWatching,
  title,
  watches,
} from './setup.ts';
import { standalone } from './standalone.ts';

/** What makes a parcel a mis-routed or held one. */
export const misroutedEntries = {
  'parcel.misrouted': { target: 'handling.forwarding', actions: notes({ holdReason: 'transitError' }) },
  'parcel.missorted': { target: 'handling.forwarding', actions: notes({ holdReason: 'missorted' }) },
  'heading.wrong': { target: 'handling.correctingHeading', actions: notes({ holdReason: 'wrongHeading' }) },
  'sortingRun.missed': { target: 'handling.forwarding', actions: notes({ holdReason: 'missedRun' }) },
  'parcel.heldAtCentre': { target: 'handling.forwarding', actions: notes({ holdReason: 'heldAtCentre' }) },
  'parcel.heldOverWeekend': {
    target: 'handling.restingOverWeekend',
    actions: [
      notes({ holdReason: 'weekend' }),
      { type: 'startDeadlineUntil', params: { id: 'nextWorkingDay', mustAct: 'courier' } },
      ...request('scheduleDeadline', ({ deadlines }) => ({ deadline: running(deadlines, 'nextWorkingDay') })),
    ],
  },
} as const;

const movesOn = [stops('courierVerification'), ...starts('staleTracking', 'courier')] as const;
const tellsBuyer = [
  ...request('notifyBuyer', { notice: 'parcelLate' }),
  ...request('extendReceipt', {}),
] as const;

/** Mis-routed or held: forwarded to the right place, the receipt deadline extended meanwhile. */
export const misrouted = caseSetup.createStateConfig({
  initial: 'opened',
  meta: title('Mis-routed', '错派'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: misroutedEntries },
    handling: {
      meta: title('On its way to the right place', '转往正确地址'),
      initial: 'forwarding',
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'parcel.signed': 'assessment',
        'delay.claimed': { actions: notes({ delayClaim: 'yes' }) },
        'forceMajeure.declared': { actions: notes({ forceMajeure: 'yes' }) },
        'loss.reported': 'becomingLost',
        'tracking.stale': { guard: 'hasStandstill', target: 'becomingStale' },
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
        'damage.reported': 'becomingDamaged',
      },
      states: {
        correctingHeading: {
          meta: title('Finding the right station and heading', '查找正确站点并更正抬头'),
          entry: [
            ...request('instructCourier', { instruction: 'correctHeading' }),
            ...tellsBuyer,
            ...starts('staleTracking', 'courier'),
          ],
          on: { 'heading.corrected': 'forwarding' },
        },
        forwarding: {
          meta: title('To be forwarded', '等待转寄'),
          entry: [...request('instructCourier', { instruction: 'forward' }), ...tellsBuyer, ...movesOn],
          on: { 'parcel.forwarded': 'underway', 'parcel.outForDelivery': 'underway' },
        },
        restingOverWeekend: {
          meta: title('Resting until the next working day', '周末留仓'),
          exit: stops('nextWorkingDay'),
          on: {
            'parcel.outForDelivery': 'underway',
            'nextWorkingDay.lapsed': { guard: due('nextWorkingDay'), target: 'chasing' },
          },
        },
        chasing: {
          meta: title('The working day came without a delivery', '工作日催派'),
          entry: [...request('instructCourier', { instruction: 'deliverOnWorkingDay' }), ...movesOn],
          on: { 'parcel.outForDelivery': 'underway' },
        },
        underway: {
          meta: title('Under way again', '恢复派送'),
          entry: movesOn,
        },
      },
    },
    assessment: assessment(misroutedRules),
    becomingLost,
    becomingSilent,
    becomingStale,
    becomingRefused,
    becomingDamaged,
  },
});

/** The machine for mis-routing alone. */
export const misroutedMachine = standalone('misrouted', misrouted, misroutedRules);
