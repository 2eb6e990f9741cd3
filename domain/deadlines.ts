import type { Party } from './parties.ts';

/** The deadlines a case can run, each the name of a parameter or of a date given by an event. */
export const deadlineNames = [
  'evidence',
  'retention',
  'search',
  'staleTracking',
  'courierVerification',
  'buyerChoice',
  'courierReply',
  'supplierReply',
  'nextWorkingDay',
  'ticketReply',
  'receipt',
  'correction',
  'urgeTicket',
  'alternativeShipment',
  'newDate',
  'trackingStart',
  'waitReview',

  // After-sale
  'merchantReply',
  'returnShipTimer',
  'refundCountdown',
  'countdownAlert',
  'reshipment',
] as const;
export type DeadlineName = (typeof deadlineNames)[number];

/** A running deadline, as data: what lapses when, and who must act before. */
export interface Deadline {
  readonly id: DeadlineName;
  /** ISO instant from which the deadline counts. */
  readonly from: string;
  /** ISO instant at which it lapses; acting at exactly that instant is still in time. */
  readonly dueAt: string;
  /** The type of the event that `step` sends once `dueAt` has passed. */
  readonly lapses: `${DeadlineName}.lapsed`;
  /** Who must act before it lapses. */
  readonly mustAct: Party;
}
