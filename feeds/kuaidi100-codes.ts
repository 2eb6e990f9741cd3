import { anyFailure, anyTrouble } from './signals.ts';
import { type CodeTable, level } from './table.ts';

const unknownSigner = {
  en: 'who signed is not said: not the signature of the buyer',
  zh: '未说明签收人，不能视为买家签收',
};
const needsConsent = {
  en: 'whether the recipient agreed to it is not said',
  zh: '未说明收件人是否同意',
};

/** Codes of kuaidi100 (`state`, and `statusCode` of each record with `resultv2=4` or 8). */
export const kuaidi100Codes: CodeTable = {
  provider: 'kuaidi100',
  title: { en: 'kuaidi100', zh: '快递100' },
  source: {
    en: 'base states: the status page of the vendor (excerpt) and its Java demo; advanced states: six public copies that agree',
    zh: '基础状态：官方状态说明页（节选）与官方 Java 示例；高级状态：六份一致的公开代码',
  },
  rows: [
    ...level('base', [
      ['0', '在途', 'in transit', 'inTransit'],
      ['1', '揽收', 'picked up', 'pickedUp'],
      ['2', '疑难', 'problem', null, anyTrouble],
      ['3', '签收', 'signed', 'signed', [], unknownSigner],
      ['4', '退签', 'return signed', 'returned'],
      ['5', '派件', 'out for delivery', 'outForDelivery'],
      ['6', '退回', 'returning', 'returning'],
      ['7', '转投', 'passed to another courier', 'transferred', ['outsideArea']],
      ['8', '清关', 'customs', 'customs'],
      ['10', '待清关', 'waiting for customs', 'customs'],
      ['11', '清关中', 'in customs', 'customs'],
      ['12', '已清关', 'customs cleared', 'customsReleased'],
      ['13', '清关异常', 'customs problem', 'customsHeld'],
      [
        '14',
        '拒签',
        'refused',
        'refused',
        ['returned'],
        {
          en: 'older text: refused; newer text: refused and already signed for by the sender',
          zh: '旧文档：收件人拒签；新文档：拒签且寄件人已签收退件',
        },
      ],
    ]),
    ...level('advanced', [
      ['101', '已下单', 'ordered', 'ordered'],
      ['102', '待揽收', 'waiting for pickup', 'awaitingPickup'],
      ['103', '已揽收', 'picked up', 'pickedUp'],
      ['1001', '到达派件城市', 'in the city of delivery', 'arrivedInCity'],
      ['1002', '干线', 'line haul', 'inTransit'],
      [
        '1003',
        '转递',
        'sent on to a new address',
        'rerouted',
        ['misrouted'],
        { en: 'a change of address, or the repair of a mis-sort', zh: '可能是改址，也可能是错分后的纠正' },
      ],
      ['501', '投柜或驿站', 'at a locker or station', 'atPickupPoint', [], needsConsent],
      ['301', '本人签收', 'signed by the recipient', 'signedByBuyer'],
      ['302', '派件异常后签收', 'signed after a failed attempt', 'signed', [], unknownSigner],
      ['303', '代签', 'signed by somebody else', 'signedByProxy', ['lost', 'damaged'], needsConsent],
      [
        '304',
        '投柜或站签收',
        'signed at a locker or station',
        null,
        ['atPickupPoint', 'collected'],
        {
          en: 'older text: locker or station signed for it; newer text: the recipient took it out',
          zh: '旧文档：柜或站代为签收；新文档：收件人已取出',
        },
      ],
      ['401', '已销单', 'cancelled', 'cancelled'],
      ['201', '超时未签收', 'not signed in time', 'late', ['lost']],
      ['202', '超时未更新', 'no update in time', 'standingStill', ['lost']],
      ['203', '拒收', 'refused', 'refused'],
      ['204', '派件异常', 'delivery problem', 'attemptFailed', anyFailure],
      ['205', '柜或驿站超时未取', 'not collected in time', 'notCollected'],
      ['206', '无法联系', 'recipient not reached', 'unreachable'],
      ['207', '超区', 'outside the delivery area', 'outsideArea'],
      ['208', '滞留', 'retained', null, ['held', 'missorted', 'wrongHeading', 'missedRun']],
      ['209', '破损', 'damaged', 'damaged'],
      ['210', '销单', 'cancelled by the sender', 'cancelled'],
    ]),
    ...level('status', [
      [
        'abort',
        '监控中止',
        'monitoring ended',
        null,
        ['notPickedUp', 'standingStill'],
        { en: 'no record for 3 days, or no change for 60 days', zh: '3 天查无记录或 60 天无变化' },
      ],
    ]),
  ],
};
