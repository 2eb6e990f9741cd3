import { evidenceNames } from '../../domain/evidence.ts';
import { type FactName, type Facts, factCatalogue, valuesOf } from '../../domain/facts.ts';
import { decide, isPossible } from '../../policy/decide.ts';
import { type Known, type Layer, type Rulebook, rulingOf } from '../../policy/rulebook.ts';

const weighed = ['payer', 'freight', 'recourse'] as const satisfies readonly Layer[];

/** Evidence that leads to one combination of rulings: of all that do, the first in the order of the catalogue. */
export interface Proof {
  readonly facts: Facts;
  /** What comes out, layer by layer: what is ruled, or `silent`, `conflict`, `pending`. */
  readonly rulings: string;
  /** Who then makes the buyer whole; `null` if a human has to decide. */
  readonly payer: string | null;
}

const remembered = new WeakMap<Rulebook, Map<string, readonly Proof[]>>();

/**
 * One piece of evidence for every combination of rulings that a rulebook can still give, with what is known already.
 * Articles that rule the same count as one: which article decides when is the matter of the rule analysis. Walks the decisions of the book, so facts that no longer matter are never asked for.
 */
export function proofsFor(book: Rulebook, facts: Facts): readonly Proof[] {
  const known = knownTo(book, facts);
  const key = JSON.stringify(known);
  const memory = remembered.get(book) ?? new Map<string, readonly Proof[]>();
  remembered.set(book, memory);
  let proofs = memory.get(key);
  if (!proofs) {
    const byRulings = new Map<string, Proof>();
    for (const leaf of leavesOf(book, known, 0, [])) {
      if (!byRulings.has(leaf.rulings)) byRulings.set(leaf.rulings, without(leaf, known));
    }
    proofs = [...byRulings.values()];
    memory.set(key, proofs);
  }
  return proofs;
}

/** What is known without anybody having shown it: from the order, the policy and the course of things. */
export function courseOf(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !isEvidence(name)));
}

/** A proof with a value for every fact that people establish in the book, so that it replaces all that was shown before. */
export function completed(book: Rulebook, proof: Facts, course: Facts): Facts {
  let facts: Facts = proof;
  for (const name of book.facts) {
    if (!isEvidence(name) || facts[name] !== undefined) continue;
    const value = [factCatalogue[name].ifSilent, ...valuesOf(name)].find(
      (candidate) =>
        candidate !== undefined && isPossible(book, { ...course, ...facts, [name]: candidate } as Known),
    );
    if (value !== undefined) facts = { ...facts, [name]: value };
  }
  return facts;
}

// Helpers

type Leaf = Proof & { readonly facts: Known };

function* leavesOf(book: Rulebook, known: Known, place: number, rulings: string[]): Generator<Leaf> {
  const layer = weighed[place];
  if (layer === undefined) {
    yield leaf(known, rulings);
    return;
  }
  const { payer, ...facts } = known;
  if (layer === 'recourse' && payer !== 'merchant') {
    yield leaf(known, rulings);
    return;
  }
  const finding = decide(book, layer, known);
  if (finding.kind === 'decided') {
    const article = book.articles[finding.article];
    const ruling = article && rulingOf(article);
    const next = layer === 'payer' ? ({ ...facts, payer: ruling } as Known) : known;
    const said = JSON.stringify([ruling, article?.limitedTo]);
    if (ruling === 'arbitration') yield leaf(facts, [...rulings, said]);
    else yield* leavesOf(book, next, place + 1, [...rulings, said]);
    return;
  }
  if (finding.kind !== 'pending') {
    yield leaf(known, [...rulings, finding.kind]);
    return;
  }
  const name = finding.missing.find(isEvidence);
  if (name === undefined) {
    yield leaf(known, [...rulings, 'pending']);
    return;
  }
  for (const value of valuesOf(name)) {
    const next = { ...known, [name]: value } as Known;
    if (isPossible(book, next)) yield* leavesOf(book, next, place, rulings);
  }
}

function leaf(known: Known, rulings: readonly string[]): Leaf {
  return { facts: known, rulings: rulings.join(' '), payer: known.payer ?? null };
}

/** Only what the leaf adds to what was known. */
function without({ facts, ...rest }: Leaf, known: Known): Proof {
  const { payer: _payer, ...shown } = facts;
  const added = Object.entries(shown).filter(([name]) => known[name as FactName] === undefined);
  return { ...rest, facts: Object.fromEntries(added) };
}

function knownTo(book: Rulebook, facts: Facts): Facts {
  return Object.fromEntries(
    book.facts.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
  );
}

function isEvidence(name: string): boolean {
  return (evidenceNames as readonly string[]).includes(name);
}
