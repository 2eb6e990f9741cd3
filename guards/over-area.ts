import { assumed, derived, stated } from '../policy/citation.ts';
import { rulebook } from '../policy/rulebook.ts';

/** Who bears the cost of an address the courier does not serve. */
export const overAreaRules = rulebook({
  type: 'overArea',
  title: { en: 'Over-area', zh: '超区' },
  facts: ['areaFinding', 'resentAfterReturn', 'courierChoice', 'acceptedOutsideRange'],
  impossible: [
    {
      when: { areaFinding: 'atDispatch', resentAfterReturn: 'yes' },
      because: 'At dispatch the parcel has not left yet, so nothing can have come back.',
    },
  ],
  articles: {
    'OVA-1': {
      title: {
        en: 'The parcel could not be delivered to the address: the merchant refunds the buyer or sends it another way.',
        zh: '包裹无法派送到该地址：商家退款或改用其他方式重发。',
      },
      cites: [
        stated('courier', 235, 235, 'R-156'),
        stated('afterSales', 192, 192, 'R-164', 'R-165'),
        stated('afterSales', 274, 274, 'R-161'),
      ],
      when: { areaFinding: ['atArrival', 'suspended', 'atDispatch'] },
      liability: { payer: 'merchant' },
    },

    // Freight of a parcel that had to come back
    'OVA-20': {
      title: {
        en: 'The courier accepted a parcel outside its range: it bears both freights.',
        zh: '快递超范围收件：往返运费由快递承担。',
      },
      cites: [assumed('By cause, as for the surcharge.', 'A-09', 'R-156')],
      when: {
        areaFinding: ['atArrival', 'atDispatch'],
        courierChoice: ['merchantChecked', 'merchantUnchecked'],
        acceptedOutsideRange: 'yes',
      },
      liability: { freight: { outbound: 'courier', return: 'courier' } },
    },
    'OVA-21': {
      title: {
        en: 'The buyer wished a courier that does not serve the address: the buyer bears both freights.',
        zh: '买家指定的快递不到该地址：往返运费由买家承担。',
      },
      cites: [assumed('By cause, as for the surcharge.', 'A-09', 'R-162')],
      when: { areaFinding: ['atArrival', 'atDispatch'], courierChoice: 'buyersWish' },
      liability: { freight: { outbound: 'buyer', return: 'buyer' } },
    },
    'OVA-22': {
      title: {
        en: 'The merchant chose the courier: the merchant bears both freights.',
        zh: '快递由商家选定：往返运费由商家承担。',
      },
      cites: [assumed('By cause, as for the surcharge.', 'A-09', 'R-156')],
      when: {
        areaFinding: ['atArrival', 'atDispatch'],
        courierChoice: ['merchantChecked', 'merchantUnchecked'],
        acceptedOutsideRange: 'no',
      },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },
    'OVA-23': {
      title: {
        en: 'The local service was suspended and the buyer did not want to wait: the merchant bears both freights.',
        zh: '网点停运且买家不愿等待：往返运费由商家承担。',
      },
      cites: [
        assumed('Nobody is at fault; the buyer owes nothing for goods that never came.', 'A-16', 'R-161'),
        assumed(
          'The condition before the return was lost in the text; not waiting is the only candidate.',
          'A-15',
        ),
      ],
      when: { areaFinding: 'suspended' },
      liability: { freight: { outbound: 'merchant', return: 'merchant' } },
    },

    // Recourse
    'OVA-30': {
      title: {
        en: 'The courier accepted a parcel outside its range: the merchant claims from it.',
        zh: '快递超范围收件：商家向快递追偿。',
      },
      cites: [assumed('By cause, as for the surcharge.', 'A-09')],
      when: {
        areaFinding: ['atArrival', 'atDispatch'],
        courierChoice: ['merchantChecked', 'merchantUnchecked'],
        acceptedOutsideRange: 'yes',
      },
      liability: { recourse: 'courier' },
      limitedTo: 'freight',
    },
    'OVA-31': {
      title: {
        en: 'The courier was not at fault: no recourse.',
        zh: '快递无过错：无追偿对象。',
      },
      cites: [derived('courier', 230, 235, ['R-150', 'R-156'], 'The guide names no fault of the courier.')],
      when: [
        { areaFinding: 'suspended' },
        { areaFinding: ['atArrival', 'atDispatch'], courierChoice: 'buyersWish' },
        { areaFinding: ['atArrival', 'atDispatch'], acceptedOutsideRange: 'no' },
      ],
      liability: { recourse: 'none' },
    },

    // Surcharge for another courier, an additional delivery fee or a price difference
    'OVA-40': {
      title: {
        en: 'Sent again after a return of its own making: the merchant bears the additional cost.',
        zh: '退回后重发：附加费由商家承担。',
      },
      cites: [assumed('The merchant pays when it resends after a return.', 'A-09', 'R-161')],
      when: { resentAfterReturn: 'yes' },
      liability: { surcharge: 'merchant' },
      exceptionTo: ['OVA-41', 'OVA-42', 'OVA-43', 'OVA-44'],
    },
    'OVA-41': {
      title: {
        en: 'The buyer wishes that courier: the buyer bears the additional cost, once consent is recorded.',
        zh: '买家指定该快递：经记录同意后附加费由买家承担。',
      },
      cites: [
        derived('afterSales', 192, 192, ['R-163'], 'The buyer is the only one the line speaks of.'),
        assumed('The only text with a bearer implies the buyer.', 'A-09'),
      ],
      when: { courierChoice: 'buyersWish' },
      liability: { surcharge: 'buyer' },
    },
    'OVA-42': {
      title: {
        en: 'The courier accepted a parcel outside its published range: the courier bears the additional cost.',
        zh: '快递超出公布范围收件：附加费由快递承担。',
      },
      cites: [assumed('The courier pays for what it should not have accepted.', 'A-09', 'R-152', 'R-153')],
      when: { courierChoice: ['merchantChecked', 'merchantUnchecked'], acceptedOutsideRange: 'yes' },
      liability: { surcharge: 'courier' },
    },
    'OVA-43': {
      title: {
        en: 'The merchant chose the courier without checking its range: the merchant bears the additional cost.',
        zh: '商家未查派送范围：附加费由商家承担。',
      },
      cites: [assumed('The merchant pays when it chose without looking.', 'A-09', 'R-152', 'R-153')],
      when: { courierChoice: 'merchantUnchecked', acceptedOutsideRange: 'no' },
      liability: { surcharge: 'merchant' },
    },
    'OVA-44': {
      title: {
        en: 'The merchant checked and no ordinary courier serves the address: the buyer makes up the difference, once consent is recorded.',
        zh: '商家已查询且普通快递均不到：经记录同意后由买家补差价。',
      },
      cites: [
        derived('afterSales', 192, 192, ['R-163'], 'The buyer is the only one the line speaks of.'),
        assumed('Default of the only text with a bearer.', 'A-09'),
      ],
      when: { courierChoice: 'merchantChecked', acceptedOutsideRange: 'no' },
      liability: { surcharge: 'buyer' },
    },
  },
  laws: [
    {
      title: {
        en: 'The buyer pays no freight for a courier the merchant did not check.',
        zh: '商家未查范围时买家不承担运费。',
      },
      when: { courierChoice: 'merchantUnchecked' },
      layer: 'freight',
      never: (freight) =>
        typeof freight === 'object' && (freight.outbound === 'buyer' || freight.return === 'buyer'),
    },
    {
      title: { en: 'A suspended service is never charged to the courier.', zh: '停运不向快递追偿。' },
      when: { areaFinding: 'suspended' },
      layer: 'recourse',
      never: (recourse) => recourse === 'courier',
    },
  ],
});
