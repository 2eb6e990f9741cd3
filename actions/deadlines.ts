import type { Deadline, DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { Party } from '../domain/parties.ts';
import { after, isBefore } from '../domain/time.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';

/** Which deadline starts, who must act, and from when it counts if not from now. */
export interface DeadlineStart {
  readonly id: Exclude<
    DeadlineName,
    'receipt' | 'nextWorkingDay' | 'countdownAlert' | 'newDate' | 'trackingStart'
  >;
  readonly mustAct: Party;
  readonly since?: 'lastTracking';
}

/** A deadline of the length of its parameter starts to run. */
export function startDeadline(
  { deadlines, policy, lastTrackingAt }: CaseContext,
  event: MachineEvent,
  { id, mustAct, since }: DeadlineStart,
): Partial<CaseContext> {
  const from = since === 'lastTracking' && lastTrackingAt !== null ? lastTrackingAt : event.at;
  return { deadlines: [...without(deadlines, id), deadline(id, from, after(from, policy[id]), mustAct)] };
}

/** A deadline whose end an event names starts to run. */
export function startDeadlineUntil(
  { deadlines }: CaseContext,
  event: MachineEvent,
  { id, mustAct }: { id: 'receipt' | 'nextWorkingDay'; mustAct: Party },
): Partial<CaseContext> {
  const { until } = event as CaseEvent<'receipt.extended'>;
  return { deadlines: [...without(deadlines, id), deadline(id, event.at, until, mustAct)] };
}

/** The alert of the refund countdown starts to run: it lapses as long before the countdown as its parameter says. */
export function startCountdownAlert(
  { deadlines, policy }: CaseContext,
  event: MachineEvent,
): Partial<CaseContext> {
  const wait = Math.max(0, policy.refundCountdown - policy.countdownAlert);
  const alert = deadline('countdownAlert', event.at, after(event.at, wait), 'merchant');
  return { deadlines: [...without(deadlines, 'countdownAlert'), alert] };
}

/**
 * How long tracking may be absent starts to run, counted from the shipment. However long ago that was, the warehouse
 * has the time that every merchant has to answer.
 */
export function startTrackingStart(
  { deadlines, policy }: CaseContext,
  event: MachineEvent,
): Partial<CaseContext> {
  const { shippedAt, at } = event as CaseEvent<'tracking.absent'>;
  const [tracked, answered] = [after(shippedAt, policy.trackingStart), after(at, policy.merchantReply)];
  const dueAt = isBefore(tracked, answered) ? answered : tracked;
  return {
    deadlines: [
      ...without(deadlines, 'trackingStart'),
      deadline('trackingStart', shippedAt, dueAt, 'merchant'),
    ],
  };
}

/** The date the warehouse named starts to count. */
export function startNewDate({ deadlines }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { shipsAt } = event as CaseEvent<'warehouse.answered'>;
  return {
    deadlines: [...without(deadlines, 'newDate'), deadline('newDate', event.at, shipsAt, 'merchant')],
  };
}

/** A deadline no longer runs. */
export function stopDeadline({ deadlines }: CaseContext, { id }: { id: DeadlineName }): Partial<CaseContext> {
  return { deadlines: without(deadlines, id) };
}

// Helpers

function deadline(id: DeadlineName, from: string, dueAt: string, mustAct: Party): Deadline {
  return { id, from, dueAt, lapses: `${id}.lapsed`, mustAct };
}

function without(deadlines: readonly Deadline[], id: DeadlineName): Deadline[] {
  return deadlines.filter((running) => running.id !== id);
}
