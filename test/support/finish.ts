import type { CaseEventType } from '../../domain/events.ts';
import { after, DAY } from '../../domain/time.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { lapse } from '../../replay/step.ts';
import { likelyEvent } from './likely.ts';
import { goOn, type Trace } from './play.ts';

/** What people would do to bring a case to its end, the most final first; where nothing helps, time passes. */
const steps: readonly CaseEventType[] = [
  'ticket.answered',
  'buyer.notified',
  'decision.accepted',
  'duplicate.waived',
  'refund.paid',
  'refund.cancelled',
  'concession.paid',
  'part.paid',
  'part.bought',
  'replacement.signed',
  'replacement.failed',
  'replacement.shipped',
  'exchange.received',
  'claim.repaid',
  'claim.paid',
  'claim.writtenOff',
  'arbitration.awarded',
  'remedy.refundChosen',
  'remedy.concessionAgreed',
  'refusal.reasonGiven',
  'parcel.returned',
  'return.agreed',
  'return.received',
  'request.rejected',
  'loss.confirmed',
  'transfer.refused',
  'inspection.agreed',
  'contamination.sourceFound',
  'goods.secured',
  'swap.foundUnsigned',
  'retrieval.failed',
  'exchange.refused',
  'service.cleared',
  'discount.offered',
  'discount.refused',
  'order.shipped',
  'judgement.dismissed',
  'appeal.refused',
  'exemption.confirmed',
  'report.accepted',
  'rightsCase.upheld',
  'alternative.declined',
  'agreement.reached',
  'fee.itemised',
  'change.abandoned',
  'customs.released',
];

/** What happens where time alone moves nothing any more: the parcel arrives, or an exception is reported at last. */
const lastResorts: readonly CaseEventType[] = [
  'parcel.signed',
  'damage.reported',
  'parcel.refused',
  'loss.reported',
  'parcel.misrouted',
  'address.outsideArea',
  'return.requested',
  'afterSale.requested',
  'flaw.reported',
  'recipient.unreachable',
  'freightTerm.changeRequested',
  'pickup.overdue',
  'stock.ranOut',
  'invoice.missing',
];

/** Goes on with a life until its case is closed, or nothing moves it any more. */
export function finish(trace: Trace, atMost = 80): Trace {
  let current = trace;
  for (let moves = 0; moves < atMost && current.last.status === 'active'; moves++) {
    const next = move(current, steps) ?? passTime(current) ?? move(current, lastResorts);
    if (!next) break;
    current = next;
  }
  return { ...current, life: { ...current.life, events: current.played.map(({ event }) => event) } };
}

// Helpers

function move(trace: Trace, types: readonly CaseEventType[]): Trace | undefined {
  const context = contextOf(trace.last);
  for (const type of types) {
    const next = goOn(trace, [likelyEvent(type, context.at, 1, { context, asked: [] })]);
    if (JSON.stringify(next.last.value) !== JSON.stringify(trace.last.value)) return next;
  }
  return undefined;
}

function passTime(trace: Trace): Trace | undefined {
  const { snapshot, effects } = lapse(trace.last, after(contextOf(trace.last).at, 60 * DAY));
  return snapshot === trace.last
    ? undefined
    : { ...trace, last: snapshot, effects: [...trace.effects, ...effects] };
}
