import type { Language, Text } from '../../domain/text.ts';
import { findArticle } from '../../explain/named.ts';
import type { Branch } from './chart.ts';
import { shorten } from './text-width.ts';
import { guardTitle } from './titles.ts';

/** The short texts of a branch, as they stand on the chart. Empty where there is nothing to say. */
export interface BranchText {
  /** The event: by its title in Chinese, by its type in English, which reads as English. */
  readonly text: string;
  /** The guard in brackets. */
  readonly guard: string;
  /** `2.`: the place among several transitions for the event. */
  readonly order: string;
  /** Whether it falls due by itself. */
  readonly clock: boolean;
}

/** What a branch says on the chart. */
export function branchText(branch: Branch, language: Language): BranchText {
  const { event, title, guard, order, candidates } = branch;
  const clock = event.endsWith('.lapsed') || event.startsWith('xstate.after.');
  const isLast = candidates > 1 && order === candidates && guard === null;
  const readsAsItIs = language === 'en' && !event.startsWith('xstate.');
  const shown = isLast
    ? otherwise[language]
    : guard === null || isDue(guard)
      ? ''
      : guardText(guard, language);
  return {
    text: readsAsItIs ? event : (title?.[language] ?? event),
    guard: shown && `[${shown}]`,
    order: candidates > 1 && !isLast && !isWeighed(guard) ? `${order}.` : '',
    clock,
  };
}

// Helpers

const otherwise: Text = { en: 'else', zh: '否则' };
const and: Text = { en: ' & ', zh: ' 且 ' };
const or: Text = { en: ' | ', zh: ' 或 ' };

/** The event of a deadline says by itself that the deadline is over. */
function isDue(guard: string): boolean {
  return guard.startsWith('deadlineDue') && !guard.includes(' & ');
}

/** Articles and missing evidence: their order does not decide. */
function isWeighed(guard: string | null): boolean {
  return guard !== null && (findArticle(guard) !== null || guard.endsWith('Pending'));
}

function guardText(guard: string, language: Language): string {
  const joint = guard.includes(' & ') ? ' & ' : ' | ';
  const parts = guard.split(joint).filter((part) => !isDue(part));
  const texts = parts.map((part) => guardClause(part, language));
  return shorten(texts.join((joint === ' & ' ? and : or)[language]), language === 'zh' ? 14 : 28);
}

/** An article by its id. Another condition by its name, which reads as English, or the first clause of its sentence. */
function guardClause(guard: string, language: Language): string {
  if (findArticle(guard)) return guard;
  if (guard.endsWith('Pending')) return missing[language];
  const title = guardTitle(guard);
  return language === 'en' || !title ? guard : (title.zh.split(/[，。；]/)[0] ?? guard);
}

const missing: Text = { en: 'evidence missing', zh: '尚缺证据' };
