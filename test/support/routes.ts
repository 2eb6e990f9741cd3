import type { ExceptionType } from '../../guards/rulebooks.ts';
import type { Known } from '../../policy/rulebook.ts';

/** An event without its time. */
export type Happening = Readonly<Record<string, unknown>> & { readonly type: string };

const day = 86_400_000;
/** The opening instant of every driven case, in milliseconds. */
export const opening = Date.UTC(2026, 2, 2, 9);
const daysBefore = (days: number) => new Date(opening - days * day).toISOString();

/** The report window that the driven cases set, so that a report can be late. */
export const reportWindow = 2 * day;

/**
 * The events that bring a machine to its assessment with the facts that follow from what happened. Evidence comes
 * afterwards, as one event. `null`: nothing that can happen leads there.
 */
export const routes: Readonly<Record<ExceptionType, (facts: Known) => readonly Happening[] | null>> = {
  refused({ refusalReason }) {
    const back: Happening[] = [{ type: 'return.agreed' }, { type: 'parcel.returned' }];
    if (refusalReason === undefined) return null;
    if (refusalReason === 'collectFreight') return [{ type: 'collectFreight.refused' }, ...back];
    if (refusalReason === 'oversize' || refusalReason === 'noIdentity')
      return [{ type: 'delivery.declined', reason: refusalReason }, ...back];
    return [{ type: 'parcel.refused', reason: refusalReason }, ...back];
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

  lost({ lossGround, signedBy, swapCause }) {
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
      weekend: { type: 'parcel.heldOverWeekend', until: new Date(opening + 2 * day).toISOString() },
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
  afterSale: () => null,
  minorFlaw: () => null,
  recipient: () => null,
  papers: () => null,
  standstill: () => null,
  shippingDuty: () => null,
  namedOnly: () => null,
};
