import type { CaseEvent } from '../domain/events.ts';
import type { FactValue } from '../domain/facts.ts';
import { elapsed } from '../domain/time.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';
import { noteReturnFreight } from './settlement.ts';

/** What the buyer asks for and why, whether in time, and whether for the amount that was paid. */
export function noteAfterSaleRequest(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { reason, wish, signedAt, refund, at } = event as CaseEvent<'afterSale.requested'>;
  const { facts, order, policy } = context;
  return {
    facts: {
      ...facts,
      afterSaleReason: reason,
      afterSaleWish: wish,
      refundAmount: isRightAmount(wish, refund ?? order.paid, order.paid) ? 'right' : 'wrong',
      claimedInTime: isWithin(policy.reportWindow, signedAt, at) ? 'yes' : 'no',
      withinReturnWindow: isWithin(policy.returnWindow, signedAt, at) ? 'yes' : 'no',
    },
  };
}

/** The buyer reported a minor flaw. If it comes to a return, it is one for a defect that no misuse caused. */
export function noteFlaw({ facts, policy }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { signedAt, at } = event as CaseEvent<'flaw.reported'>;
  return {
    facts: {
      ...facts,
      afterSaleReason: 'qualityDefect',
      misuse: 'excluded',
      refundAmount: 'right',
      claimedInTime: isWithin(policy.reportWindow, signedAt, at) ? 'yes' : 'no',
    },
  };
}

/** An offer that was not taken binds nobody. */
export function forgetOffer(_context: CaseContext): Partial<CaseContext> {
  return { agreed: null };
}

/** The waybill of the return was entered; the freight is noted once, even if the number is corrected. */
export function noteReturnNumber(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return context.returnFreight === null ? noteReturnFreight(context, event) : {};
}

// Helpers

/** A refund is what was paid; a compensation is no more than that. */
function isRightAmount(wish: FactValue<'afterSaleWish'>, amount: number, paid: number): boolean {
  return wish === 'compensation' ? amount <= paid : amount === paid;
}

/** Acting at exactly the end of a window is still in time. Without a window or a signature everything is. */
function isWithin(window: number, signedAt: string | undefined, at: string): boolean {
  return window === 0 || signedAt === undefined || elapsed(signedAt, at) <= window;
}
