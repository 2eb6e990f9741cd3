import { stated } from '../policy/citation.ts';
import { asking } from './assessment.ts';
import { due, notes, request, resolves, starts, stops, title, wishes } from './setup.ts';

const withdrawn = { target: '#afterSaleException.resolved', actions: resolves('withdrawn') } as const;

/** Before something is sent: is it unworn, is it in stock, and has the buyer paid what the buyer bears? */
export const preparing = {
  initial: 'checking',
  meta: title('Preparing an exchange or a further shipment', '换货或补发准备'),
  states: {
    checking: {
      meta: title('What is still to be settled?', '核对换货条件'),
      always: [
        {
          guard: 'goodsWorn',
          target: '#afterSaleException.assessment',
          actions: notes({ returnCondition: 'failed' }),
          meta: { cites: [stated('afterSales', 196, 196, 'R-281')] },
        },
        { guard: 'wearUnknown', target: 'askingAboutWear' },
        {
          guard: 'stockUnknown',
          target: 'checkingStock',
          meta: { cites: [stated('afterSales', 196, 196, 'R-282')] },
        },
        { guard: 'outOfStock', target: 'outOfStock' },
        {
          guard: 'buyerPaysFirst',
          target: 'awaitingFreight',
          meta: { cites: [stated('afterSales', 262, 262, 'R-284')] },
        },
        { guard: wishes('exchange'), target: '#afterSaleException.returning' },
        {
          target: '#afterSaleException.assessment',
          meta: { cites: [stated('afterSales', 142, 142, 'R-259')] },
        },
      ],
    },
    askingAboutWear: asking(
      () => ({ from: 'buyer', facts: ['goodsUnworn'] }),
      ['goodsUnworn'],
      'checking',
      notes({ goodsUnworn: 'no' }),
    ),
    checkingStock: asking(
      () => ({ from: 'merchant', facts: ['stock'] }),
      ['stock'],
      'checking',
      notes({ stock: 'no' }),
    ),
    outOfStock: {
      meta: title('Not in stock: would the buyer rather return?', '无货，询问是否改为退货'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'returnInstead' }),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'return.preferred': {
          target: '#afterSaleException.returning',
          actions: notes({ afterSaleWish: 'return' }),
        },
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...withdrawn },
      },
    },
    awaitingFreight: {
      meta: title('The buyer pays the way out first, then gets the address', '买家先补运费再给退货地址'),
      entry: [
        ...request('askParty', { party: 'buyer', question: 'exchangeFreight' }),
        ...starts('buyerChoice', 'buyer'),
      ],
      exit: stops('buyerChoice'),
      on: {
        'exchangeFreight.paid': {
          guard: 'paysFreight',
          target: '#afterSaleException.returning',
          actions: 'noteExchangeFreight',
          meta: { cites: [stated('afterSales', 262, 262, 'R-284')] },
        },
        'buyerChoice.lapsed': { guard: due('buyerChoice'), ...withdrawn },
      },
    },
  },
} as const;
