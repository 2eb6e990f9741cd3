import { anyFailure, anyTrouble } from './signals.ts';
import { type CodeTable, level } from './table.ts';

const unknownSigner = { en: 'who signed is not said', zh: '未说明签收人' };

/** Codes of TrackingMore v4 (`delivery_status` and `substatus`). */
export const trackingmoreCodes: CodeTable = {
  provider: 'trackingmore',
  title: { en: 'TrackingMore', zh: 'TrackingMore' },
  source: {
    en: 'public copies of the status pages of the vendor, in English and in Chinese',
    zh: '官方状态说明页的公开副本（中英文）',
  },
  rows: [
    ...level('delivery_status', [
      ['pending', '查询中', 'pending', 'noRecord'],
      ['notfound', '查询不到', 'not found', 'noRecord'],
      ['inforeceived', '收到信息', 'info received', 'ordered'],
      ['transit', '运输途中', 'in transit', 'inTransit'],
      [
        'pickup',
        '到达待取或派送中',
        'out for delivery',
        'outForDelivery',
        [],
        { en: 'out for delivery, or waiting to be collected', zh: '派送中或待自提' },
      ],
      ['delivered', '成功签收', 'delivered', 'signed', [], unknownSigner],
      ['undelivered', '投递失败', 'undelivered', 'attemptFailed', anyFailure],
      ['exception', '可能异常', 'exception', null, anyTrouble],
      [
        'expired',
        '运输过久',
        'expired',
        'standingStill',
        ['lost'],
        { en: '30 days for express, 60 for post', zh: '快递 30 天，邮政 60 天' },
      ],
    ]),
    ...level('substatus', [
      ['notfound001', '仅有下单信息', 'info only', 'ordered'],
      ['notfound002', '无信息', 'nothing', 'noRecord'],
      ['transit001', '运输途中', 'on the way', 'inTransit'],
      ['transit002', '到达分拣中心', 'at a sorting centre', 'inTransit'],
      ['transit003', '到达派送网点', 'at the delivering station', 'arrivedInCity'],
      ['transit004', '到达目的国', 'in the country of destination', 'arrivedInCity'],
      ['transit005', '清关完成', 'customs completed', 'customsReleased'],
      ['delivered001', '已送达', 'delivered', 'signed', [], unknownSigner],
      ['delivered002', '客户已自提', 'picked up by the customer', 'collected'],
      ['delivered003', '客户已签收', 'signed by the customer', 'signedByBuyer'],
      [
        'delivered004',
        '放门口、邻居、柜或门卫',
        'left at the door or with a neighbour',
        'signedByProxy',
        ['lost', 'damaged'],
        { en: 'the English and the Chinese text differ', zh: '中英文说明不一致' },
      ],
      ['exception004', '逾期未取件', 'unclaimed', 'notCollected'],
      ['exception005', '其他异常', 'other exception', null, anyTrouble],
      ['exception006', '海关扣留', 'held by customs', 'customsHeld'],
      [
        'exception007',
        '破损（英文含丢失、销毁）',
        'damaged, lost or discarded',
        null,
        ['damaged', 'lost'],
        {
          en: 'the English text names damage and loss, the Chinese only damage',
          zh: '英文含破损与丢失，中文仅破损',
        },
      ],
      ['exception008', '揽收前取消', 'cancelled before pickup', 'cancelled'],
      ['exception009', '收件人拒收', 'refused by the recipient', 'refused'],
      ['exception010', '已退回', 'returned', 'returned'],
      ['exception011', '退回途中', 'returning', 'returning'],
    ]),
  ],
};
