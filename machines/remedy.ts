import { and } from 'xstate';
import { freightPurpose, payingParty, refundSource } from '../actions/settlement.ts';
import type { Outcome } from '../guards/case-context.ts';
import { freightOwedByBuyer } from '../guards/freight-share.ts';
import { stated } from '../policy/citation.ts';
import { caseSetup, due, notes, request, signal, starts, stops, tellsNewWaybill, title } from './setup.ts';

const menu = {
  cites: [stated('afterSales', 101, 101, 'R-023'), stated('dropship', 57, 57, 'R-341')],
} as const;
const arrivedAfterAll = {
  target: '#remedy.notifying',
  actions: [ended('delivered'), signal('recourse.withdrawn')],
} as const;

const withdrawn = {
  target: '#remedy.notifying',
  actions: [ended('withdrawn'), signal('recourse.withdrawn')],
} as const;

const recalled = {
  guard: 'nothingGiven',
  target: '#remedy.waiting',
  actions: { type: 'noteOutcome', params: { outcome: null } },
} as const;

const sharedAgain = {
  guard: and(['noReturnFreightYet', 'freightShared']),
  target: '#remedy.sharingFreight',
  actions: 'noteReturnFreight',
} as const;

/** What the buyer gets: exactly one of refund, new shipment, exchange, part and compensation. */
export const remedy = caseSetup.createStateConfig({
  id: 'remedy',
  initial: 'waiting',
  meta: title('What the buyer gets', '对买家的补救'),
  on: {
    'returnFreight.paid': { guard: 'noReturnFreightYet', actions: 'noteReturnFreight' },
  },
  states: {
    waiting: {
      meta: title('Waiting for the decision', '等待责任认定'),
      on: {
        'exception.resolved': { target: 'notifying', actions: 'noteResolution' },
        'liability.decided': [
          { guard: { type: 'payerIs', params: { payer: 'buyer' } }, target: 'declined' },
          {
            guard: { type: 'payerIs', params: { payer: 'nobody' } },
            target: 'notifying',
            actions: ended('delivered'),
          },
          { guard: 'refundDue', target: 'refunding' },
          { guard: 'exchangeDue', target: 'exchangeShipment' },
          { guard: 'reshipDue', target: 'reshipping' },
          { guard: 'compensationDue', target: 'conceding' },
          { target: 'choosing' },
        ],
        'case.withdrawn': { target: 'notifying', actions: ended('withdrawn') },
      },
    },
    choosing: {
      meta: title('The buyer chooses', '买家选择补救方式'),
      entry: [
        commits(false),
        ...request('askParty', { party: 'buyer', question: 'remedyChoice' }),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'remedy.refundChosen': { guard: 'refundable', target: 'refunding', meta: menu },
        'remedy.reshipChosen': [
          { guard: and(['refundable', 'reshipPossible']), target: 'reshipping', meta: menu },
          { guard: and(['refundable', 'stockUnknown']), target: 'checkingStock', meta: menu },
        ],
        'remedy.exchangeChosen': [
          {
            guard: and(['refundable', 'reshipPossible', 'goodsCameBack']),
            target: 'exchangeShipment',
            meta: menu,
          },
          { guard: and(['refundable', 'reshipPossible']), target: 'exchanging', meta: menu },
          { guard: and(['refundable', 'stockUnknown']), target: 'checkingStockToExchange', meta: menu },
        ],
        'remedy.partChosen': { guard: 'partReplaceable', target: 'buyingPart' },
        'remedy.concessionAgreed': {
          guard: 'withinPaid',
          target: 'conceding',
          actions: 'noteAgreed',
          meta: menu,
        },
        'buyerChoice.lapsed': [
          { guard: and([due('buyerChoice'), 'refundable']), target: 'refunding' },
          { guard: due('buyerChoice'), target: 'notifying', actions: ended('delivered') },
        ],
        'parcel.signed': { guard: 'goodsWereOut', ...arrivedAfterAll },
        'remedy.recalled': 'waiting',
        'case.withdrawn': withdrawn,
      },
    },
    refunding: {
      meta: title('Refund under way', '退款中'),
      entry: [
        commits(true),
        ...request('refundBuyer', (context) => ({ amount: context.order.paid, from: refundSource(context) })),
      ],
      on: {
        'refund.paid': {
          guard: 'refundIsWhole',
          target: 'sharingFreight',
          actions: ['postRefund', signal('refund.done')],
        },
        'refund.cancelled': 'choosing',
        'parcel.signed': { guard: 'goodsWereOut', target: 'stoppingRefund' },
      },
    },
    stoppingRefund: {
      meta: title('The goods arrived while the refund is under way', '货已送达，停止退款'),
      entry: request('askParty', { party: 'merchant', question: 'stopRefund' }),
      on: {
        'refund.cancelled': arrivedAfterAll,
        'refund.paid': {
          guard: 'refundIsWhole',
          target: 'surplus',
          actions: ['postRefund', ...request('notifyBuyer', { notice: 'result' })],
        },
      },
    },
    checkingStock: stockCheck([{ guard: 'reshipPossible', target: 'reshipping' }]),
    checkingStockToExchange: stockCheck([
      { guard: and(['reshipPossible', 'goodsCameBack']), target: 'exchangeShipment' },
      { guard: 'reshipPossible', target: 'exchanging' },
    ]),
    reshipping: shipment('reshipped', 'A new shipment', '补发中'),
    exchanging: {
      meta: title('The buyer sends the goods back for an exchange', '换货退回中'),
      entry: [
        ...request('notifyBuyer', { notice: 'returnInstructions' }),
        ...starts('returnShipTimer', 'buyer'),
      ],
      exit: stops('returnShipTimer'),
      on: {
        'exchange.received': 'exchangeShipment',
        'returnShipTimer.lapsed': { guard: due('returnShipTimer'), ...withdrawn },
        'remedy.recalled': 'waiting',
      },
    },
    exchangeShipment: shipment('exchanged', 'The exchanged goods', '换货寄出中'),
    buyingPart: {
      meta: title('The buyer buys the part locally', '买家就地购买配件'),
      initial: 'buying',
      states: {
        buying: {
          meta: title('Waiting for the price', '等待配件价格'),
          entry: starts('buyerChoice', 'buyer'),
          exit: stops('buyerChoice'),
          on: {
            'buyerChoice.lapsed': { guard: due('buyerChoice'), target: '#remedy.choosing' },
            'part.bought': { guard: 'withinPaid', target: 'paying', actions: 'noteAgreed' },
            'remedy.recalled': '#remedy.waiting',
          },
        },
        paying: {
          meta: title('Paying for the part', '支付配件费用'),
          entry: [
            commits(true),
            ...request('payBuyer', (context) => ({
              amount: context.agreed ?? 0,
              purpose: 'part',
              from: payingParty(context),
            })),
          ],
          on: {
            'part.paid': {
              guard: 'amountAgreed',
              target: '#remedy.sharingFreight',
              actions: { type: 'postPayment', params: { purpose: 'part' } },
            },
          },
        },
      },
    },
    conceding: {
      meta: title('Compensation under way', '补偿支付中'),
      entry: [
        commits(true),
        ...request('payBuyer', (context) => ({
          amount: context.agreed ?? 0,
          purpose: 'concession',
          from: payingParty(context),
        })),
      ],
      on: {
        'concession.paid': {
          guard: 'amountAgreed',
          target: 'sharingFreight',
          actions: { type: 'postPayment', params: { purpose: 'concession' } },
        },
      },
    },
    recallingReplacement: {
      meta: title('The original arrived while the replacement is under way', '原件已到，追回补发件'),
      entry: request('instructCourier', { instruction: 'recallReplacement' }),
      on: {
        'replacement.failed': arrivedAfterAll,
        'replacement.signed': {
          target: 'surplus',
          actions: [ended('reshipped'), ...request('notifyBuyer', { notice: 'result' })],
        },
      },
    },
    sharingFreight: {
      meta: title('Freight between buyer and merchant', '结算买卖双方运费'),
      always: [
        ...freightThen('#remedy.notifying'),
        { guard: 'freightKnown', target: 'notifying' },
        { target: 'awaitingFreight' },
      ],
    },
    awaitingFreight: {
      meta: title('Waiting for the bearer of the freight', '等待运费认定'),
      on: { 'freight.decided': 'sharingFreight' },
    },
    notifying: {
      meta: title('Telling the buyer the result', '告知买家结果'),
      entry: request('notifyBuyer', { notice: 'result' }),
      on: {
        'buyer.notified': 'settled',
        'returnFreight.paid': sharedAgain,
        'remedy.recalled': recalled,
        'parcel.signed': { guard: and(['gotSomething', 'goodsWereOut']), target: 'surplus' },
      },
    },
    declined: {
      meta: title('Nothing is owed to the buyer', '由买家自行承担'),
      initial: 'explaining',
      entry: { type: 'noteOutcome', params: { outcome: 'declined' } },
      on: {
        'remedy.recalled': {
          target: 'waiting',
          actions: { type: 'noteOutcome', params: { outcome: null } },
        },
        'case.withdrawn': { target: 'notifying', actions: ended('withdrawn') },
      },
      states: {
        explaining: {
          meta: title('Explaining the decision', '说明责任认定'),
          entry: request('notifyBuyer', { notice: 'result' }),
          on: { 'buyer.notified': 'awaitingAcceptance' },
        },
        awaitingAcceptance: {
          meta: title('The buyer may accept or complain', '买家可接受或投诉'),
          entry: starts('buyerChoice', 'buyer'),
          exit: stops('buyerChoice'),
          on: {
            'decision.accepted': '#remedy.settled',
            'buyerChoice.lapsed': { guard: due('buyerChoice'), target: '#remedy.settled' },
          },
        },
      },
    },
    surplus: {
      meta: title('The buyer has both goods and remedy', '买家既有货又得补救'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'returnOfSurplus' }),
        signal('recourse.withdrawn'),
      ],
      on: {
        'duplicate.returned': [...freightThen('#remedy.settled'), { target: 'settled' }],
        'duplicate.waived': [...freightThen('#remedy.settled'), { target: 'settled' }],
        'refund.repaid': { guard: 'repaysRefund', target: 'settled', actions: 'postRefundRepayment' },
      },
    },
    settled: {
      meta: title('Settled with the buyer', '买家侧已完结'),
      always: { guard: 'nothingOpen', target: '#closed' },
      on: {
        'parcel.signed': { guard: and(['gotSomething', 'goodsWereOut']), target: 'surplus' },
        'returnFreight.paid': sharedAgain,
        'remedy.recalled': recalled,
      },
    },
  },
});

/** The merchant says whether the goods are there. Silence means that they are not, and a refund is the default. */
function stockCheck<const Next extends readonly object[]>(inStock: Next) {
  return {
    meta: title('Are the goods in stock?', '核实库存'),
    entry: [
      ...request('askParty', { party: 'merchant', question: 'stock' }),
      ...starts('buyerChoice', 'merchant'),
    ],
    exit: stops('buyerChoice'),
    always: [...inStock, { guard: 'outOfStock', target: 'choosing' }],
    on: {
      'stock.confirmed': { actions: notes({ stock: 'yes' }) },
      'stock.missing': { actions: notes({ stock: 'no' }) },
      'remedy.refundChosen': 'refunding',
      'buyerChoice.lapsed': { guard: due('buyerChoice'), target: 'refunding' },
      'parcel.signed': { guard: 'goodsWereOut', ...arrivedAfterAll },
      'remedy.recalled': 'waiting',
      'case.withdrawn': withdrawn,
    },
  } as const;
}

function commits(committed: boolean) {
  return { type: 'noteCommitted', params: { committed } } as const;
}

function ended<Ended extends Outcome>(outcome: Ended) {
  return { type: 'noteOutcome', params: { outcome } } as const;
}

function shipment<Ended extends 'reshipped' | 'exchanged'>(outcome: Ended, en: string, zh: string) {
  return {
    meta: title(en, zh),
    initial: 'preparing',
    states: {
      preparing: {
        meta: title('Preparing the shipment', '备货中'),
        entry: [commits(true), ...request('shipReplacement', {}), ...starts('reshipment', 'merchant')],
        exit: stops('reshipment'),
        on: {
          'replacement.shipped': 'underway',
          'reshipment.lapsed': {
            guard: due('reshipment'),
            actions: [stops('reshipment'), ...request('askHuman', { reason: 'reshipmentLate' })],
          },
          'replacement.failed': '#remedy.choosing',
          'parcel.signed': { guard: 'goodsWereOut', target: '#remedy.recallingReplacement' },
        },
      },
      underway: {
        meta: title('The shipment is under way', '补发件运输中'),
        entry: tellsNewWaybill,
        on: {
          'replacement.signed': { target: '#remedy.sharingFreight', actions: ended(outcome) },
          'replacement.failed': '#remedy.choosing',
          'parcel.signed': { guard: 'goodsWereOut', target: '#remedy.recallingReplacement' },
        },
      },
    },
  } as const;
}

/** Buyer and merchant settle what one of them owes the other for freight, if anything, and go on. */
function freightThen<Next extends string>(target: Next) {
  return [
    {
      guard: 'freightOwedByBuyer',
      target,
      actions: [
        ...request('collectFromBuyer', (context) => ({
          amount: freightOwedByBuyer(context),
          purpose: freightPurpose(context),
        })),
        'postFreight',
      ],
    },
    {
      guard: 'freightOwedToBuyer',
      target,
      actions: [
        ...request('payBuyer', (context) => ({
          amount: -freightOwedByBuyer(context),
          purpose: freightPurpose(context),
          from: 'merchant',
        })),
        'postFreight',
      ],
    },
  ] as const;
}
