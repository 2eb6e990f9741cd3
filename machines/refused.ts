import { and } from 'xstate';
import { refusedRules } from '../guards/refused.ts';
import { stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
import { becomingLost, becomingSilent, resolved } from './endings.ts';
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
        { guard: 'refusedForDamage', target: 'becomingDamaged' },
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
        { guard: 'refusedForDamage', target: 'becomingDamaged' },
        { guard: 'reasonKnown', target: 'askingSender' },
      ],
      on: {
        'refusal.reasonGiven': { target: 'askingReason', actions: 'noteRefusal' },
        'parcel.signed': accepted,
        'parcel.returned': 'assessment',
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
      always: { guard: 'refusedForDamage', target: 'becomingDamaged' },
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
        'parcel.returned': 'assessment',
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
          { guard: 'reasonIsDamage', target: 'becomingDamaged', actions: 'noteRefusal' },
          { target: 'askingSender', actions: 'noteRefusal' },
        ],
        'delivery.declined': { target: 'askingSender', actions: 'noteDeclined' },
        'collectFreight.refused': {
          guard: 'collectFreightDue',
          target: 'askingSender',
          actions: notes({ refusalReason: 'collectFreight' }),
        },
        'delivery.failed': 'askingSender',
        'parcel.returned': 'assessment',
        'loss.reported': 'becomingLost',
      },
    },
    awaitingPickup: {
      ...awaitsPickup,
      on: {
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        'return.agreed': 'returning',
        'parcel.returned': 'assessment',
      },
    },
    returning: {
      ...wayBack('refused'),
      on: {
        ...watches('becomingSilent'),
        'parcel.returned': 'assessment',
        'parcel.signed': accepted,
        'loss.reported': 'becomingLost',
      },
    },
    assessment: assessment(refusedRules),
    becomingDamaged: {
      meta: title('Became a case of damage', '转为破损'),
      entry: [...request('instructCourier', { instruction: 'returnToSender' }), signal('became.damaged')],
    },
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for refusals alone. */
export const refusedMachine = standalone('refused', refused, refusedRules);
