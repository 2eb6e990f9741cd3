import { balance, type Posting, total } from '../../domain/money.ts';
import { isBefore } from '../../domain/time.ts';
import { claimable } from '../../guards/freight-share.ts';
import type { Invariant, Moment } from './invariant.ts';

export type { Invariant, Moment } from './invariant.ts';

const toBuyer = ['refund', 'part', 'concession'] as const;

/** What holds in every step of every case of this package. */
export const invariants: readonly Invariant[] = [
  {
    id: 'money.escrow',
    title: {
      en: 'Escrow holds between nothing and what the buyer paid.',
      zh: '担保账户余额不低于零，也不超过买家实付。',
    },
    broken({ after: { postings, order } }) {
      const held = balance(postings, 'escrow');
      return held < 0 || held > order.paid ? `Escrow holds ${held} fen of ${order.paid}.` : null;
    },
  },
  {
    id: 'money.onlyAdded',
    title: {
      en: 'Postings are only ever added, whole and positive, between two accounts.',
      zh: '账目只增不改，金额为正整数，收付双方不同。',
    },
    broken(moment) {
      const { before, after } = moment;
      if (before.postings === after.postings) return null;
      const kept = before.postings.every((posting, place) => after.postings[place] === posting);
      if (!kept) return 'A posting was changed or removed.';
      const wrong = added(moment).find(
        ({ from, to, amount }) => from === to || !Number.isSafeInteger(amount) || amount <= 0,
      );
      return wrong ? `${wrong.amount} fen moved from ${wrong.from} to ${wrong.to}.` : null;
    },
  },
  {
    id: 'money.oneRemedy',
    title: {
      en: 'The buyer is never paid more than was paid for the goods.',
      zh: '付给买家的总额不超过买家实付货款。',
    },
    broken({ after: { postings, order } }) {
      const kept = total(postings, ...toBuyer) - total(postings, 'refundRepayment');
      return kept < 0 || kept > order.paid ? `The buyer keeps ${kept} fen of ${order.paid}.` : null;
    },
  },
  {
    id: 'money.payer',
    title: {
      en: 'The one who was decided to pay pays the buyer.',
      zh: '由认定的赔付方向买家付款。',
    },
    broken(moment) {
      const { payer } = moment.after.verdict;
      const pockets: readonly string[] = payer?.ruling === 'courier' ? ['courier'] : ['escrow', 'merchant'];
      const wrong = added(moment).find(
        (posting) => toBuyer.some((purpose) => purpose === posting.for) && !pockets.includes(posting.from),
      );
      return wrong ? `The ${wrong.from} paid, but ${payer?.ruling ?? 'nobody'} was decided to pay.` : null;
    },
  },
  {
    id: 'money.recovery',
    title: {
      en: 'No more is recovered than was lost, and no more paid back than was recovered.',
      zh: '追偿所得不超过损失，退还不超过追偿所得。',
    },
    broken({ after: { postings, order, surcharge } }) {
      const recovered = total(postings, 'claim') - total(postings, 'claimRepayment');
      const freight = total(postings, 'outboundFreight', 'returnFreight') + (surcharge ?? 0);
      return recovered < 0 || recovered > order.paid + freight
        ? `${recovered} fen are recovered of ${order.paid} and freight of ${freight}.`
        : null;
    },
  },
  {
    id: 'verdict.underway',
    title: {
      en: 'Who pays does not change while a payment or shipment to the buyer is under way.',
      zh: '对买家的付款或补发进行中，赔付方不变。',
    },
    broken({ before, after }) {
      const [was, is] = [before.verdict.payer?.ruling, after.verdict.payer?.ruling];
      return before.committed && after.committed && was !== is ? `The payer was ${was} and is ${is}.` : null;
    },
  },
  {
    id: 'pinned',
    title: {
      en: 'Order, policy and rule set of a case never change.',
      zh: '案件的订单、政策与规则集不变。',
    },
    broken({ before, after }) {
      const same =
        before.order === after.order && before.policy === after.policy && before.ruleSet === after.ruleSet;
      return same ? null : 'Order, policy or rule set changed.';
    },
  },
  {
    id: 'closed.told',
    title: {
      en: 'A closed case says how it ended.',
      zh: '结案必有处理结果。',
    },
    broken({ closed, after }) {
      return closed && after.outcome === null ? 'The case closed without an outcome.' : null;
    },
  },
  {
    id: 'closed.nothingOwed',
    title: {
      en: 'A case closes only when no claim or ticket is open, and whoever can be held to account was.',
      zh: '结案时无未了结的追偿与工单，可追偿的已追偿。',
    },
    broken({ closed, after }) {
      if (!closed || after.outcome === 'reclassified') return null;
      const { claim, ticketOpen, verdict, outcome } = after;
      if (ticketOpen) return 'A ticket is still open.';
      if (claim?.status === 'open') return 'A claim is still open.';
      const { recourse, payer } = verdict;
      const lost = !['delivered', 'withdrawn', 'collected', 'declined'].includes(outcome ?? '');
      const owed =
        payer?.ruling === 'merchant' && recourse && recourse.ruling !== 'none' && claimable(after) > 0;
      // A claim that was forgone, because the goods turned up, is of no amount.
      const forgone = claim?.status === 'withdrawn' && claim.amount === 0;
      return lost && owed && !forgone && claim?.article !== recourse.article
        ? `${recourse.article} holds ${recourse.ruling} to account, but nothing was claimed by it.`
        : null;
    },
  },
  {
    id: 'time.forward',
    title: {
      en: 'Time only moves forward, and no deadline starts in the future.',
      zh: '时间只进不退，期限不从将来起算。',
    },
    broken({ before, after, event }) {
      if (isBefore(event.at, before.at) && !event.type.endsWith('.lapsed')) return 'An event came too early.';
      const early = after.deadlines.find(({ from }) => isBefore(event.at, from) && isBefore(before.at, from));
      return early ? `The deadline ${early.id} counts from ${early.from}.` : null;
    },
  },
  {
    id: 'time.oneOfEach',
    title: {
      en: 'A deadline runs at most once.',
      zh: '同一期限至多一个在计时。',
    },
    broken({ after: { deadlines } }) {
      const names = deadlines.map(({ id }) => id);
      return new Set(names).size === names.length ? null : `Twice among ${names.join(', ')}.`;
    },
  },
  {
    id: 'effects.keys',
    title: {
      en: 'Every effect has a key of its own.',
      zh: '每个动作请求都有唯一标识。',
    },
    broken({ effects }) {
      const keys = effects.map(({ params }) => (params as { key?: string } | undefined)?.key);
      return new Set(keys).size === keys.length && !keys.includes(undefined)
        ? null
        : 'Two effects share a key.';
    },
  },
];

// Helpers

function added({ before, after }: Moment): readonly Posting[] {
  return before.postings === after.postings ? [] : after.postings.slice(before.postings.length);
}
