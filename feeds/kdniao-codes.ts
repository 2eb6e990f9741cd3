import { anyFailure, anyTrouble } from './signals.ts';
import { type CodeTable, level } from './table.ts';

const notKuaidi100 = { en: 'means something else at kuaidi100', zh: '与快递100 同号不同义' };
const newer = { en: 'in newer tables only', zh: '仅见于较新的状态表' };

/** Codes of kdniao (`State`, and `StateEx` or `Action` of each trace). */
export const kdniaoCodes: CodeTable = {
  provider: 'kdniao',
  title: { en: 'kdniao', zh: '快递鸟' },
  source: {
    en: 'the push interface page of the vendor (copy) and several public copies of the extended states',
    zh: '官方推送接口说明（转载）与多份公开的增值状态表',
  },
  rows: [
    ...level('State', [
      ['0', '暂无轨迹', 'no record', 'noRecord'],
      ['1', '已揽收', 'picked up', 'pickedUp'],
      ['2', '在途中', 'in transit', 'inTransit'],
      ['3', '签收', 'signed', 'signed', [], { en: 'who signed is not said', zh: '未说明签收人' }],
      ['4', '问题件', 'problem', null, anyTrouble],
      ['5', '转寄', 'sent on', 'rerouted', ['misrouted', 'outsideArea'], newer],
      ['6', '清关', 'customs', 'customs', [], newer],
    ]),
    ...level('StateEx', [
      ['10', '待揽件', 'waiting for pickup', 'awaitingPickup'],
      ['201', '到达派件城市', 'in the city of delivery', 'arrivedInCity', [], notKuaidi100],
      ['202', '派件中', 'out for delivery', 'outForDelivery', [], notKuaidi100],
      ['204', '到达转运中心', 'at a transfer centre', 'inTransit', [], notKuaidi100],
      ['205', '到达派件网点', 'at the delivering branch', 'arrivedInCity', [], notKuaidi100],
      ['206', '寄件网点发件', 'left the sending branch', 'inTransit', [], notKuaidi100],
      ['211', '已放入快递柜或驿站', 'at a locker or station', 'atPickupPoint'],
      ['301', '正常签收', 'signed', 'signed', [], { en: 'who signed is not said', zh: '未说明签收人' }],
      ['302', '异常后最终签收', 'signed after a problem', 'signed'],
      ['304', '代收签收', 'signed by somebody else', 'signedByProxy', ['lost', 'damaged'], notKuaidi100],
      [
        '311',
        '快递柜或驿站签收',
        'signed at a locker or station',
        null,
        ['atPickupPoint', 'collected'],
        { en: 'one table says signed there, another taken out', zh: '一说柜站签收，一说已取出' },
      ],
      ['401', '发货无信息', 'shipped without a scan', 'notPickedUp', ['lostAtPickup'], notKuaidi100],
      ['402', '超时未签收', 'not signed in time', 'late', ['lost']],
      ['403', '超时未更新', 'no update in time', 'standingStill', ['lost']],
      ['404', '拒收(退件)', 'refused', 'refused'],
      ['405', '派件异常', 'delivery problem', 'attemptFailed', anyFailure],
      ['406', '退货签收', 'return signed', 'returned'],
      ['407', '退货未签收', 'return under way', 'returning'],
      ['412', '快递柜或驿站超时未取', 'not collected in time', 'notCollected'],
      ['413', '单号已拦截', 'intercepted', 'intercepted', ['returning'], newer],
      ['414', '破损', 'damaged', 'damaged', [], newer],
      ['415', '客户取消发货', 'shipment cancelled', 'cancelled', [], newer],
      ['416', '无法联系', 'recipient not reached', 'unreachable', [], newer],
      ['417', '配送延迟', 'delivery delayed', 'delayed', [], newer],
      [
        '418',
        '快件取出',
        'parcel taken out',
        null,
        ['collected', 'returning'],
        { en: 'by the recipient, or by the courier', zh: '可能由收件人或快递员取出' },
      ],
      ['419', '重新派送', 'delivered once more', 'rescheduled', [], newer],
      ['420', '收货地址不详细', 'address incomplete', 'dataWrong', [], newer],
      ['421', '收件人电话错误', 'phone number wrong', 'dataWrong', [], newer],
      ['422', '错分件', 'mis-sorted', 'missorted', [], newer],
      ['423', '超区件', 'outside the delivery area', 'outsideArea', [], newer],
      ['601', '待清关', 'waiting for customs', 'customs', [], newer],
      ['602', '清关中', 'in customs', 'customs', [], newer],
      ['603', '已清关', 'customs cleared', 'customsReleased', [], newer],
      ['604', '清关异常', 'customs problem', 'customsHeld', [], newer],
    ]),
  ],
};
