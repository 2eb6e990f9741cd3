import { and } from 'xstate';
import { refusedRules } from '../guards/refused.ts';
import { stated } from '../policy/citation.ts';
import { assessment, reopening } from './assessment.ts';
import { becomingDamaged, becomingLost, becomingSilent, resolved } from './endings.ts';
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
import { awaitsPickup, wayBack } from './undelivered.ts';

/** What makes a parcel a refused one: the buyer refuses it, or its freight, or the courier declines to hand it over. */
export const refusedEntries = {
  'parcel.refused': { target: 'askingReason', actions: 'noteRefusal' },
  'delivery.declined': { target: 'askingSender', actions: 'noteDeclined' },
  'collectFreight.refused': {
    guard: 'collectFreightDue',
    target: 'askingSender',
    actions: notes({ signedBy: 'nobody', refusalReason: 'collectFreight' }),
  },
} as const;

const collectsLess = request('instructCourier', (_context, event) => ({
  instruction: 'collectFreight',
  ...('amount' in event && { amount: event.amount }),
}));

const damagedAtDoor = {
  target: 'becomingDamaged',
  actions: request('instructCourier', { instruction: 'returnToSender' }),
} as const;

const accepted = { target: 'resolved', actions: resolves('delivered') } as const;

/** Refused: ask the recipient why, ask the sender what to do, then deliver again or return. */
export const refused = caseSetup.createStateConfig({
  initial: 'opened',
  meta: title('Refused', '拒收'),
  on: {
    'facts.established': {
      guard: 'addsFacts',
      actions: 'establishFacts',
      meta: { cites: [stated('refusal', 13, 13, 'R-068')] },
    },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: refusedEntries },
    askingReason: {
      meta: title('Why was it refused?', '询问拒收原因'),
      always: [
        { guard: 'refusedForDamage', ...damagedAtDoor },
        { guard: 'reasonKnown', target: 'askingSender' },
        { target: 'awaitingReason' },
      ],
    },
    awaitingReason: {
      meta: title('Waiting for the reason', '等待拒收原因'),
      tags: 'needsEvidence',
      entry: [
        ...request('askParty', { party: 'courier', question: 'refusalReason' }),
        ...starts('evidence', 'courier'),
      ],
      exit: stops('evidence'),
      always: [
        { guard: 'refusedForDamage', ...damagedAtDoor },
        { guard: 'reasonKnown', target: 'askingSender' },
      ],
      on: {
        'refusal.reasonGiven': { target: 'askingReason', actions: 'noteRefusal' },
        'parcel.signed': accepted,
        'parcel.returned': 'cameBack',
        'evidence.lapsed': {
          guard: due('evidence'),
          target: 'askingSender',
          actions: notes({ refusalReason: 'changeOfMind' }),
        },
      },
    },
    askingSender: {
      meta: title('What does the sender decide?', '等待寄件人决定'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'disposition' }),
        ...request('notifyBuyer', { notice: 'refusalBeingHandled' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      always: { guard: 'refusedForDamage', ...damagedAtDoor },
      on: {
        'redelivery.agreed': {
          guard: 'attemptsLeft',
          target: 'redelivering',
          meta: { cites: [stated('refusal', 9, 11, 'R-067'), stated('refusal', 99, 99, 'R-073')] },
        },
        'collectFreight.prepaid': {
          guard: and(['refusedForFreight', 'collectFreightDue']),
          target: 'redelivering',
          actions: 'noteCollectFreightPaid',
        },
        'collectFreight.reduced': {
          guard: and(['refusedForFreight', 'collectFreightDue']),
          target: 'redelivering',
          actions: collectsLess,
        },
        'pickup.agreed': 'awaitingPickup',
        'return.agreed': {
          target: 'returning',
          meta: { cites: [stated('refusal', 9, 11, 'R-067'), stated('courier', 49, 49, 'R-031')] },
        },
        'parcel.signed': accepted,
        'parcel.returned': 'cameBack',
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
      },
    },
    redelivering: {
      meta: title('Delivered once more', '再次派送'),
      entry: [
        'countAttempt',
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'parcel.signed': accepted,
        'parcel.refused': [
          {
            guard: 'reasonIsDamage',
            ...damagedAtDoor,
            actions: ['noteRefusal', ...damagedAtDoor.actions],
          },
          { target: 'askingSender', actions: 'noteRefusal' },
        ],
        'delivery.declined': { target: 'askingSender', actions: 'noteDeclined' },
        'collectFreight.refused': {
          guard: 'collectFreightDue',
          target: 'askingSender',
          actions: notes({ refusalReason: 'collectFreight' }),
        },
        'delivery.failed': 'askingSender',
        'parcel.returned': 'cameBack',
        'loss.reported': 'becomingLost',
      },
    },
    awaitingPickup: {
      ...awaitsPickup,
      on: {
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        'return.agreed': 'returning',
        'parcel.returned': 'cameBack',
      },
    },
    returning: {
      ...wayBack('refused'),
      always: { guard: 'refusedForDamage', target: 'becomingDamaged' },
      on: {
        ...watches('becomingSilent'),
        'parcel.returned': 'cameBack',
        'parcel.signed': accepted,
        'loss.reported': 'becomingLost',
      },
    },
    cameBack: {
      meta: title('Is it damaged?', '是否破损'),
      always: [{ guard: 'refusedForDamage', target: 'becomingDamaged' }, { target: 'assessment' }],
    },
    assessment: {
      ...assessment(refusedRules),
      always: { guard: 'turnsOutDamaged', target: 'becomingDamaged', actions: reopening },
    },
    becomingDamaged,
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for refusals alone. */
export const refusedMachine = standalone('refused', refused, refusedRules);
