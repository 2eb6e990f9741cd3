import { type FactDefinition, type FactName, factCatalogue, valuesOf } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import { knownIn } from '../guards/article-guards.ts';
import { rulebooks } from '../guards/rulebooks.ts';
import { accepts, articlesOn, isPossible } from '../policy/decide.ts';
import {
  type Known,
  type Layer,
  layers,
  type Readable,
  type Row,
  type Rulebook,
  type RuleSet,
  rowsOf,
} from '../policy/rulebook.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { type FactState, factState, namedValue, namesThatMatter } from './facts.ts';
import { explainFinding, type FindingExplanation } from './findings.ts';
import { rulingType, stageOf } from './layers.ts';
import { findArticle, type Named } from './named.ts';
import { exceptionTypeOf } from './states.ts';
import { layerTitles } from './titles.ts';

/** A fact as it is (`value`; `null`: pending) and as it would have to be. */
export interface ChangedFact extends FactState {
  readonly to: Named;
}

/** What the rulebook would say. A conflict and silence both go to a human. */
export type Consequence = Extract<FindingExplanation, { kind: 'decided' | 'conflict' | 'silent' }>;

/** Facts that, changed together, lead to another ruling. */
export interface Change {
  readonly facts: readonly ChangedFact[];
  readonly leadsTo: Consequence;
}

/** What would change the ruling on a layer. Each list is complete and holds no change that contains a smaller one to the same ruling. */
export interface LayerChanges {
  readonly layer: Layer;
  readonly title: Text;
  /** What the rulebook says now. */
  readonly now: FindingExplanation;
  /** Whether the layer also follows who makes the buyer whole. That is held fixed here. */
  readonly followsPayer: boolean;
  /** Changes of what people can show. */
  readonly evidence: readonly Change[];
  /** Changes of the policy pinned when the case was opened. */
  readonly policy: readonly Change[];
  /** Changes of what happened to the parcel. */
  readonly course: readonly Change[];
}

/** What would change the rulings of a case. JSON only. */
export interface Changes {
  readonly caseId: string;
  readonly at: string;
  /** `null`: no exception, so nothing is ruled. */
  readonly type: Named | null;
  readonly layers: readonly LayerChanges[];
}

/**
 * The smallest changes of facts that would change the ruling, for each layer on which the rulebook decides or waits
 * for facts. Exact: the whole fact space of the layer is searched.
 */
export function whatWouldChange(snapshot: CaseSnapshot): Changes {
  const context = contextOf(snapshot);
  const { caseId, at, ruleSet, verdict } = context;
  const type = exceptionTypeOf(snapshot);
  if (!type) return { caseId, at, type, layers: [] };
  const known = knownIn(context);
  const bookOf = (layer: Layer): Rulebook => rulebooks[rulingType(layer, verdict, type)];
  const concerned = layers.filter((layer) => {
    const awarded = verdict[layer] !== undefined && findArticle(verdict[layer].article) === null;
    if (awarded || stageOf(snapshot, layer) === 'notNeeded') return false;
    return articlesOn(bookOf(layer), layer, ruleSet).length > 0;
  });
  return {
    caseId,
    at,
    type: { value: type, title: rulebooks[type].title },
    layers: concerned
      .map((layer) => changesOn(bookOf(layer), layer, known, ruleSet))
      .filter(({ now }) => now.kind === 'decided' || now.kind === 'pending'),
  };
}

/** What would change the ruling on a layer of a rulebook, given what is known. */
export function changesOn(book: Rulebook, layer: Layer, known: Known, ruleSet: RuleSet): LayerChanges {
  const from = (source: FactDefinition['from']) => smallestChanges(book, layer, known, ruleSet, source);
  return {
    layer,
    title: layerTitles[layer],
    now: explainFinding(book, layer, known, ruleSet),
    followsPayer: namesThatMatter(book, layer, ruleSet).includes('payer'),
    evidence: from('evidence'),
    policy: from('policy'),
    course: from('course'),
  };
}

// Helpers

/** Every change of facts of one source that leads to another ruling and holds no smaller one to the same ruling. */
function smallestChanges(
  book: Rulebook,
  layer: Layer,
  known: Known,
  ruleSet: RuleSet,
  source: FactDefinition['from'],
): Change[] {
  const now = rulingKey(explainFinding(book, layer, known, ruleSet));
  const names = namesThatMatter(book, layer, ruleSet).filter(
    (name): name is FactName => name !== 'payer' && factCatalogue[name].from === source,
  );
  const found: { change: ReadonlyMap<FactName, string>; key: string; leadsTo: Consequence }[] = [];
  for (const change of inOrder([...waysOn(book, layer, known, ruleSet, names)], names)) {
    const changed = { ...known, ...Object.fromEntries(change) } as Known;
    if (!isPossible(book, changed)) continue;
    const leadsTo = explainFinding(book, layer, changed, ruleSet);
    if (leadsTo.kind === 'pending' || leadsTo.kind === 'awaitsPayer') continue;
    const key = rulingKey(leadsTo);
    if (key === now || found.some((smaller) => smaller.key === key && contains(change, smaller.change)))
      continue;
    found.push({ change, key, leadsTo });
  }
  return found.map(({ change, leadsTo }) => ({
    facts: [...change].map(([fact, value]) => ({
      ...factState(fact, known),
      to: namedValue(fact, value),
    })),
    leadsTo,
  }));
}

/**
 * Every change that can be among the smallest. Facts are tried with each value one after the other; one that no row
 * reads any more, with what was tried so far, stays as it is, for a change of it would add nothing.
 */
function* waysOn(
  book: Rulebook,
  layer: Layer,
  known: Known,
  ruleSet: RuleSet,
  names: readonly FactName[],
): Generator<ReadonlyMap<FactName, string>> {
  const rows: readonly Row[] = [
    ...articlesOn(book, layer, ruleSet).flatMap(([, { when }]) => rowsOf(when)),
    ...book.impossible.map(({ when }) => when),
  ];
  function* from(
    left: readonly FactName[],
    open: readonly Row[],
    change: ReadonlyMap<FactName, string>,
  ): Generator<ReadonlyMap<FactName, string>> {
    const next = left.find((name) => open.some((row) => name in row));
    if (next === undefined) {
      if (change.size > 0) yield change;
      return;
    }
    const others = left.filter((name) => name !== next);
    if (known[next] === undefined) yield* from(others, open, change);
    for (const value of valuesOf(next)) {
      const stillOpen = open.filter((row) => allows(row, next, value));
      yield* from(others, stillOpen, value === known[next] ? change : new Map([...change, [next, value]]));
    }
  }
  const tried = new Set<string>(names);
  const fixed = Object.entries(known).filter(([name]) => !tried.has(name));
  const open = rows.filter((row) => fixed.every(([name, value]) => allows(row, name as Readable, value)));
  yield* from(names, open, new Map());
}

function allows(row: Row, name: Readable, value: string): boolean {
  const wanted = row[name];
  return wanted === undefined || accepts(wanted, value);
}

/** Changes of one fact first, then of two, and so on; among equals in the order of the facts and of their values. */
function inOrder(
  changes: readonly ReadonlyMap<FactName, string>[],
  names: readonly FactName[],
): ReadonlyMap<FactName, string>[] {
  const placed = changes.map((change) => {
    const inBook = names.filter((name) => change.has(name));
    const places = inBook.map(
      (name) => names.indexOf(name) * 100 + valuesOf(name).indexOf(change.get(name) as never),
    );
    return { change: new Map(inBook.map((name) => [name, change.get(name) as string])), places };
  });
  placed.sort(({ places: one }, { places: other }) => {
    if (one.length !== other.length) return one.length - other.length;
    const differing = one.findIndex((place, index) => place !== other[index]);
    return differing < 0 ? 0 : (one[differing] as number) - (other[differing] as number);
  });
  return placed.map(({ change }) => change);
}

function contains(change: ReadonlyMap<FactName, string>, smaller: ReadonlyMap<FactName, string>): boolean {
  return [...smaller].every(([name, value]) => change.get(name) === value);
}

/** Two findings with the same key name the same bearers, limited alike. Conflict and silence alike go to a human. */
function rulingKey(finding: FindingExplanation): string {
  if (finding.kind === 'decided') return JSON.stringify([finding.ruling.ruling, finding.ruling.limitedTo]);
  return finding.kind === 'conflict' || finding.kind === 'silent' ? 'human' : finding.kind;
}
