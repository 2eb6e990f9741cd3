import type { CaseEventType } from '../domain/events.ts';
import type { EvidenceName } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';

/**
 * What a report says, in one vocabulary for all providers. A signal is a suspicion, never a finding: it names the events
 * it may become and the facts it leaves open.
 */
export interface SignalDefinition {
  readonly title: Text;
  /**
   * `progress`: the parcel moves; `trouble`: something is wrong; `handover`: somebody took the parcel; `notice`: nothing
   * about where it is.
   */
  readonly kind: 'progress' | 'trouble' | 'handover' | 'notice';
  /** Who has the parcel afterwards; `null`: the report does not say. */
  readonly leaves: 'courier' | 'recipient' | 'sender' | null;
  /** Events of a case it may become: the first that the case takes. None: it stays evidence. */
  readonly becomes: readonly CaseEventType[];
  /** Facts it cannot know, which somebody must be asked for. */
  readonly asks: readonly EvidenceName[];
}

type Becomes = readonly CaseEventType[];
type Asks = readonly EvidenceName[];

const notice = (en: string, zh: string, becomes: Becomes = []) =>
  ({ title: { en, zh }, kind: 'notice', leaves: null, becomes, asks: [] }) as const;
const progress = (en: string, zh: string, becomes: Becomes = [], asks: Asks = []) =>
  ({ title: { en, zh }, kind: 'progress', leaves: 'courier', becomes, asks }) as const;
const trouble = (en: string, zh: string, becomes: Becomes = [], asks: Asks = []) =>
  ({ title: { en, zh }, kind: 'trouble', leaves: 'courier', becomes, asks }) as const;
const handover = (
  en: string,
  zh: string,
  leaves: 'recipient' | 'sender',
  becomes: Becomes = [],
  asks: Asks = [],
) => ({ title: { en, zh }, kind: 'handover', leaves, becomes, asks }) as const;

/** Every signal, in the order in which a parcel meets them: it orders reports of the same instant. */
const signals = {
  // Nothing about where the parcel is
  noRecord: notice('the provider has no record', '暂无轨迹'),
  ordered: notice('the shipment was announced', '已下单'),
  awaitingPickup: notice('waiting for pickup', '待揽收'),
  cancelled: notice('the shipment was cancelled', '已销单'),
  news: notice('a notice without news of the parcel', '通知'),

  // The parcel moves
  pickedUp: progress('picked up', '已揽收', ['pickup.done']),
  inTransit: progress('in transit', '运输中'),
  customs: progress('in customs clearance', '清关中'),
  customsReleased: progress('released by customs', '已清关', ['customs.released']),
  rerouted: progress('sent on to another address', '改址转寄'),
  transferred: progress('handed to another courier', '转其他快递'),
  arrivedInCity: progress('in the city of the recipient', '到达派件城市'),
  solved: progress('an earlier problem is solved', '异常已解除'),
  rescheduled: progress('another delivery is arranged', '另约派送'),
  outForDelivery: progress('out for delivery', '派件中', ['parcel.outForDelivery']),
  atPickupPoint: progress(
    'left at a locker or station',
    '已放入快递柜或驿站',
    [],
    ['contactProof', 'consentProof'],
  ),

  // Something is wrong
  notPickedUp: { ...trouble('shipped, but never scanned', '发货后无揽收', ['pickup.overdue']), leaves: null },
  lostAtPickup: { ...trouble('lost at pickup', '揽收丢失', ['pickup.missing']), leaves: null },
  standingStill: { ...trouble('no update for long', '长时间未更新', ['tracking.stale']), leaves: null },
  late: {
    ...trouble('not signed for in time', '超时未签收', [
      'delivery.stuck',
      'delivery.stalled',
      'delivery.late',
    ]),
    leaves: null,
  },
  delayed: { ...trouble('delayed', '延误', ['delivery.late']), leaves: null },
  forceMajeure: {
    ...trouble('stopped by force majeure', '不可抗力', ['forceMajeure.declared']),
    leaves: null,
  },
  customsHeld: trouble('held by customs', '海关扣留', ['customs.held'], ['customsCause']),
  held: trouble('held at a centre or station', '留仓', ['parcel.heldAtCentre']),
  missorted: trouble('mis-sorted', '错分', ['parcel.missorted']),
  wrongHeading: trouble('a wrong heading on the parcel', '抬头错误', ['heading.wrong']),
  missedRun: trouble('missed the sorting run', '未赶上分拨', ['sortingRun.missed']),
  misrouted: trouble('sent to a wrong place', '错派', ['parcel.misrouted']),
  outsideArea: trouble(
    'outside the delivery area',
    '超区',
    ['address.outsideArea'],
    ['courierChoice', 'acceptedOutsideRange'],
  ),
  declined: trouble('the carrier will not carry or deliver it', '快递拒绝承运或派送'),
  dataWrong: trouble(
    'name, phone or address are wrong',
    '收件信息有误',
    ['recipientData.wrong'],
    ['dataErrorBy'],
  ),
  unreachable: trouble('recipient absent or not reached', '联系不上收件人', ['recipient.unreachable']),
  cannotPay: trouble('the recipient did not pay', '收件人未付款', ['recipient.cannotPay']),
  noIdentity: trouble('the recipient showed no valid identity', '收件人无有效证件', ['delivery.declined']),
  attemptFailed: trouble('a delivery attempt failed', '派送未成功', ['delivery.failed']),
  notCollected: trouble('not collected in time', '逾期未取件'),
  refused: trouble('refused by the recipient', '收件人拒收', ['parcel.refused'], ['refusalReason']),
  damaged: {
    ...trouble('damaged', '破损', ['damage.warned'], ['damageProof', 'damageExtent', 'damageCause']),
    leaves: null,
  },
  lost: trouble('lost', '丢失', ['loss.reported']),
  intercepted: trouble('stopped on the way', '已拦截'),
  returning: trouble('on the way back', '退回途中', ['parcel.returning']),

  // Somebody took the parcel
  signed: handover('signed for, by whom is not said', '已签收，签收人不明', 'recipient', [], ['signedBy']),
  partDelivered: handover('delivered in part', '部分签收', 'recipient', [], ['signedBy']),
  signedByProxy: handover(
    'signed for by somebody else',
    '他人代签',
    'recipient',
    [],
    ['signedBy', 'contactProof', 'consentProof'],
  ),
  collected: handover('taken from locker or station', '已取件', 'recipient', ['parcel.collected']),
  signedByBuyer: handover('signed for by the recipient', '本人签收', 'recipient', ['parcel.signed']),
  returned: handover('back with the sender', '已退回寄件人', 'sender', ['parcel.returned']),
} as const satisfies Readonly<Record<string, SignalDefinition>>;

/** The name of a signal. */
export type SignalName = keyof typeof signals;

/** The catalogue, with every entry seen as a definition. */
export const signalCatalogue: Readonly<Record<SignalName, SignalDefinition>> = signals;

/** The names of all signals, in the order of the catalogue. */
export const signalNames = Object.keys(signals) as SignalName[];

/** What a report may mean that only says that something is wrong. */
export const anyTrouble = [
  'unreachable',
  'refused',
  'damaged',
  'lost',
  'outsideArea',
  'missorted',
  'standingStill',
] as const satisfies readonly SignalName[];

/** What a failed delivery may mean. */
export const anyFailure = [
  'unreachable',
  'refused',
  'dataWrong',
  'outsideArea',
] as const satisfies readonly SignalName[];
