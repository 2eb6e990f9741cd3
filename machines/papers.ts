import { papersRules } from '../guards/papers.ts';
import { stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
import { becomingLost, becomingRefused, becomingSilent } from './endings.ts';
import { caseSetup, due, notes, request, starts, stops, stopsWatching, title, watches } from './setup.ts';
import { standalone } from './standalone.ts';

/** What about money or papers has to be settled before the parcel can be handed over, or afterwards. */
export const papersEntries = {
  'codAmount.changeRequested': { target: 'awaitingLetter', actions: notes({ paperTrouble: 'codAmount' }) },
  'returnDocument.changeRequested': {
    target: 'awaitingLetter',
    actions: notes({ paperTrouble: 'returnDocument' }),
  },
  'freightTerm.changeRequested': { target: 'askingSender', actions: notes({ paperTrouble: 'freightTerm' }) },
  'weight.mismatched': { target: 'weighing', actions: notes({ paperTrouble: 'weight' }) },
  'fee.disputed': { target: 'explainingFee', actions: notes({ paperTrouble: 'fee' }) },
} as const;

const signed = '#papersException.assessment';
const unchanged = {
  'change.abandoned': '#papersException.delivering',
  'parcel.signed': signed,
  'loss.reported': '#papersException.becomingLost',
} as const;

const notConfirmed = {
  'courierVerification.lapsed': {
    guard: due('courierVerification'),
    target: '#papersException.delivering',
  },
} as const;

/** Money and papers: nothing changes without the sender, and no amount without the verified letter. */
export const papers = caseSetup.createStateConfig({
  id: 'papersException',
  initial: 'opened',
  meta: title('Money and papers', '款项与单据'),
  on: { 'facts.established': { guard: 'addsFacts', actions: 'establishFacts' } },
  states: {
    opened: { meta: title('Opened', '已立案'), on: papersEntries },
    awaitingLetter: {
      meta: title('Waiting for the stamped and signed letter', '等待盖章签字的确认函'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'letter' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'letter.verified': {
          guard: 'letterComplete',
          target: 'registering',
          meta: { cites: [stated('courier', 174, 174, 'R-194'), stated('courier', 196, 196, 'R-204')] },
        },
        'retention.lapsed': { guard: due('retention'), target: 'delivering' },
        ...unchanged,
      },
    },
    askingSender: {
      meta: title('What freight do the parties agree on?', '协商运费'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'freightTerm' }),
        ...starts('retention', 'merchant'),
      ],
      exit: stops('retention'),
      on: {
        'freightTerm.agreed': {
          target: 'registering',
          meta: { cites: [stated('courier', 177, 181, 'R-196', 'R-197')] },
        },
        'collectFreight.refused': {
          target: 'becomingRefused',
          actions: notes({ refusalReason: 'collectFreight' }),
        },
        'retention.lapsed': { guard: due('retention'), target: 'delivering' },
        ...unchanged,
      },
    },
    weighing: {
      meta: title('Photographing the scale', '过磅拍照'),
      entry: [
        ...request('instructCourier', { instruction: 'photographScale' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        ...notConfirmed,
        'scale.photographed': {
          target: 'confirmingWeight',
          meta: { cites: [stated('courier', 184, 184, 'R-199')] },
        },
        ...unchanged,
      },
    },
    confirmingWeight: {
      meta: title('The salesman confirms the weight', '业务员确认重量'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'weight' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: {
        ...notConfirmed,
        'weight.confirmed': {
          target: 'registering',
          meta: { cites: [stated('courier', 185, 186, 'R-200')] },
        },
        ...unchanged,
      },
    },
    registering: {
      meta: title('Registered by the branch, cashier informed', '网点登记并告知财务'),
      entry: [
        ...request('instructCourier', { instruction: 'registerChange' }),
        ...starts('courierVerification', 'courier'),
      ],
      exit: stops('courierVerification'),
      on: { 'ledger.registered': 'delivering', ...notConfirmed, ...unchanged },
    },
    delivering: {
      meta: title('Delivered on these terms', '按确定条件派送'),
      entry: [
        ...request('instructCourier', { instruction: 'redeliver' }),
        ...starts('staleTracking', 'courier'),
      ],
      exit: stopsWatching,
      on: {
        ...watches('becomingSilent'),
        'parcel.signed': signed,
        'parcel.refused': { target: 'becomingRefused', actions: 'noteRefusal' },
        'loss.reported': 'becomingLost',
      },
    },
    explainingFee: {
      meta: title('Explaining the fee item by item', '说明费用明细'),
      entry: [
        ...request('askParty', { party: 'courier', question: 'itemisedFee' }),
        ...starts('evidence', 'courier'),
      ],
      exit: stops('evidence'),
      on: {
        'fee.itemised': 'assessment',
        'evidence.lapsed': { guard: due('evidence'), target: 'assessment' },
      },
    },
    assessment: assessment(papersRules),
    becomingRefused,
    becomingSilent,
    becomingLost,
  },
});

/** The machine for money and papers alone. */
export const papersMachine = standalone('papers', papers, papersRules);
