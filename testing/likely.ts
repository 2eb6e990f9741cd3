import type { CaseEvent, CaseEventType } from '../domain/events.ts';
import { type FactName, type Facts, valuesOf } from '../domain/facts.ts';
import { total } from '../domain/money.ts';
import { after, DAY } from '../domain/time.ts';
import { flawBand } from '../guards/after-sale-conditions.ts';
import type { CaseContext } from '../guards/case-context.ts';
import { claimable } from '../guards/freight-share.ts';
import { eventOf } from './events.ts';

/** What the walker knows besides the case: which evidence was asked for. */
export interface Outlook {
  readonly context: CaseContext;
  readonly asked: readonly FactName[];
}

/** An event of a type as it would most likely be in this case: the amount that is owed, the evidence that was asked for. */
export function likelyEvent(
  type: CaseEventType,
  at: string,
  pick: number,
  { context, asked }: Outlook,
): CaseEvent {
  return eventOf(type, at, pick, likelyFields(type, at, pick, context, asked));
}

// Helpers

function likelyFields(
  type: CaseEventType,
  at: string,
  pick: number,
  context: CaseContext,
  asked: readonly FactName[],
): Readonly<Record<string, unknown>> {
  const { order, policy, agreed, claim, postings, facts, verdict, deadlines } = context;
  const part = 1 + (pick % order.paid);
  switch (type) {
    case 'facts.established': {
      const missing = asked.filter((name) => facts[name] === undefined);
      if (missing.length > 0) return { facts: answers(missing, pick) };
      if (facts.stock === undefined && pick % 4 === 0) return { facts: { stock: 'yes' } };
      return facts.damageExtent === undefined && pick % 4 === 1
        ? { facts: { damageExtent: 'replaceablePart' } }
        : {};
    }
    case 'facts.corrected': {
      const known = (['signedBy', 'damageProof', 'signedSlip', 'stock', 'courierCoverage'] as const).filter(
        (name) => facts[name] !== undefined,
      );
      const name = known[pick % (known.length || 1)];
      return name === undefined ? {} : { facts: answers([name], pick) };
    }
    case 'afterSale.requested':
      return pick % 7 === 0 ? {} : { refund: undefined };
    case 'exchangeFreight.paid':
      return { amount: 1 + (pick % 900) };
    case 'returnNumber.entered':
      return { freight: pick % 900 };
    case 'discount.offered':
    case 'discount.granted':
    case 'discount.demanded': {
      const { from, to } = flawBand(facts.region, policy);
      const more = type !== 'discount.offered' && pick % 2 === 0 ? to : 0;
      return { amount: Math.min(order.paid, more + from + (pick % (to - from + 1))) };
    }
    case 'refund.paid':
      return { amount: order.paid };
    case 'part.bought':
    case 'remedy.concessionAgreed':
      return { amount: part };
    case 'part.paid':
    case 'concession.paid':
      return { amount: agreed ?? part };
    case 'claim.filed':
      return {
        amount: pick % 3 === 0 ? Math.max(1, Math.floor(claimable(context) / 2)) : claimable(context),
      };
    case 'claim.accepted':
      return { amount: Math.max(1, (claim?.amount ?? 1) - (pick % 2)) };
    case 'claim.paid':
      return { amount: claim?.amount ?? 1 };
    case 'claim.repaid':
      return { amount: total(postings, 'claim') };
    case 'refund.repaid':
      return { amount: total(postings, 'refund') };
    case 'transfer.proposed':
    case 'extraDelivery.proposed':
    case 'courier.chosen':
      return { surcharge: pick % 2 === 0 ? 0 : 1 + (pick % 900) };
    case 'surcharge.consented':
      return pick % 4 === 0
        ? {}
        : { by: verdict.surcharge?.ruling === 'asPaid' ? 'buyer' : (verdict.surcharge?.ruling ?? 'buyer') };
    case 'receipt.extended': {
      const due = deadlines.find(({ id }) => id === 'receipt')?.dueAt ?? at;
      return { until: after(due, (1 + (pick % 5)) * DAY) };
    }
    default:
      return {};
  }
}

function answers(names: readonly FactName[], pick: number): Facts {
  return Object.fromEntries(
    names.map((name, index) => {
      const values = valuesOf(name);
      return [name, values[Math.floor(pick / 3 ** index) % values.length]];
    }),
  ) as Facts;
}
