import type { FactValue } from '../../domain/facts.ts';
import type { ExceptionType } from '../../guards/rulebooks.ts';
import type { Known } from '../../policy/rulebook.ts';
import { afterSaleRoute } from './after-sale-route.ts';
import { daysAfter, daysBefore, type Happening } from './happening.ts';

/**
 * The events that bring a machine to its assessment with the facts that follow from what happened. Evidence comes
 * afterwards, as one event. `null`: nothing that can happen leads there.
 */
export const routes: Readonly<Record<ExceptionType, (facts: Known) => readonly Happening[] | null>> = {
  refused(facts) {
    const back = refusedAndBack(facts);
    return back && [...back, { type: 'parcel.returned' }];
  },

  damaged({ damageKind, reportedInTime }) {
    const signedAt = reportedInTime === 'no' ? { signedAt: daysBefore(3) } : {};
    const reported = { type: 'damage.reported', ...signedAt };
    if (damageKind === 'leaking') return [{ type: 'leak.found' }, { type: 'goods.secured' }, reported];
    if (damageKind === 'contaminated')
      return [
        { type: 'contamination.found' },
        { type: 'contamination.sourceFound', source: 'ink' },
        reported,
      ];
    return [reported];
  },

  lost(facts) {
    const { lossGround, signedBy, swapCause, way, ...others } = facts;
    if (way !== undefined && way !== 'toBuyer') {
      const back = waysBack[way](others);
      const lost = routes.lost({ lossGround } as Known);
      return back && lost?.[0]?.type === 'loss.reported' ? [...back, ...lost] : null;
    }
    if (swapCause !== undefined)
      return [
        { type: 'swap.suspected' },
        { type: 'swap.foundSigned' },
        { type: 'parcel.retrieved', cost: 800 },
      ];
    switch (lossGround) {
      case 'searchFailed':
        return [
          { type: 'loss.reported' },
          { type: 'goods.described', name: 'vase', packaging: 'carton', value: 5000 },
          { type: 'branchSearch.failed' },
          { type: 'centreSearch.failed' },
        ];
      case 'courierConfirmed':
        return [{ type: 'loss.reported' }, { type: 'loss.confirmed' }];
      case 'lostAtPickup':
        return [{ type: 'pickup.missing' }, { type: 'loss.confirmed' }];
      case 'verificationLapsed':
        return [
          { type: 'tracking.stale', lastUpdateAt: daysBefore(8) },
          { type: 'time passes', days: 4 },
        ];
      case 'signedNotReceived':
        return [{ type: 'receipt.denied', shownSigner: signedBy ?? 'buyer' }];
      default:
        return null;
    }
  },

  misrouted({ holdReason, delayClaim, forceMajeure }) {
    const held: Readonly<Record<string, Happening>> = {
      transitError: { type: 'parcel.misrouted', place: 'Beijing' },
      missorted: { type: 'parcel.missorted' },
      wrongHeading: { type: 'heading.wrong' },
      missedRun: { type: 'sortingRun.missed' },
      heldAtCentre: { type: 'parcel.heldAtCentre' },
      weekend: { type: 'parcel.heldOverWeekend', until: daysAfter(2) },
    };
    const first = held[holdReason ?? 'transitError'];
    return [
      ...(first ? [first] : []),
      ...(delayClaim === 'yes' ? [{ type: 'delay.claimed' }] : []),
      ...(forceMajeure === 'yes' ? [{ type: 'forceMajeure.declared', cause: 'flood' }] : []),
      { type: 'parcel.signed' },
    ];
  },

  overArea({ areaFinding, courierChoice, acceptedOutsideRange, resentAfterReturn }) {
    const weighsSurcharge = areaFinding === undefined;
    if (weighsSurcharge) {
      const proposed = { type: 'transfer.proposed', courier: 'ems', surcharge: 1500 };
      if (resentAfterReturn !== 'yes') return [{ type: 'address.outsideArea' }, proposed];
      return [
        { type: 'address.outsideArea' },
        { type: 'return.agreed' },
        { type: 'parcel.returned' },
        { type: 'facts.established', facts: { courierChoice, acceptedOutsideRange } },
        { type: 'courier.chosen', courier: 'ems', surcharge: 1500 },
      ];
    }
    if (areaFinding === 'atDispatch') return [{ type: 'address.unserviceable' }, { type: 'return.agreed' }];
    return areaFinding === 'atArrival'
      ? [{ type: 'address.outsideArea' }, { type: 'return.agreed' }, { type: 'parcel.returned' }]
      : [
          { type: 'service.suspended', cause: 'snow' },
          { type: 'buyer.declinedToWait' },
          { type: 'parcel.returned' },
        ];
  },

  dropshipReturn({ returnReason, withinReturnWindow }) {
    const signedAt = daysBefore(withinReturnWindow === 'no' ? 8 : 1);
    const requested = { type: 'return.requested', reason: returnReason ?? 'quality', signedAt };
    if (returnReason === 'logistics') return [requested];
    return [
      requested,
      { type: 'supplier.confirmed', returnAddress: 'Warehouse 3' },
      { type: 'return.shipped', waybill: 'R1', freight: 0 },
      { type: 'return.received' },
    ];
  },

  recipient({ recipientTrouble, dataErrorBy }) {
    const trouble: Readonly<Record<string, string>> = {
      dataWrong: 'recipientData.wrong',
      unreachable: 'recipient.unreachable',
      cannotPay: 'recipient.cannotPay',
      timeUnsuitable: 'deliveryTime.unsuitable',
      slowReceiving: 'receiving.slow',
    };
    const type = trouble[recipientTrouble ?? ''];
    if (type === undefined) return null;
    return [{ type }, ...(dataErrorBy ? [established({ dataErrorBy })] : []), { type: 'parcel.returned' }];
  },

  papers({ paperTrouble }) {
    const asked: Readonly<Record<string, Happening>> = {
      codAmount: { type: 'codAmount.changeRequested', amount: 4000 },
      freightTerm: { type: 'freightTerm.changeRequested' },
      weight: { type: 'weight.mismatched' },
      returnDocument: { type: 'returnDocument.changeRequested' },
    };
    if (paperTrouble === 'fee') return [{ type: 'fee.disputed' }, { type: 'fee.itemised' }];
    const change = asked[paperTrouble ?? ''];
    return change ? [change, { type: 'parcel.signed' }] : null;
  },

  standstill({ standstill, delayClaim, customsCause, dutyOwedBy }) {
    if (customsCause !== undefined)
      return [
        { type: 'customs.held' },
        established({ customsCause, dutyOwedBy }),
        { type: 'duty.stated', surcharge: 1500 },
      ];
    if (standstill === 'returning') return [{ type: 'parcel.returning' }, { type: 'parcel.returned' }];
    if (standstill === 'customs') return [{ type: 'customs.held' }, { type: 'parcel.returned' }];
    const late: Readonly<Record<string, Happening>> = {
      noTracking: { type: 'tracking.absent', shippedAt: daysBefore(5) },
      stalled: { type: 'delivery.stalled', trackedSince: daysBefore(20) },
      stuckOut: { type: 'delivery.stuck', outSince: daysBefore(20) },
      notPickedUp: { type: 'pickup.overdue' },
      late: { type: 'delivery.late', shippedAt: daysBefore(30) },
    };
    const first = late[standstill ?? ''];
    if (!first) return null;
    return [first, ...(delayClaim === 'yes' ? [{ type: 'delay.claimed' }] : []), { type: 'parcel.signed' }];
  },

  shippingDuty({ shippingTrouble, excessStated }) {
    if (shippingTrouble === 'outOfStock') return [{ type: 'stock.ranOut' }, { type: 'alternative.declined' }];
    const tooHeavy = [{ type: 'order.overweight', surcharge: 1500 }, established({ excessStated })];
    return shippingTrouble === undefined ? tooHeavy : [...tooHeavy, { type: 'surcharge.refused' }];
  },

  namedOnly({ namedTrouble }) {
    const trouble: Readonly<Record<string, string>> = {
      invoice: 'invoice.missing',
      counterfeit: 'counterfeit.claimed',
      attitude: 'attitude.complained',
      violation: 'violation.reported',
    };
    const type = trouble[namedTrouble ?? ''];
    if (type === undefined) return null;
    const which = namedTrouble === 'violation' ? { violation: 'offlineDeal' } : {};
    return [{ type, ...which }, { type: 'agreement.failed' }];
  },

  afterSale: afterSaleRoute,

  minorFlaw() {
    return [
      { type: 'flaw.reported', flaw: 'stain', signedAt: daysBefore(1) },
      { type: 'discount.offered', amount: 500 },
      { type: 'discount.accepted' },
    ];
  },
};

// Helpers

/** The events that put a parcel on its way back. Only the parcel case leaves them for a loss. */
const waysBack: Readonly<
  Record<Exclude<FactValue<'way'>, 'toBuyer'>, (facts: Known) => readonly Happening[] | null>
> = {
  refused: refusedAndBack,
  sentBack: ({ returnReason = 'quality' }) =>
    returnReason === 'logistics'
      ? null
      : [
          { type: 'return.requested', reason: returnReason },
          { type: 'supplier.confirmed', returnAddress: 'Warehouse 3' },
          { type: 'return.shipped', waybill: 'R1', freight: 0 },
        ],
  outsideArea: () => [{ type: 'address.outsideArea' }, { type: 'return.agreed' }],
  notHandedOver: () => [{ type: 'recipient.unreachable' }, { type: 'return.agreed' }],
  turnedBack: () => [{ type: 'parcel.returning' }, { type: 'time passes', days: 4 }],
};

function refusedAndBack({ refusalReason }: Known): readonly Happening[] | null {
  const back = { type: 'return.agreed' };
  if (refusalReason === undefined) return null;
  if (refusalReason === 'collectFreight') return [{ type: 'collectFreight.refused' }, back];
  if (refusalReason === 'oversize' || refusalReason === 'noIdentity')
    return [{ type: 'delivery.declined', reason: refusalReason }, back];
  return [{ type: 'parcel.refused', reason: refusalReason }, back];
}

function established(facts: Readonly<Record<string, unknown>>): Happening {
  return { type: 'facts.established', facts };
}
