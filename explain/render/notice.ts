import type { EffectParams } from '../../actions/effects.ts';
import type { DeadlineName } from '../../domain/deadlines.ts';
import { balance, total } from '../../domain/money.ts';
import type { Language, Text } from '../../domain/text.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { findArticle } from '../named.ts';
import { notices } from '../notices.ts';
import { outcomeTitles } from '../titles.ts';
import { instantText, yuan } from './words.ts';

/** What a host was asked to tell the buyer: the parameters of `notifyBuyer`, with or without their key. */
export type RequestedNotice = EffectParams['notifyBuyer'];

/**
 * A notice to the buyer as text. It states facts of the case alone; a sentence whose fact is not known is left out.
 * @param requested The parameters of the effect `notifyBuyer`.
 * @param snapshot The case as it stands after the step that requested the notice.
 */
export function renderNotice(requested: RequestedNotice, snapshot: CaseSnapshot, language: Language): string {
  const known = factsFor(requested, snapshot, language);
  return notices[requested.notice].sentences
    .flatMap((sentence) => filledIn(sentence, known, language) ?? [])
    .join(language === 'en' ? ' ' : '');
}

// Helpers

type Known = Readonly<Record<string, string | undefined>>;

function filledIn(sentence: Text, known: Known, language: Language): string | null {
  const placeholders = [...sentence[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (placeholders.some((name) => known[name] === undefined)) return null;
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => known[name] ?? '');
}

/** Every fact that a text may name, by its placeholder; `undefined` where the case does not know it. */
function factsFor(
  { waybill: newWaybill, address }: RequestedNotice,
  snapshot: CaseSnapshot,
  language: Language,
): Known {
  const { order, outcome, verdict, agreed, postings, deadlines } = contextOf(snapshot);
  const until = (...ids: readonly DeadlineName[]) => {
    const dueAt = deadlines.find(({ id }) => ids.includes(id))?.dueAt;
    return dueAt && instantText(dueAt);
  };
  const amount = (fen: number) => (fen > 0 ? yuan(fen) : undefined);
  const reason = verdict.payer && findArticle(verdict.payer.article)?.article.title[language];
  return {
    waybill: order.waybill,
    courier: order.courier,
    newWaybill,
    address,
    outcome: outcome === null ? undefined : outcomeTitles[outcome][language],
    reason: reason === undefined || outcome === 'withdrawn' ? undefined : reason,
    refund: amount(total(postings, 'refund') - total(postings, 'refundRepayment')),
    compensation: amount(total(postings, 'concession', 'part')),
    escrow: amount(balance(postings, 'escrow')),
    agreed: amount(agreed ?? 0),
    newDate: until('newDate'),
    searchUntil: until('search'),
    choiceUntil: until('buyerChoice'),
    evidenceUntil: until('evidence'),
    heldUntil: until('retention', 'correction'),
    returnUntil: until('returnShipTimer', 'buyerChoice'),
    receiptUntil: until('receipt'),
  };
}
