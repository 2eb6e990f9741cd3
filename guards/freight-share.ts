import { balance } from '../domain/money.ts';
import type { FreightBearer } from '../domain/parties.ts';
import type { CaseContext } from './case-context.ts';

/** Freight of both ways that the buyer bears in the end, and what the buyer advanced, in fen. */
function buyersFreight({ verdict, outboundFreight, returnFreight }: CaseContext): {
  bears: number;
  advanced: number;
} {
  const ruling = verdict.freight?.ruling;
  return [
    { cost: outboundFreight, bearer: ruling?.outbound },
    { cost: returnFreight, bearer: ruling?.return },
  ].reduce(
    ({ bears, advanced }, { cost, bearer }) => {
      if (!cost) return { bears, advanced };
      const paid = cost.paidBy === 'buyer' ? cost.amount : 0;
      return { bears: bears + buyersShare(bearer, cost.amount, paid), advanced: advanced + paid };
    },
    { bears: 0, advanced: 0 },
  );
}

/** What the buyer bears of one line of freight, in fen. Of a cost that is halved, an odd fen is the merchant's. */
function buyersShare(bearer: FreightBearer | undefined, amount: number, paid: number): number {
  switch (bearer) {
    case 'buyer':
      return amount;
    case 'half':
      return Math.floor(amount / 2);
    case 'asPaid':
    case undefined:
      return paid;
    case 'merchant':
    case 'courier':
    case 'supplier':
      return 0;
  }
}

/** What the buyer still owes for freight, in fen; negative if freight is owed to the buyer. */
export function freightOwedByBuyer(context: CaseContext): number {
  const { bears, advanced } = buyersFreight(context);
  const shared = context.postings.filter(
    ({ from, to, for: purpose }) => purpose.endsWith('Freight') && from !== 'courier' && to !== 'courier',
  );
  return bears - advanced + balance(shared, 'buyer');
}

/**
 * What the merchant lost and can claim, in fen: the price, or what was agreed instead, and the freight the buyer does not
 * bear. Goods that came back sound are not lost.
 */
export function claimable(context: CaseContext): number {
  const { order, agreed, outboundFreight, returnFreight, verdict } = context;
  const freight = (outboundFreight?.amount ?? 0) + (returnFreight?.amount ?? 0);
  const goods = verdict.recourse?.limitedTo === 'freight' ? 0 : (agreed ?? order.paid);
  return goods + freight - buyersFreight(context).bears;
}
