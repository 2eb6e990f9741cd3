import { type FactDefinition, type FactName, factCatalogue, valuesOf } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import { knownIn } from '../guards/article-guards.ts';
import { rulebooks } from '../guards/rulebooks.ts';
import { articlesOn, isPossible } from '../policy/decide.ts';
import { type Known, type Layer, layers, type Rulebook, type RuleSet } from '../policy/rulebook.ts';
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

/** Tries every change of one fact, then of two, and so on; a change that contains one to the same ruling is passed over. */
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
  for (let size = 1; size <= names.length; size++) {
    for (const change of changesOf(names, size, known)) {
      const changed = { ...known, ...Object.fromEntries(change) } as Known;
      if (!isPossible(book, changed)) continue;
      const leadsTo = explainFinding(book, layer, changed, ruleSet);
      if (leadsTo.kind === 'pending' || leadsTo.kind === 'awaitsPayer') continue;
      const key = rulingKey(leadsTo);
      if (key === now || found.some((smaller) => smaller.key === key && contains(change, smaller.change)))
        continue;
      found.push({ change, key, leadsTo });
    }
  }
  return found.map(({ change, leadsTo }) => ({
    facts: [...change].map(([fact, value]) => ({
      ...factState(fact, known),
      to: namedValue(fact, value),
    })),
    leadsTo,
  }));
}

/** Every way to give exactly `size` of the facts another value. */
function* changesOf(
  names: readonly FactName[],
  size: number,
  known: Known,
): Generator<ReadonlyMap<FactName, string>> {
  if (size === 0) {
    yield new Map();
    return;
  }
  for (const [place, name] of names.entries()) {
    for (const value of valuesOf(name)) {
      if (value === known[name]) continue;
      for (const others of changesOf(names.slice(place + 1), size - 1, known)) {
        yield new Map([[name, value], ...others]);
      }
    }
  }
}

function contains(change: ReadonlyMap<FactName, string>, smaller: ReadonlyMap<FactName, string>): boolean {
  return [...smaller].every(([name, value]) => change.get(name) === value);
}

/** Two findings with the same key name the same bearers, limited alike. Conflict and silence alike go to a human. */
function rulingKey(finding: FindingExplanation): string {
  if (finding.kind === 'decided') return JSON.stringify([finding.ruling.ruling, finding.ruling.limitedTo]);
  return finding.kind === 'conflict' || finding.kind === 'silent' ? 'human' : finding.kind;
}
