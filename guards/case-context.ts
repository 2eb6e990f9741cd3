import type { Order } from '../domain/case.ts';
import type { Deadline } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { Facts } from '../domain/facts.ts';
import type { Fen, Posting } from '../domain/money.ts';
import type { SurchargeBearer } from '../domain/parties.ts';
import type { Policy } from '../policy/parameters.ts';
import type { FreightRuling, Limit, RuleSet, Rulings } from '../policy/rulebook.ts';

/** How the side of the buyer ended. */
export const outcomes = [
  'delivered',
  'collected',
  'refunded',
  'reshipped',
  'exchanged',
  'partPaid',
  'compensated',
  'declined',
  'withdrawn',
  'reclassified',

  // After-sale
  'guided',
  'repaired',
  'applicationClosed',
  'penalised',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a layer decided, and the article (or `award`) that decided it. */
export interface Decided<Ruling> {
  readonly article: string;
  readonly ruling: Ruling;
  readonly limitedTo?: Limit;
}

/** What has been decided so far, layer by layer. */
export interface Verdict {
  readonly payer?: Decided<Rulings['payer']>;
  readonly freight?: Decided<FreightRuling>;
  readonly recourse?: Decided<Rulings['recourse']>;
  readonly surcharge?: Decided<SurchargeBearer>;
}

/** Freight that somebody has paid. */
export interface Cost {
  readonly amount: Fen;
  readonly paidBy: 'buyer' | 'merchant';
}

/** The claim against courier or supplier. */
export interface Claim {
  readonly against: 'courier' | 'supplier';
  /** The article that gives the recourse. */
  readonly article: string;
  readonly amount: Fen;
  readonly appeals: number;
  readonly status: 'open' | 'recovered' | 'writtenOff' | 'withdrawn';
}

/** Everything a case remembers. JSON only. Amounts in fen, instants in ISO. */
export interface CaseContext {
  readonly version: 1;
  readonly caseId: string;
  readonly openedAt: string;
  /** Instant of the last event that `step` applied; an actor of its own leaves it at the opening. */
  readonly at: string;
  readonly ruleSet: RuleSet;
  readonly policy: Policy;
  readonly order: Order;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly outcome: Outcome | null;
  /** Whether a payment or shipment to the buyer was requested, so that the remedy can no longer just be dropped. */
  readonly committed: boolean;
  /** The compensation or part price agreed, in fen. */
  readonly agreed: Fen | null;
  readonly outboundFreight: Cost | null;
  readonly returnFreight: Cost | null;
  /** The surcharge proposed, in fen. */
  readonly surcharge: Fen | null;
  readonly claim: Claim | null;
  /** How often the parcel was delivered once more. */
  readonly attempts: number;
  /** Whether a platform ticket still has to be handled. */
  readonly ticketOpen: boolean;
  /** Whether an urge-to-ship ticket or its judgement is still open. */
  readonly urgeOpen: boolean;
  /** Instant of the last tracking update, once somebody asks about it. */
  readonly lastTrackingAt: string | null;
  readonly deadlines: readonly Deadline[];
  readonly postings: readonly Posting[];
  /** Numbers the effects: one number for each instant that requested any, and a place within it. */
  readonly requests: { readonly seq: number; readonly index: number; readonly at: string | null };
}

/** Signals between the regions of a case. Never sent from outside. */
export type Signal =
  | { readonly type: 'exception.resolved'; readonly at: string; readonly outcome: Outcome }
  | { readonly type: 'liability.decided'; readonly at: string }
  | { readonly type: 'freight.decided'; readonly at: string }
  | { readonly type: 'recourse.opened'; readonly at: string }
  | { readonly type: 'recourse.withdrawn'; readonly at: string }
  | { readonly type: 'remedy.recalled'; readonly at: string }
  | { readonly type: 'became.damaged'; readonly at: string }
  | { readonly type: 'became.lost'; readonly at: string }
  | { readonly type: 'became.stale'; readonly at: string; readonly lastUpdateAt: string }
  | { readonly type: 'became.silent'; readonly at: string }
  | { readonly type: 'became.refused'; readonly at: string }
  | { readonly type: 'became.returning'; readonly at: string }
  | { readonly type: 'became.returned'; readonly at: string }
  | { readonly type: 'refund.done'; readonly at: string }
  | { readonly type: 'became.unreachable'; readonly at: string }
  | { readonly type: 'became.afterSale'; readonly at: string };

/** What the machines react to: events from outside and signals between regions. */
export type MachineEvent = CaseEvent | Signal;
