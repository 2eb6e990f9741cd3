import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

const neverNothing = derived(
  'afterSales',
  160,
  164,
  ['R-271'],
  'Something is always offered, so the merchant always pays.',
);
const discountOnly = assumed('The guides give bands of discounts and nothing about other amounts.', 'A-23');

/** Who bears a small stain, glue mark, hole or deformation. The discount depends on the region. */
export const minorFlawRules = rulebook({
  type: 'minorFlaw',
  title: { en: 'Minor flaw', zh: '小瑕疵' },
  facts: ['region'],
  articles: {
    'FLW-1': {
      title: {
        en: 'A minor flaw near the shop: the merchant gives a small discount; above it, exchange or return.',
        zh: '江浙沪小瑕疵：商家小额优惠，谈不拢可退换。',
      },
      cites: [stated('afterSales', 154, 154, 'R-267', 'R-268'), neverNothing, discountOnly],
      when: { region: 'jzh' },
      liability: { payer: 'merchant' },
      limitedTo: 'compensation',
    },
    'FLW-2': {
      title: {
        en: 'A minor flaw elsewhere: the merchant gives a discount; above it, return and a new order.',
        zh: '其他地区小瑕疵：商家给予优惠，超出则退货重拍。',
      },
      cites: [stated('afterSales', 158, 158, 'R-270'), neverNothing, discountOnly],
      when: { region: 'other' },
      liability: { payer: 'merchant' },
      limitedTo: 'compensation',
    },
    'FLW-3': {
      title: {
        en: 'A minor flaw in a remote region: the merchant gives a larger discount rather than an exchange; above it, the director decides.',
        zh: '偏远地区小瑕疵：商家以优惠代替退换，超出由总监决定。',
      },
      cites: [stated('afterSales', 156, 156, 'R-269'), neverNothing, discountOnly],
      when: { region: 'remote' },
      liability: { payer: 'merchant' },
      limitedTo: 'compensation',
    },
    'FLW-20': {
      title: {
        en: 'The buyer keeps the goods: no freight moves.',
        zh: '买家留用商品：不涉及运费。',
      },
      cites: [derived('afterSales', 154, 158, ['R-268', 'R-269', 'R-270'], 'A discount sends nothing back.')],
      when: { payer: ['buyer', 'merchant', 'courier', 'nobody'] },
      liability: { freight: { outbound: 'asPaid', return: 'asPaid' } },
    },
    'FLW-30': {
      title: {
        en: 'The discount is a courtesy of the merchant: no recourse.',
        zh: '优惠是商家的心意：无追偿对象。',
      },
      cites: [
        assumed(
          'The guides give the discount for the sake of the rating; nobody else is named.',
          'A-23',
          'R-271',
        ),
      ],
      when: { region: ['jzh', 'other', 'remote'] },
      liability: { recourse: 'none' },
    },
  },
  laws: [
    {
      title: { en: 'A minor flaw never leaves the buyer with nothing.', zh: '小瑕疵不能完全不予处理。' },
      when: {},
      layer: 'payer',
      never: (payer) => payer !== 'merchant',
    },
  ],
});
