import type { SignalName } from './signals.ts';

/** Words of carriers and what they suggest. The first that fit count, so the more specific stand first. */
const patterns: readonly (readonly [RegExp, SignalName])[] = [
  // Chinese
  [/退(回|件|货).{0,6}签收|返回.{0,6}签收/, 'returned'],
  [/(取(货|件|餐)码.{0,4}(签收|取件|取出)|已(自提|取走|取出)|取件成功)/, 'collected'],
  [
    /(驿站|快递柜|丰巢|自提(柜|点)|代收点|便利店).{0,30}(取件|领取|暂存|代收|存放|放入|投递)/,
    'atPickupPoint',
  ],
  [/(已|放|存|投).{0,6}(至|入|到|在).{0,30}(驿站|快递柜|丰巢|自提(柜|点)|代收点)/, 'atPickupPoint'],
  [/(代签|代收).{0,12}签收|签收.{0,20}(代收|门卫|前台|家人|邻居|同事|物业)|已代签/, 'signedByProxy'],
  [/拒(绝签)?收|拒签/, 'refused'],
  [/破损|损坏|漏液/, 'damaged'],
  [/丢失|遗失/, 'lost'],
  [/超区|超出.{0,6}(派送|服务)范围/, 'outsideArea'],
  [/错分|分拣(错误|差错)/, 'missorted'],
  [/错派/, 'misrouted'],
  [/无法联系|联系不上|无人接听|电话.{0,8}(关机|停机|空号)|不在家/, 'unreachable'],
  [/地址(不详|错误|有误|不清)|电话(错误|有误)/, 'dataWrong'],
  [/退(回|件|货)(中|途中|寄件)|正在退/, 'returning'],
  [/本人签收|签收人.{0,6}本人/, 'signedByBuyer'],
  [/未.{0,2}签收|派送(不成功|失败|未成功)|投递(不成功|失败)/, 'attemptFailed'],
  [/签收|妥投/, 'signed'],
  [/派送|派件/, 'outForDelivery'],
  [/揽(收|件)|收(取|到)快件|已收件/, 'pickedUp'],
  [/清关|海关/, 'customs'],
  [/到达|到站|已收入|已发往|发往|离开|已发出|中转|运输/, 'inTransit'],

  // English
  [/signature image|proof of delivery/i, 'news'],
  [/returned to (the )?(sender|shipper)/i, 'returned'],
  [/return(ing)? to (the )?(sender|shipper)/i, 'returning'],
  [/refused|rejected by (the )?(recipient|customer|consignee)/i, 'refused'],
  [/damage/i, 'damaged'],
  [/\blost\b|cannot be located/i, 'lost'],
  [/outside .{0,20}(service|delivery) area/i, 'outsideArea'],
  [/mis-?sort/i, 'missorted'],
  [/mis-?route/i, 'misrouted'],
  [/address(ing)? error|(incorrect|insufficient|wrong|bad|incomplete) address/i, 'dataWrong'],
  [
    /(customer|recipient|addressee) (was |is )?(not |un)available|(nobody|no one) (was )?(home|at home|available)|business closed/i,
    'unreachable',
  ],
  [/(collected|picked up) by (the )?(customer|recipient)|delivered to recipient at/i, 'collected'],
  [/not delivered|undeliver|unsuccessful|delivery (exception|attempt)|attempted delivery/i, 'attemptFailed'],
  [/redirect|reschedul|delivery option requested/i, 'rescheduled'],
  [
    /pick-?up at|held at|available for (recipient )?pick-?up|ready for (collection|pick-?up)|tendered at/i,
    'atPickupPoint',
  ],
  [/on hold|\bheld\b/i, 'held'],
  [/out for delivery|vehicle for delivery|with delivery courier/i, 'outForDelivery'],
  [/delivered to (a |the )?(neighbou?r|reception|front desk|mail ?room)/i, 'signedByProxy'],
  [/delivered/i, 'signed'],
  [/customs|clearance/i, 'customs'],
  [/(order|shipment|billing|shipping) information|label created|electronic.*received/i, 'ordered'],
  [/picked up|origin scan|acceptance|\bposted\b|objeto postado/i, 'pickedUp'],
  [/delay/i, 'delayed'],
  [/arriv|depart|\bleft\b|transit|processed|at (local|destination)/i, 'inTransit'],
];

/** What the words of a carrier suggest; `null` if nothing. Weaker than a code: it never opens an exception by itself. */
export function signalOfWords(text: string): SignalName | null {
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
