import type { CaseEvent } from '../domain/events.ts';
import { balance, type Posting, surchargeOf } from '../domain/money.ts';
import type { CaseContext, Claim, MachineEvent, Outcome } from '../guards/case-context.ts';
import { claimable, freightOwedByBuyer } from '../guards/freight-share.ts';

/** How the side of the buyer ended. */
export function noteOutcome(_context: CaseContext, outcome: Outcome | null): Partial<CaseContext> {
  return { outcome };
}

/** Whether a payment or shipment to the buyer is under way. */
export function noteCommitted(_context: CaseContext, committed: boolean): Partial<CaseContext> {
  return { committed };
}

/** The amount both sides agreed on, or the price of the part. */
export function noteAgreed(_context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return { agreed: (event as CaseEvent<'part.bought'>).amount };
}

/**
 * Where a refund comes from: the courier if it pays, else escrow while the payment is still held, else the merchant. What
 * the merchant settles outside a closed application never comes out of escrow.
 */
export function refundSource({
  verdict,
  facts,
  postings,
  order,
}: CaseContext): 'escrow' | 'merchant' | 'courier' {
  if (verdict.payer?.ruling === 'courier') return 'courier';
  if (facts.settledByHand === 'yes') return 'merchant';
  return balance(postings, 'escrow') >= order.paid ? 'escrow' : 'merchant';
}

/** The price went back to the buyer. */
export function postRefund(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'refund.paid'>;
  return {
    outcome: 'refunded',
    ...post(context, { from: refundSource(context), to: 'buyer', amount, for: 'refund' }),
  };
}

/** The one who pays: the courier where an article says so, else the merchant. */
export function payingParty({ verdict }: CaseContext): 'merchant' | 'courier' {
  return verdict.payer?.ruling === 'courier' ? 'courier' : 'merchant';
}

/** The part or the compensation was paid. */
export function postPayment(
  context: CaseContext,
  event: MachineEvent,
  purpose: 'part' | 'concession',
): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'part.paid'>;
  return {
    outcome: purpose === 'part' ? 'partPaid' : 'compensated',
    ...post(context, { from: payingParty(context), to: 'buyer', amount, for: purpose }),
  };
}

/** Somebody paid the freight of the return. It is recorded once: what was reported before is not paid again. */
export function noteReturnFreight(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const paid =
    event.type === 'return.shipped' || event.type === 'returnNumber.entered'
      ? { amount: event.freight, paidBy: 'buyer' as const }
      : {
          amount: (event as CaseEvent<'returnFreight.paid'>).amount,
          paidBy: (event as CaseEvent<'returnFreight.paid'>).by,
        };
  if (paid.amount === 0 || context.returnFreight !== null) return {};
  return {
    returnFreight: paid,
    ...post(context, { from: paid.paidBy, to: 'courier', amount: paid.amount, for: 'returnFreight' }),
  };
}

/** The merchant took the collect freight over. */
export function noteCollectFreightPaid(context: CaseContext): Partial<CaseContext> {
  const amount = context.order.outboundFreight;
  if (amount === 0) return {};
  return {
    outboundFreight: { amount, paidBy: 'merchant' },
    ...post(context, { from: 'merchant', to: 'courier', amount, for: 'outboundFreight' }),
  };
}

/** The buyer paid the way out of an exchange first. It takes the place of the first way out in what is shared. */
export function noteExchangeFreight(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'exchangeFreight.paid'>;
  return {
    outboundFreight: { amount, paidBy: 'buyer' },
    ...post(context, { from: 'buyer', to: 'courier', amount, for: 'outboundFreight' }),
  };
}

/** What the freight between buyer and merchant is for: that of the return if there was one, else that of the way out. */
export function freightPurpose({ returnFreight }: CaseContext): 'returnFreight' | 'outboundFreight' {
  return returnFreight ? 'returnFreight' : 'outboundFreight';
}

/** Buyer and merchant settle the freight that one advanced and the other bears. */
export function postFreight(context: CaseContext): Partial<CaseContext> {
  const owed = freightOwedByBuyer(context);
  const purpose = freightPurpose(context);
  return owed > 0
    ? post(
        context,
        { from: 'buyer', to: 'merchant', amount: owed, for: purpose },
        context.verdict.freight?.article,
      )
    : post(
        context,
        { from: 'merchant', to: 'buyer', amount: -owed, for: purpose },
        context.verdict.freight?.article,
      );
}

/** A surcharge is proposed. */
export function noteSurcharge(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const proposal = event as CaseEvent<'transfer.proposed'> | CaseEvent<'parcel.retrieved'>;
  const { surcharge: _former, ...verdict } = context.verdict;
  return { verdict, surcharge: proposal.type === 'parcel.retrieved' ? proposal.cost : proposal.surcharge };
}

/** The bearer pays the surcharge. A courier that bears it pays nobody. */
export function postSurcharge(context: CaseContext): Partial<CaseContext> {
  const bearer = context.verdict.surcharge?.ruling;
  const amount = context.surcharge ?? 0;
  if (amount === 0 || (bearer !== 'buyer' && bearer !== 'merchant')) return {};
  return post(
    context,
    { from: bearer, to: 'courier', amount, for: 'surcharge' },
    context.verdict.surcharge?.article,
  );
}

/** A surcharge paid for what was never done goes back to whoever paid it. */
export function postSurchargeBack(context: CaseContext): Partial<CaseContext> {
  const { surcharge: decided } = context.verdict;
  const amount = surchargeOf(context.postings);
  if (amount === 0 || (decided?.ruling !== 'buyer' && decided?.ruling !== 'merchant')) return {};
  return post(context, { from: 'courier', to: decided.ruling, amount, for: 'surcharge' }, decided.article);
}

/** A claim is to be filed for all that was lost. */
export function openClaim(context: CaseContext): Partial<CaseContext> {
  const against = context.verdict.recourse?.ruling === 'courier' ? 'courier' : 'supplier';
  const article = context.verdict.recourse?.article ?? 'award';
  return { claim: { against, article, amount: claimable(context), appeals: 0, status: 'open' } };
}

/** Nothing is left to claim: the goods turned up before anybody was held to account, or nothing was lost. */
export function forgoClaim({ verdict }: CaseContext): Partial<CaseContext> {
  const article = verdict.recourse?.article ?? 'award';
  return { claim: { against: 'courier', article, amount: 0, appeals: 0, status: 'withdrawn' } };
}

/** The amount that was claimed or accepted. */
export function noteClaimAmount({ claim }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return { claim: claim && { ...claim, amount: (event as CaseEvent<'claim.filed'>).amount } };
}

/** How the claim ended, or that it is open again. */
export function noteClaimStatus({ claim }: CaseContext, status: Claim['status']): Partial<CaseContext> {
  return { claim: claim && { ...claim, status } };
}

/** A denied claim is pressed once more. */
export function noteAppeal({ claim }: CaseContext): Partial<CaseContext> {
  return { claim: claim && { ...claim, appeals: claim.appeals + 1 } };
}

/** Courier or supplier paid the claim. */
export function postClaim(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'claim.paid'>;
  const from = context.claim?.against ?? 'courier';
  return {
    ...noteClaimStatus(context, 'recovered'),
    ...post(context, { from, to: 'merchant', amount, for: 'claim' }, context.claim?.article),
  };
}

/** The merchant paid a compensation back, because the goods turned up. */
export function postClaimRepayment(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'claim.repaid'>;
  const to = context.claim?.against ?? 'courier';
  return {
    ...noteClaimStatus(context, 'withdrawn'),
    ...post(context, { from: 'merchant', to, amount, for: 'claimRepayment' }, context.claim?.article),
  };
}

/** The buyer paid a refund back, because the goods arrived after all. */
export function postRefundRepayment(context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { amount } = event as CaseEvent<'refund.repaid'>;
  return {
    ...post(context, { from: 'buyer', to: 'merchant', amount, for: 'refundRepayment' }),
    outcome: 'delivered',
  };
}

/** What is still held in escrow goes to the merchant. */
export function releaseEscrow(context: CaseContext): Partial<CaseContext> {
  const amount = balance(context.postings, 'escrow');
  return amount === 0 ? {} : post(context, { from: 'escrow', to: 'merchant', amount, for: 'release' });
}

/** A platform ticket was opened or handled. */
export function noteTicket(_context: CaseContext, ticketOpen: boolean): Partial<CaseContext> {
  return { ticketOpen };
}

/** An urge-to-ship ticket was opened or is done with. */
export function noteUrge(_context: CaseContext, urgeOpen: boolean): Partial<CaseContext> {
  return { urgeOpen };
}

/** One more delivery was tried. */
export function countAttempt({ attempts }: CaseContext): Partial<CaseContext> {
  return { attempts: attempts + 1 };
}

// Helpers

function post(
  { postings, verdict }: CaseContext,
  posting: Omit<Posting, 'article'>,
  article = verdict.payer?.article,
): Pick<CaseContext, 'postings'> {
  return { postings: [...postings, { ...posting, article: article ?? 'order' }] };
}
