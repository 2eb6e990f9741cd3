import { type FactName, valuesOf } from '../domain/facts.ts';
import { articlesOn, governing, holds, matching, readBy } from '../policy/decide.ts';
import {
  type Known,
  type Law,
  type Layer,
  layers,
  type Readable,
  type Rulebook,
  type RuleSet,
  rulingOf,
} from '../policy/rulebook.ts';
import { combinationsOf, spaceOf } from './space.ts';

/** A law that comes out broken: the first combination that breaks it, and the article that does. */
export interface BrokenLaw {
  /** The title of the law, in English. */
  readonly law: string;
  readonly article: string;
  readonly facts: Known;
}

/** What is wrong with one layer of a rulebook. All lists are empty where nothing is. */
export interface LayerAnalysis {
  readonly layer: Layer;
  /** How many combinations of facts are possible. */
  readonly combinations: number;
  /** Combinations for which several articles remain. */
  readonly conflicts: readonly { readonly facts: Known; readonly articles: readonly string[] }[];
  /** Combinations for which no article holds. */
  readonly silences: readonly Known[];
  /** Articles whose condition never holds. */
  readonly dead: readonly string[];
  /** Articles that hold somewhere, and are displaced wherever they do. */
  readonly displaced: readonly string[];
  readonly brokenLaws: readonly BrokenLaw[];
  /** Laws that no possible combination concerns, by their title in English. */
  readonly idleLaws: readonly string[];
}

/** What is wrong with a rulebook. */
export interface Analysis {
  readonly type: string;
  readonly layers: readonly LayerAnalysis[];
  /** Facts of the book whose value never changes which article governs, on any layer. */
  readonly unusedFacts: readonly FactName[];
  /** Values that an impossibility rules out altogether, such as `signedBy: nobody`. */
  readonly unusedValues: readonly string[];
}

/** Asks a rulebook about every possible combination of facts and reports what is wrong. Pure and complete: nothing is sampled. */
export function analyse(book: Rulebook, ruleSet: RuleSet = 'guides'): Analysis {
  const used = new Set(layers.flatMap((layer) => usedOn(book, layer, ruleSet)));
  return {
    type: book.type,
    layers: layers
      .filter((layer) => articlesOn(book, layer, ruleSet).length > 0)
      .map((layer) => analyseLayer(book, layer, ruleSet)),
    unusedFacts: book.facts.filter((name) => !used.has(name)),
    unusedValues: book.facts.flatMap((name) => impossibleValues(book, name)),
  };
}

// Helpers

function analyseLayer(book: Rulebook, layer: Layer, ruleSet: RuleSet): LayerAnalysis {
  const conflicts: { facts: Known; articles: string[] }[] = [];
  const silences: Known[] = [];
  const held = new Set<string>();
  const governed = new Set<string>();
  let combinations = 0;
  for (const facts of spaceOf(book, layer, ruleSet)) {
    combinations++;
    for (const id of matching(book, layer, facts, ruleSet)) held.add(id);
    const articles = governing(book, layer, facts, ruleSet);
    for (const id of articles) governed.add(id);
    if (articles.length === 0) silences.push(facts);
    if (articles.length > 1) conflicts.push({ facts, articles });
  }
  const ids = articlesOn(book, layer, ruleSet).map(([id]) => id);
  const laws = book.laws.filter((law) => law.layer === layer).map((law) => tryLaw(book, law, ruleSet));
  return {
    layer,
    combinations,
    conflicts,
    silences,
    dead: ids.filter((id) => !held.has(id)),
    displaced: ids.filter((id) => held.has(id) && !governed.has(id)),
    brokenLaws: laws.flatMap(({ broken }) => broken ?? []),
    idleLaws: laws.flatMap(({ idle }) => idle ?? []),
  };
}

/** Tries a law on every combination of the facts that it or its layer reads. */
function tryLaw(book: Rulebook, law: Law, ruleSet: RuleSet): { broken?: BrokenLaw; idle?: string } {
  const names = new Set([...readBy(book, law.layer, ruleSet), ...(Object.keys(law.when) as Readable[])]);
  let applies = false;
  for (const facts of combinationsOf(book, [...names])) {
    if (!holds(law.when, facts)) continue;
    applies = true;
    for (const id of governing(book, law.layer, facts, ruleSet)) {
      const article = book.articles[id];
      if (article && law.never(rulingOf(article)))
        return { broken: { law: law.title.en, article: id, facts } };
    }
  }
  return applies ? {} : { idle: law.title.en };
}

/** The facts of a layer for which two combinations that differ in nothing else are governed differently. */
function usedOn(book: Rulebook, layer: Layer, ruleSet: RuleSet): Readable[] {
  const names = readBy(book, layer, ruleSet);
  const governed = [...spaceOf(book, layer, ruleSet)].map((facts) => ({
    values: names.map((name) => facts[name]),
    articles: governing(book, layer, facts, ruleSet).join(),
  }));
  return names.filter((_, place) => {
    const seen = new Map<string, string>();
    return governed.some(({ values, articles }) => {
      const others = values.toSpliced(place, 1).join();
      const before = seen.get(others) ?? articles;
      seen.set(others, before);
      return before !== articles;
    });
  });
}

function impossibleValues(book: Rulebook, name: FactName): string[] {
  const possible = new Set([...combinationsOf(book, [name])].map((facts) => facts[name]));
  return valuesOf(name)
    .filter((value) => !possible.has(value))
    .map((value) => `${name}: ${value}`);
}
