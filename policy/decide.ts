import { ParcelError } from '../domain/errors.ts';
import { type FactName, type Facts, factCatalogue, valuesOf } from '../domain/facts.ts';
import type { Party } from '../domain/parties.ts';
import {
  type Article,
  type Known,
  type Layer,
  layerOf,
  type Readable,
  type Row,
  type Rulebook,
  type RuleSet,
  rowsOf,
} from './rulebook.ts';

/** What a rulebook says on one layer. Two surviving articles are a conflict, none is silence; a pending fact never decides. */
export type Finding =
  | { readonly kind: 'decided'; readonly article: string }
  | { readonly kind: 'pending'; readonly missing: readonly FactName[] }
  | { readonly kind: 'conflict'; readonly articles: readonly string[] }
  | { readonly kind: 'silent' };

/**
 * What the rulebook says on a layer about what is known so far. A fact that is still pending is tried with each of
 * its values: only if all lead to the same answer is the layer decided, otherwise the facts that make a difference
 * are missing. The order of articles never matters.
 * @throws {ParcelError} `INVALID_INPUT` if articles of the layer read who pays and `known` does not say.
 */
export function decide(book: Rulebook, layer: Layer, known: Known, ruleSet: RuleSet = 'guides'): Finding {
  const memory = memoryOf(book, layer, ruleSet);
  const key = memory.facts.map((name) => known[name] ?? '').join('|');
  const remembered = memory.findings.get(key);
  if (remembered) return remembered;
  // evidence that contradicts itself decides nothing: a human has to look
  const { finding } = isPossible(book, known) ? weigh(memory, book, known) : settle([]);
  memory.findings.set(key, finding);
  return finding;
}

/** Forgets what was worked out for a rulebook: for one whose articles were changed in place, as mutation testing does. */
export function forget(book: Rulebook): void {
  memories.delete(book);
}

/** The articles of a layer whose condition holds for fully known facts, before any gives way. */
export function matching(book: Rulebook, layer: Layer, known: Known, ruleSet: RuleSet = 'guides'): string[] {
  return articlesOn(book, layer, ruleSet)
    .filter(([, article]) => rowsOf(article.when).some((row) => holds(row, known)))
    .map(([id]) => id);
}

/** The articles that remain when those named as exceptions have displaced others. */
export function governing(book: Rulebook, layer: Layer, known: Known, ruleSet: RuleSet = 'guides'): string[] {
  const matches = matching(book, layer, known, ruleSet);
  const displaced = new Set(matches.flatMap((id) => book.articles[id]?.exceptionTo ?? []));
  return matches.filter((id) => !displaced.has(id));
}

/** The articles of a layer in a rule set. */
export function articlesOn(book: Rulebook, layer: Layer, ruleSet: RuleSet = 'guides'): [string, Article][] {
  return Object.entries(book.articles).filter(
    ([, article]) => layerOf(article) === layer && (article.ruleSets ?? ['guides']).includes(ruleSet),
  );
}

/** The names that the articles of a layer read, in the order of the book; `payer` first. */
export function readBy(book: Rulebook, layer: Layer, ruleSet: RuleSet = 'guides'): Readable[] {
  const read = new Set(
    articlesOn(book, layer, ruleSet).flatMap(([, { when }]) =>
      rowsOf(when).flatMap((row) => Object.keys(row)),
    ),
  );
  const names: readonly Readable[] = ['payer', ...book.facts];
  return names.filter((name) => read.has(name));
}

/** Whether every fact of the row is known and has the value, or one of the values, that the row wants. */
export function holds(row: Row, known: Known): boolean {
  return Object.entries(row).every(([name, wanted]) => {
    const value = known[name as Readable];
    return value !== undefined && accepts(wanted as string | readonly string[], value);
  });
}

/** Whether a row's cell accepts a value. */
export function accepts(wanted: string | readonly string[], value: string): boolean {
  return typeof wanted === 'string' ? wanted === value : wanted.includes(value);
}

// Helpers

interface Memory {
  readonly layer: Layer;
  readonly ruleSet: RuleSet;
  /** The names that articles of the layer and impossibilities read, in the order of the book. */
  readonly facts: readonly Readable[];
  readonly findings: Map<string, Finding>;
}

const memories = new WeakMap<Rulebook, Map<string, Memory>>();

/** Findings depend on the book, the layer, the rule set and the facts alone, so each is worked out once. */
function memoryOf(book: Rulebook, layer: Layer, ruleSet: RuleSet): Memory {
  let layersOfBook = memories.get(book);
  if (!layersOfBook) {
    layersOfBook = new Map();
    memories.set(book, layersOfBook);
  }
  const key = `${layer}/${ruleSet}`;
  let memory = layersOfBook.get(key);
  if (!memory) {
    const impossible = book.impossible.flatMap(({ when }) => Object.keys(when));
    const read = new Set<string>([...readBy(book, layer, ruleSet), ...impossible]);
    const names: readonly Readable[] = ['payer', ...book.facts];
    memory = { layer, ruleSet, facts: names.filter((name) => read.has(name)), findings: new Map() };
    layersOfBook.set(key, memory);
  }
  return memory;
}

/** A finding and the whole decision behind it, as text: two are the same only if every completion ends alike. */
interface Weighed {
  readonly finding: Finding;
  readonly decision: string;
}

/** Tries the values of pending facts, the first one of the book that can still matter first. */
function weigh(memory: Memory, book: Rulebook, known: Known): Weighed {
  const next = memory.facts.find((name) => known[name] === undefined && canMatter(memory, book, known, name));
  if (next === undefined) return settle(governing(book, memory.layer, known, memory.ruleSet));
  if (next === 'payer') throw undecidedPayer(book, memory.layer);

  const branches = valuesOf(next)
    .map((value) => ({ value, completed: { ...known, [next]: value } as Known }))
    .filter(({ completed }) => isPossible(book, completed))
    .map(({ value, completed }) => ({ value, ...weigh(memory, book, completed) }));
  const [first, ...others] = branches;
  if (first === undefined) return settle([]);
  if (others.every(({ decision }) => decision === first.decision)) return first;

  const missing = new Set<Readable>([next]);
  for (const { finding } of branches)
    if (finding.kind === 'pending') for (const name of finding.missing) missing.add(name);
  return {
    finding: { kind: 'pending', missing: memory.facts.filter((name) => missing.has(name)) as FactName[] },
    decision: `${next}(${branches.map(({ value, decision }) => `${value}:${decision}`).join()})`,
  };
}

function undecidedPayer({ type }: Rulebook, layer: Layer): ParcelError {
  return new ParcelError(
    'INVALID_INPUT',
    `The ${layer} articles of ${type} read who pays, and no payer is given. ` +
      'Decide the layer "payer" first and pass its ruling as "payer".',
  );
}

function settle(articles: readonly string[]): Weighed {
  const [article, ...others] = articles;
  const decision = articles.join('+');
  if (article === undefined) return { finding: { kind: 'silent' }, decision };
  if (others.length > 0) return { finding: { kind: 'conflict', articles }, decision };
  return { finding: { kind: 'decided', article }, decision };
}

/** Whether an article that what is known has not ruled out reads the fact. */
function canMatter(memory: Memory, book: Rulebook, known: Known, name: Readable): boolean {
  return articlesOn(book, memory.layer, memory.ruleSet).some(([, { when }]) =>
    rowsOf(when).some((row) => name in row && !contradicts(row, known)),
  );
}

function contradicts(row: Row, known: Known): boolean {
  return Object.entries(row).some(([name, wanted]) => {
    const value = known[name as Readable];
    return value !== undefined && !accepts(wanted as string | readonly string[], value);
  });
}

/** Whether no declared impossibility rules these facts out. */
export function isPossible(book: Rulebook, known: Known): boolean {
  return !book.impossible.some(({ when }) => holds(when, known));
}

/** The missing facts that one party can be asked for, and that party: the first one of the book that matters. */
export function nextToAsk(missing: readonly FactName[]): { from: Party; facts: readonly FactName[] } | null {
  const [first] = missing.filter((name) => factCatalogue[name].from === 'evidence');
  const from = first && factCatalogue[first].ask;
  if (!from) return null;
  return { from, facts: missing.filter((name) => factCatalogue[name].ask === from) };
}

/** What the evidence that was asked for counts as when the one who was asked stays silent. */
export function silentValues(missing: readonly FactName[]): Facts {
  const asked = nextToAsk(missing)?.facts ?? [];
  return Object.fromEntries(asked.map((name) => [name, factCatalogue[name].ifSilent])) as Facts;
}
