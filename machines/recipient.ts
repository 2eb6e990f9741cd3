import { recipientRules } from '../guards/recipient.ts';
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
import { awaitsPickup, wayBack } from './undelivered.ts';

const dataWrong = { target: 'correcting', actions: notes({ recipientTrouble: 'dataWrong' }) } as const;
const unreachable = { target: 'contacting', actions: notes({ recipientTrouble: 'unreachable' }) } as const;
const cannotPay = { target: 'askingForPayment', actions: notes({ recipientTrouble: 'cannotPay' }) } as const;

/** What keeps a recipient from receiving. */
export const recipientEntries = {
  'recipientData.wrong': dataWrong,
  'recipient.unreachable': unreachable,
  'recipient.cannotPay': cannotPay,
  'deliveryTime.unsuitable': {
    target: 'rescheduling',
    actions: notes({ recipientTrouble: 'timeUnsuitable' }),
    meta: { cites: [stated('courier', 15, 16, 'R-235')] },
  },
  'receiving.slow': { target: 'hastening', actions: notes({ recipientTrouble: 'slowReceiving' }) },
} as const;

const signed = { target: '#recipientException.resolved', actions: resolves('delivered') } as const;
const returned = { 'parcel.returned': '#recipientException.assessment' } as const;

/** Recipient trouble: wrong data, nobody there, no money, the wrong time, or receiving that takes too long. */
export const recipient = caseSetup.createStateConfig({
  id: 'recipientException',
  initial: 'opened',
  meta: title('Recipient trouble', '收件人问题'),
  on: { 'facts.established': { guard: 'addsFacts', actions: 'establishFacts' } },
  states: {
    opened: { meta: title('Opened', '已立案'), on: recipientEntries },
    correcting: {
      meta: title('Held until the data are corrected', '留仓等待更正信息'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'recipientData' }),
        ...request('notifyBuyer', { notice: 'callCourier' }),
        ...starts('correction', 'merchant'),
      ],
      exit: stops('correction'),
      on: {
        'recipientData.corrected': {
          target: 'redelivering',
          meta: { cites: [stated('afterSales', 276, 278, 'R-176'), stated('workOrder', 19, 19, 'R-177')] },
        },
        'parcel.signed': signed,
        'correction.lapsed': {
          guard: due('correction'),
          target: 'returning',
          meta: { cites: [stated('afterSales', 268, 268, 'R-174')] },
        },
        ...returned,
      },
    },
    contacting: {
      meta: title('Trying to reach the recipient', '联系收件人'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'recipientData' }),
        ...request('notifyBuyer', { notice: 'callCourier' }),
        ...starts('retention', 'buyer'),
      ],
      exit: stops('retention'),
      on: {
        'recipient.reached': {
          target: 'redelivering',
          meta: { cites: [stated('courier', 157, 157, 'R-182'), stated('courier', 152, 152, 'R-181')] },
        },
        'redelivery.agreed': { guard: 'attemptsLeft', target: 'redelivering' },
        'recipientData.wrong': dataWrong,
        'pickup.agreed': 'awaitingPickup',
        'return.agreed': 'returning',
        'parcel.signed': signed,
        'retention.lapsed': {
          guard: due('retention'),
          target: 'returning',
          meta: { cites: [stated('courier', 157, 157, 'R-183')] },
        },
        ...returned,
      },
    },
    askingForPayment: {
      meta: title('Asking the recipient about payment', '联系收件人付款'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'payment' }),
        ...starts('retention', 'buyer'),
      ],
      exit: stops('retention'),
      on: {
        'redelivery.agreed': { guard: 'paymentAttemptsLeft', target: 'redelivering' },
        'return.agreed': 'returning',
        'parcel.signed': signed,
        'retention.lapsed': { guard: due('retention'), target: 'askingSender' },
        ...returned,
      },
    },
    rescheduling: {
      meta: title('Offering another time or way', '改约配送时间或方式'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'deliveryTime' }),
        ...starts('retention', 'buyer'),
      ],
      exit: stops('retention'),
      on: {
        'redelivery.agreed': { guard: 'attemptsLeft', target: 'redelivering' },
        'pickup.agreed': 'awaitingPickup',
        'return.agreed': 'returning',
        'parcel.signed': signed,
        'retention.lapsed': { guard: due('retention'), target: 'askingSender' },
        ...returned,
      },
    },
    hastening: {
      meta: title('Asking the recipient to hasten', '请收件方加快收货'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'hastenReceiving' }),
        ...starts('retention', 'buyer'),
      ],
      exit: stops('retention'),
      on: {
        'receiving.hastened': {
          target: 'redelivering',
          meta: { cites: [stated('courier', 238, 238, 'R-116')] },
        },
        'receiving.cannotHasten': {
          target: 'askingSender',
          meta: { cites: [stated('courier', 239, 239, 'R-117')] },
        },
        'parcel.signed': signed,
        'retention.lapsed': { guard: due('retention'), target: 'askingSender' },
        ...returned,
      },
    },
    redelivering: {
      meta: title('Delivered once more', '再次派送'),
      entry: [
        'countAttempt',
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...request('notifyBuyer', { notice: 'deliveryArranged' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'parcel.signed': signed,
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'recipientData.wrong': dataWrong,
        'recipient.unreachable': [{ guard: 'attemptsLeft', ...unreachable }, { target: 'undeliverable' }],
        'recipient.cannotPay': [
          { guard: 'paymentAttemptsLeft', ...cannotPay },
          { ...cannotPay, target: 'askingSender' },
        ],
        'receiving.slow': recipientEntries['receiving.slow'],
        'delivery.failed': [{ guard: 'attemptsLeft', target: 'contacting' }, { target: 'undeliverable' }],
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
        'loss.reported': 'becomingLost',
        ...returned,
      },
    },
    undeliverable: {
      meta: title('No attempt is left: pickup or return', '派送次数用完，自提或退回'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'pickupOrTransfer' }),
        ...starts('retention', 'buyer'),
      ],
      exit: stops('retention'),
      on: {
        'pickup.agreed': 'awaitingPickup',
        'return.agreed': 'returning',
        'parcel.signed': signed,
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        ...returned,
      },
    },
    askingSender: {
      meta: title('What does the sender decide?', '等待寄件人决定'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'disposition' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'redelivery.agreed': 'redelivering',
        'pickup.agreed': 'awaitingPickup',
        'return.agreed': 'returning',
        'parcel.signed': signed,
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        ...returned,
      },
    },
    awaitingPickup: {
      ...awaitsPickup,
      on: {
        'parcel.collected': { target: 'resolved', actions: resolves('collected') },
        'return.agreed': 'returning',
        'retention.lapsed': { guard: due('retention'), target: 'returning' },
        ...returned,
      },
    },
    returning: {
      ...wayBack('notHandedOver'),
      on: {
        ...watches('becomingSilent'),
        ...returned,
        'parcel.signed': signed,
        'loss.reported': 'becomingLost',
      },
    },
    assessment: assessment(recipientRules),
    becomingRefused,
    becomingLost,
    becomingSilent,
    resolved,
  },
});

/** The machine for recipient trouble alone. */
export const recipientMachine = standalone('recipient', recipient, recipientRules);
