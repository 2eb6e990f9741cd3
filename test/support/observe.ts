import type { Effect, EffectName } from '../../actions/effects.ts';
import type { Posting } from '../../domain/money.ts';
import type { Layer, Rulings } from '../../policy/rulebook.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { type Driven, happen, paid } from './drive.ts';
import { freight } from './happening.ts';

/** What a machine was seen to do about a layer. Never copied from its verdict: read from its effects, postings and states. */
export interface Seen {
  /** The article it names. */
  readonly article: string | null;
  /** Who bears it by what the machine does; `human`: it asks one. */
  readonly bearer: string;
  /** The kind of remedy or claim, why a human is asked, or what the buyer pays (or, below 0, gets) for freight in fen. */
  readonly how: string | number | null;
}

/** What a driven case does about a layer. `null`: it has not come to the layer. */
export function observe(driven: Driven, layer: Layer): Seen | null {
  const { verdict } = contextOf(driven.snapshot);
  const decided = verdict[layer];
  if (!decided) return asksHuman(driven) ?? null;
  const { article } = decided;
  switch (layer) {
    case 'payer':
      return { article, ...observePayer(driven) };
    case 'freight':
      return { article, ...observeFreight(driven, decided.ruling as Rulings['freight']) };
    case 'recourse':
      return { article, ...observeRecourse(driven) };
    case 'surcharge':
      return { article, ...observeSurcharge(driven) };
  }
}

// Helpers

const paidBack = { type: 'returnFreight.paid', amount: freight.back, by: 'merchant' } as const;

/** The ways to a remedy: those the buyer still has to choose, and those that the request already asked for. */
const remedies = [
  [{ type: 'remedy.refundChosen' }, { type: 'refund.paid', amount: paid }],
  [
    { type: 'remedy.concessionAgreed', amount: 500 },
    { type: 'concession.paid', amount: 500 },
  ],
  [{ type: 'refund.paid', amount: paid }],
  [{ type: 'concession.paid', amount: 500 }],
  [{ type: 'replacement.shipped', waybill: 'N1' }, { type: 'replacement.signed' }],
] as const;

function asksHuman({ snapshot, effects }: Driven): Seen | null {
  if (!snapshot.hasTag('needsHuman')) return null;
  return { article: null, bearer: 'human', how: lastOf(effects, 'askHuman')?.params.reason ?? null };
}

/** Asks for a refund, or for a compensation where there is none, and looks at whose pocket it comes from. */
function observePayer(driven: Driven): Omit<Seen, 'article'> {
  if (isIn(driven, 'remedy', 'declined')) return { bearer: 'buyer', how: null };
  if (isIn(driven, 'remedy', 'notifying')) return { bearer: 'nobody', how: null };
  const refunding = isIn(driven, 'remedy', 'refunding')
    ? driven
    : happen(driven, [{ type: 'remedy.refundChosen' }]);
  const refund = refunding && lastOf(refunding.effects, 'refundBuyer');
  if (refund) return { bearer: pocket(refund.params.from), how: 'refund' };
  const conceding = isIn(driven, 'remedy', 'conceding')
    ? driven
    : happen(driven, [{ type: 'remedy.concessionAgreed', amount: 500 }]);
  const payment = conceding && lastOf(conceding.effects, 'payBuyer');
  return { bearer: payment ? pocket(payment.params.from) : 'nothing', how: 'compensation' };
}

/** Has the merchant pay the way back, settles the remedy, and looks at the freight that moves between buyer and merchant. */
function observeFreight(driven: Driven, ruling: Rulings['freight']): Omit<Seen, 'article'> {
  const bearer = JSON.stringify(ruling);
  const paidBack =
    happen(driven, [{ type: 'returnFreight.paid', amount: freight.back, by: 'merchant' }]) ?? driven;
  const settled = remedies.map((remedy) => happen(paidBack, remedy)).find((tried) => tried !== null);
  if (!settled) return { bearer, how: 0 };
  const moved = contextOf(settled.snapshot).postings.filter(({ from, to, for: purpose }) =>
    purpose.endsWith('Freight') ? [from, to].every((account) => account !== 'courier') : false,
  );
  return { bearer, how: moved.reduce((sum, posting) => sum + paidByBuyer(posting), 0) };
}

/** Has the merchant pay the way back, so that something is lost, and looks for the claim and against whom it is. */
function observeRecourse(decided: Driven): Omit<Seen, 'article'> {
  const driven = happen(decided, [paidBack]) ?? decided;
  if (isIn(driven, 'recovery', 'contested')) return { bearer: 'negotiation', how: null };
  const claim = lastOf(driven.effects, 'fileClaim');
  if (!claim) return { bearer: 'none', how: null };
  return { bearer: claim.params.against, how: claim.params.amount < paid ? 'freight' : null };
}

/** Gives every consent that is asked for, and looks at who pays. The courier pays nobody. */
function observeSurcharge(driven: Driven): Omit<Seen, 'article'> {
  const done =
    (['buyer', 'merchant', 'courier'] as const)
      .map((by) => ({ type: 'surcharge.consented', by }))
      .map(
        (consent) => happen(driven, [{ type: 'transfer.consented' }, consent]) ?? happen(driven, [consent]),
      )
      .find((tried) => tried !== null) ?? driven;
  const posting = contextOf(done.snapshot).postings.find(({ for: purpose }) => purpose === 'surcharge');
  return { bearer: posting?.from ?? 'courier', how: null };
}

function isIn({ snapshot }: Driven, region: 'remedy' | 'recovery', state: string): boolean {
  return snapshot.matches({ open: { [region]: state } });
}

function pocket(from: 'escrow' | 'merchant' | 'courier'): string {
  return from === 'courier' ? 'courier' : 'merchant';
}

function paidByBuyer({ from, amount }: Posting): number {
  return from === 'buyer' ? amount : -amount;
}

function lastOf<Name extends EffectName>(effects: readonly Effect[], name: Name): Effect<Name> | undefined {
  return effects.findLast((effect): effect is Effect<Name> => effect.type === name);
}
