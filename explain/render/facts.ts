import type { Language } from '../../domain/text.ts';
import type { ArticleExplanation, UnmetFact } from '../articles.ts';
import type { FactState } from '../facts.ts';
import type { GuardExplanation, ReadFact } from '../guards.ts';
import type { AmountLimit } from '../limits.ts';
import type { Named } from '../named.ts';
import { instantText, marks, words, yuan } from './words.ts';

/** `who signed for the parcel = the buyer` */
export function factText({ title, value }: FactState, language: Language): string {
  return `${title[language]}${marks[language].is}${(value?.title ?? words.pending)[language]}`;
}

/** What an article that may still apply waits for: `who signed for the parcel = nobody`. */
export function neededText({ unmet }: ArticleExplanation, language: Language): string {
  const { is, semicolon } = marks[language];
  return unmet.map(({ title, needs }) => `${title[language]}${is}${anyOf(needs, language)}`).join(semicolon);
}

/** The established facts that rule an article out: `who signed for the parcel = the buyer, needs nobody`. */
export function failureText({ unmet, ruledOutBy }: ArticleExplanation, language: Language): string {
  const { semicolon, comma } = marks[language];
  const contradicted = unmet.filter(({ value }) => value !== null);
  if (contradicted.length === 0 && ruledOutBy.length > 0) {
    return ruledOutBy.map((fact) => factText(fact, language)).join(semicolon);
  }
  const needs = language === 'en' ? 'needs ' : '须为';
  return (contradicted.length > 0 ? contradicted : unmet)
    .map((fact: UnmetFact) => factText(fact, language) + comma + needs + anyOf(fact.needs, language))
    .join(semicolon);
}

/** What a guard asks for, one line for each part that stands in the way, with what it looked at. */
export function guardLines(guard: GuardExplanation, language: Language): string[] {
  const { semicolon, colon, comma, open, close } = marks[language];
  switch (guard.kind) {
    case 'combination': {
      const standing = guard.parts.filter(({ answer }) => answer !== 'holds');
      const shown = guard.name === 'not' || standing.length === 0 ? guard.parts : standing;
      return shown.flatMap((part) => guardLines(part, language));
    }
    case 'condition': {
      const seen = [
        ...guard.facts.map((fact) => readFactText(fact, language)),
        ...(guard.limit ? [limitText(guard.limit, language)] : []),
        ...(guard.deadline ? [instantText(guard.deadline.dueAt)] : []),
      ].join(semicolon);
      const title = guard.title[language];
      return [seen === '' ? title : `${title.replace(/[.。]$/, '')}${open}${seen}${close}`];
    }
    case 'article': {
      const { id, title, status, displacedBy } = guard.article;
      const reasons = [
        status === 'failed' ? failureText(guard.article, language) : neededText(guard.article, language),
        ...displacedBy.map((other) => `${words.displaced[language]}${colon}${other}`),
      ].filter((reason) => reason !== '');
      return [`${id} ${title[language]}`, ...reasons.map((reason) => `  ${reason}`)];
    }
    case 'pending': {
      const missing = guard.finding.kind === 'pending' ? guard.finding.missing : [];
      const names = missing.map(({ title }) => title[language]).join(comma);
      return [`${words.missing[language]}${colon}${names || words.nothing[language]}`];
    }
    case 'other':
      return [guard.name];
  }
}

// Helpers

function anyOf(values: readonly Named[], language: Language): string {
  return values.map(({ title }) => title[language]).join(marks[language].or);
}

function readFactText(fact: ReadFact, language: Language): string {
  const { proposed } = fact;
  if (!proposed) return factText(fact, language);
  const same = proposed.value === fact.value?.value;
  const says =
    language === 'en'
      ? `, the event says ${same ? 'the same' : proposed.title.en}`
      : `，事件称${same ? '相同' : proposed.title.zh}`;
  return factText(fact, language) + says;
}

function limitText({ kind, title, amount }: AmountLimit, language: Language): string {
  return language === 'en'
    ? `${kind === 'exactly' ? 'exactly' : 'at most'} ${yuan(amount)}, ${title.en}`
    : `${kind === 'exactly' ? '须为' : '至多'} ${yuan(amount)}，${title.zh}`;
}
