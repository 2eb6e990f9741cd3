import { type FactDefinition, type FactName, factCatalogue } from '../domain/facts.ts';
import { type Party, partyTitles } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import { readBy } from '../policy/decide.ts';
import type { Known, Layer, Readable, Rulebook, RuleSet } from '../policy/rulebook.ts';
import { type Named, namedParty } from './named.ts';

/** Where a fact comes from; `verdict`: who pays, which was decided before. */
export type FactSource = FactDefinition['from'] | 'verdict';

/** A fact and what is known about it. */
export interface FactState {
  readonly fact: Readable;
  readonly title: Text;
  /** `null`: still pending. */
  readonly value: Named | null;
  readonly from: FactSource;
}

/** A fact that makes a difference and is not established. */
export interface MissingFact {
  readonly fact: FactName;
  readonly title: Text;
  readonly from: FactSource;
  /** Whom to ask; `null` if it is no evidence and can only follow from what happens. */
  readonly ask: Named<Party> | null;
  /** What counts if the one who is asked stays silent. */
  readonly ifSilent: Named | null;
}

const payerTitle: Text = { en: 'who makes the buyer whole', zh: '赔付方' };

/** A fact and its value among those known. */
export function factState(fact: Readable, known: Known): FactState {
  const value = known[fact];
  const named = value === undefined ? null : namedValue(fact, value);
  if (fact === 'payer') return { fact, title: payerTitle, value: named, from: 'verdict' };
  const { title, from } = factCatalogue[fact];
  return { fact, title, value: named, from };
}

/** A value of a fact with its name. */
export function namedValue(fact: Readable, value: string): Named {
  const titles: Readonly<Record<string, Text>> = fact === 'payer' ? partyTitles : factCatalogue[fact].values;
  return { value, title: titles[value] ?? { en: value, zh: value } };
}

/** A missing fact: whom to ask, and what silence counts as. */
export function missingFact(fact: FactName): MissingFact {
  const { title, from, ask, ifSilent } = factCatalogue[fact];
  return {
    fact,
    title,
    from,
    ask: ask ? namedParty(ask) : null,
    ifSilent: ifSilent === undefined ? null : namedValue(fact, ifSilent),
  };
}

/**
 * Every name that can move a layer: those its articles read and those that make combinations impossible, in the order
 * of the book. What is known of these alone gives the same finding.
 */
export function namesThatMatter(book: Rulebook, layer: Layer, ruleSet: RuleSet): Readable[] {
  const names = new Set<string>([
    ...readBy(book, layer, ruleSet),
    ...book.impossible.flatMap(({ when }) => Object.keys(when)),
  ]);
  return (['payer', ...book.facts] as const).filter((name) => names.has(name));
}
