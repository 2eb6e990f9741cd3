import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

/** Who bears an order that the merchant does not ship. */
export const shippingDutyRules = rulebook({
  type: 'shippingDuty',
  title: { en: 'Duty to ship', zh: '发货义务' },
  facts: ['shippingTrouble', 'excessStated'],
  articles: {
    'SHP-1': {
      title: {
        en: 'The buyer has paid and the goods are out of stock: the merchant refunds or exchanges.',
        zh: '买家已付款而缺货：商家退款或换货。',
      },
      cites: [
        stated('afterSales', 136, 138, 'R-299'),
        stated('afterSales', 144, 144, 'R-301'),
        stated('workOrder', 49, 49, 'R-311'),
        assumed('The rule of another platform is taken as one for merchants in general.', 'A-52', 'R-298'),
      ],
      when: { shippingTrouble: 'outOfStock' },
      liability: { payer: 'merchant' },
    },
    'SHP-2': {
      title: {
        en: 'Not shipped because the order is too heavy, although the listing promised free shipping: the merchant answers for it.',
        zh: '承诺包邮却因超重不发货：由商家承担。',
      },
      cites: [stated('afterSales', 118, 128, 'R-207')],
      when: { shippingTrouble: 'overweight', excessStated: 'no' },
      liability: { payer: 'merchant' },
    },
    'SHP-3': {
      title: {
        en: 'The listing said that only the first weight is free and the buyer does not pay the excess: the order is refunded.',
        zh: '已注明仅首重包邮而买家不补差价：退款。',
      },
      cites: [
        derived(
          'afterSales',
          130,
          134,
          ['R-208'],
          'Without the excess nothing has to be shipped, and nothing kept.',
        ),
      ],
      when: { shippingTrouble: 'overweight', excessStated: 'yes' },
      liability: { payer: 'merchant' },
    },
    'SHP-20': {
      title: { en: 'Nothing was shipped, so the buyer pays no freight.', zh: '未发货，买家不承担运费。' },
      cites: [derived('afterSales', 136, 138, ['R-299'], 'No goods, no freight.')],
      when: { shippingTrouble: ['outOfStock', 'overweight'] },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'SHP-30': {
      title: {
        en: 'The merchant keeps its own stock and listings: no recourse.',
        zh: '库存与商品页由商家负责：无追偿对象。',
      },
      cites: [derived('afterSales', 140, 140, ['R-300'], 'Delisting is the duty of the merchant.')],
      when: { shippingTrouble: ['outOfStock', 'overweight'] },
      liability: { recourse: 'none' },
    },
    'SHP-40': {
      title: {
        en: 'The listing says that only the first weight is free: the buyer pays the excess.',
        zh: '商品页注明仅首重包邮：超重邮费由买家承担。',
      },
      cites: [stated('afterSales', 130, 134, 'R-208')],
      when: { excessStated: 'yes' },
      liability: { surcharge: 'buyer' },
    },
    'SHP-41': {
      title: {
        en: 'The listing promises free shipping without a limit: the merchant pays the excess.',
        zh: '商品页未注明限制：超重邮费由商家承担。',
      },
      cites: [stated('afterSales', 118, 128, 'R-207')],
      when: { excessStated: 'no' },
      liability: { surcharge: 'merchant' },
    },
  },
  laws: [
    {
      title: {
        en: 'The buyer never pays postage that the listing did not mention.',
        zh: '未注明的邮费不由买家承担。',
      },
      when: { excessStated: 'no' },
      layer: 'surcharge',
      never: (bearer) => bearer === 'buyer',
    },
  ],
});
