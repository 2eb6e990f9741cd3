import { minorFlawRules } from '../guards/minor-flaw.ts';
import { stated } from '../policy/citation.ts';
import { assessment } from './assessment.ts';
import { caseSetup, due, notes, request, signal, starts, stops, title } from './setup.ts';
import { standalone } from './standalone.ts';

/** What opens a case of a minor flaw: small in area, and the goods can be used. */
export const minorFlawEntries = {
  'flaw.reported': {
    target: 'offering',
    actions: 'noteFlaw',
    meta: { cites: [stated('afterSales', 154, 154, 'R-267'), stated('afterSales', 160, 164, 'R-271')] },
  },
} as const;

const settled = {
  target: 'assessment',
  actions: [notes({ afterSaleWish: 'compensation' }), ...request('notifyBuyer', { notice: 'flawCareTips' })],
  meta: { cites: [stated('afterSales', 166, 174, 'R-272')] },
} as const;
const offered = { guard: 'inFlawBand', target: 'considering', actions: 'noteAgreed' } as const;
const returned = {
  target: 'becomingAfterSale',
  actions: ['forgetOffer', notes({ afterSaleWish: 'return' })],
} as const;
const exchanged = {
  target: 'becomingAfterSale',
  actions: ['forgetOffer', notes({ afterSaleWish: 'exchange' })],
} as const;

/** Minor flaw: a discount by region, and what is left when the buyer wants more. Never nothing. */
export const minorFlaw = caseSetup.createStateConfig({
  initial: 'opened',
  meta: title('Minor flaw', '小瑕疵'),
  on: {
    'facts.established': { guard: 'addsFacts', actions: 'establishFacts' },
  },
  states: {
    opened: { meta: title('Opened', '已立案'), on: minorFlawEntries },
    offering: {
      meta: title('The merchant offers a discount', '商家提出优惠'),
      entry: [
        ...request('askParty', { party: 'merchant', question: 'discount' }),
        ...starts('merchantReply', 'merchant'),
      ],
      exit: stops('merchantReply'),
      on: {
        'discount.offered': {
          ...offered,
          meta: { cites: [stated('afterSales', 154, 158, 'R-268', 'R-269', 'R-270')] },
        },
        'merchantReply.lapsed': { guard: due('merchantReply'), target: 'chasingMerchant' },
      },
    },
    chasingMerchant: {
      meta: title('The merchant must not stay silent', '商家逾期未处理'),
      tags: 'needsHuman',
      entry: request('askHuman', { reason: 'silent' }),
      on: { 'discount.offered': offered },
    },
    considering: {
      ...asksBuyer('The buyer considers the discount', '买家考虑优惠', 'acceptDiscount'),
      on: {
        'discount.accepted': settled,
        'discount.demanded': [
          { guard: 'aboveFlawBand', target: 'beyondTheBand' },
          { target: 'offering', actions: 'forgetOffer' },
        ],
        'discount.declined': 'beyondTheBand',
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...settled },
      },
    },
    beyondTheBand: {
      meta: title('What is left beyond the band?', '超出区间如何处理'),
      always: [
        { guard: { type: 'regionIs', params: { region: 'jzh' } }, target: 'exchangeOrReturn' },
        { guard: { type: 'regionIs', params: { region: 'remote' } }, target: 'askingDirector' },
        { target: 'returnAndReorder' },
      ],
    },
    exchangeOrReturn: {
      ...asksBuyer('Exchange or return?', '换货或退货', 'exchangeOrReturn'),
      on: {
        'exchange.preferred': { ...exchanged, meta: { cites: [stated('afterSales', 154, 154, 'R-268')] } },
        'return.preferred': { ...returned, meta: { cites: [stated('afterSales', 154, 154, 'R-268')] } },
        'discount.accepted': settled,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...settled },
      },
    },
    returnAndReorder: {
      ...asksBuyer('Return and order again?', '退货重拍', 'returnAndReorder'),
      on: {
        'return.preferred': { ...returned, meta: { cites: [stated('afterSales', 158, 158, 'R-270')] } },
        'discount.accepted': settled,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...settled },
      },
    },
    askingDirector: {
      meta: title('The director decides on a larger discount', '总监决定是否提高优惠'),
      tags: 'needsHuman',
      entry: request('askHuman', { reason: 'largeDiscount' }),
      on: {
        'discount.granted': {
          guard: 'withinPaid',
          target: 'considering',
          actions: 'noteAgreed',
          meta: { cites: [stated('afterSales', 156, 156, 'R-269')] },
        },
        'discount.refused': 'lastOffer',
      },
    },
    lastOffer: {
      ...asksBuyer('The last offer stands', '维持原优惠', 'acceptDiscount'),
      on: {
        'discount.accepted': settled,
        'return.preferred': returned,
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...settled },
      },
    },
    assessment: assessment(minorFlawRules),
    becomingAfterSale: {
      meta: title('Became a return or exchange', '转为退换货'),
      entry: signal('became.afterSale'),
    },
  },
});

/** The machine for minor flaws alone. */
export const minorFlawMachine = standalone('minorFlaw', minorFlaw, minorFlawRules);

/** A question to the buyer whose silence lets the last offer stand. */
function asksBuyer(
  en: string,
  zh: string,
  question: 'acceptDiscount' | 'exchangeOrReturn' | 'returnAndReorder',
) {
  return {
    meta: title(en, zh),
    entry: [...request('askParty', { party: 'buyer', question }), ...starts('buyerChoice', 'buyer')],
    exit: stops('buyerChoice'),
  } as const;
}
