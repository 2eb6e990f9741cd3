import type { Text } from '../domain/text.ts';
import { articlesOn } from '../policy/decide.ts';
import {
  type Article,
  type Layer,
  layers,
  type Row,
  type Rulebook,
  type RuleSet,
  rulingOf,
} from '../policy/rulebook.ts';
import { type Box, boxOf, combinationsIn, intersectAll, sameBoxes, subtractAll } from './boxes.ts';
import { harms, type Proof, proofs } from './proofs.ts';
import {
  breaches,
  conflictRegions,
  type LayerRegions,
  lawConcerns,
  type Region,
  regionOf,
  regionsOf,
  silentBoxes,
} from './regions.ts';
import { type FindingKind, type Review, reviews } from './reviews.ts';

/** Something a rule analysis found. */
export interface RuleFinding {
  readonly kind: FindingKind;
  readonly layer: Layer | null;
  /** What it is about: a layer for a silence, else articles joined by `+`, a law, a fact, a fact with its value. */
  readonly subject: string;
  /** Where it is so; `null` where that has no meaning. */
  readonly region: Region | null;
  /** Why it is meant to be so; `null`: nobody has reviewed it, which is a failure. */
  readonly because: Text | null;
}

/** What was looked at on one layer. */
export interface LayerSize {
  readonly layer: Layer;
  readonly articles: number;
  /** Possible combinations of the facts that the layer reads. */
  readonly combinations: number;
}

/** The analysis of one rulebook in one rule set. */
export interface RuleReport {
  readonly type: string;
  readonly ruleSet: RuleSet;
  readonly layers: readonly LayerSize[];
  readonly laws: number;
  /** How many proofs were tried on how many layers. */
  readonly proofs: number;
  readonly findings: readonly RuleFinding[];
}

/** What an analysis takes as given. */
export interface RuleOptions {
  readonly ruleSet?: RuleSet;
  readonly reviews?: readonly Review[];
  readonly proofs?: readonly Proof[];
}

/** Looks for everything that can be wrong with a rulebook, over every combination of facts. Exact, and milliseconds. */
export function checkRules(book: Rulebook, options: RuleOptions = {}): RuleReport {
  const { ruleSet = 'guides', proofs: tried = proofs } = options;
  const own = (options.reviews ?? reviews).filter(({ type }) => type === book.type);
  const tables = layers
    .filter((layer) => articlesOn(book, layer, ruleSet).length > 0)
    .map((layer) => regionsOf(book, layer, ruleSet));
  const found: RuleFinding[] = [
    ...tables.flatMap((regions) => onLayer(book, regions, ruleSet, tried)),
    ...onLaws(book, ruleSet),
    ...onFacts(book, tables),
  ];
  return {
    type: book.type,
    ruleSet,
    layers: tables.map(({ layer, possible, holding }) => ({
      layer,
      articles: holding.size,
      combinations: combinationsIn(possible),
    })),
    laws: book.laws.length,
    proofs: tables.reduce(
      (sum, { axes }) => sum + tried.filter(({ fact }) => axes.names.includes(fact)).length,
      0,
    ),
    findings: [...found.flatMap((finding) => reviewed(finding, own, tables)), ...stale(found, own)],
  };
}

/** The findings that nobody has reviewed. */
export function failuresOf({ findings }: RuleReport): RuleFinding[] {
  return findings.filter(({ because }) => because === null);
}

// Helpers

function onLayer(
  book: Rulebook,
  regions: LayerRegions,
  ruleSet: RuleSet,
  tried: readonly Proof[],
): RuleFinding[] {
  const { layer, axes, holding, governing } = regions;
  const found = (kind: FindingKind, subject: string, region: Region | null = null): RuleFinding => ({
    kind,
    layer,
    subject,
    region,
    because: null,
  });
  const silent = silentBoxes(regions);
  const ids = [...holding.keys()];
  const dead = ids.filter((id) => holding.get(id)?.length === 0);
  return [
    ...conflictRegions(regions).map(({ articles, ...region }) =>
      found('conflict', articles.join('+'), region),
    ),
    ...(silent.length > 0 ? [found('silence', layer, regionOf(silent, axes))] : []),
    ...dead.map((id) => found('dead', id)),
    ...ids
      .filter((id) => !dead.includes(id) && governing.get(id)?.length === 0)
      .map((id) => found('displaced', id)),
    ...redundantPairs(articlesOn(book, layer, ruleSet), regions).map((pair) => found('redundant', pair)),
    ...harms(book.articles, regions, tried).map(({ proof, without, with: with_, region }) =>
      found('harm', `${proof.fact}+${without}+${with_}`, region),
    ),
  ];
}

/** Articles that say nothing but what another one says wherever they hold: `DMG-1+DMG-2`, the needless one first. */
function redundantPairs(articles: readonly [string, Article][], { holding }: LayerRegions): string[] {
  const saying = (article: Article) => JSON.stringify([rulingOf(article), article.limitedTo]);
  return articles.flatMap(([id, article]) =>
    articles.flatMap(([other, second]) => {
      const inside = holding.get(id) ?? [];
      if (id === other || inside.length === 0 || saying(article) !== saying(second)) return [];
      if (subtractAll(inside, holding.get(other) ?? []).length > 0) return [];
      const twice = sameBoxes(inside, holding.get(other) ?? []);
      return twice && id < other ? [] : [`${id}+${other}`];
    }),
  );
}

function onLaws(book: Rulebook, ruleSet: RuleSet): RuleFinding[] {
  return book.laws.flatMap((law) => {
    const { layer } = law;
    const broken = breaches(book, law, ruleSet).map(
      ({ article, region }): RuleFinding => ({
        kind: 'brokenLaw',
        layer,
        subject: `${article}+${law.title.en}`,
        region,
        because: null,
      }),
    );
    const idle = !lawConcerns(book, law, ruleSet);
    return idle ? [{ kind: 'idleLaw', layer, subject: law.title.en, region: null, because: null }] : broken;
  });
}

/** Facts that make no difference on any layer, and values that cannot occur. */
function onFacts(book: Rulebook, tables: readonly LayerRegions[]): RuleFinding[] {
  const finding = (kind: FindingKind, subject: string): RuleFinding => ({
    kind,
    layer: null,
    subject,
    region: null,
    because: null,
  });
  const unused = book.facts.filter((fact) => !tables.some((regions) => matters(fact, regions)));
  const ruledOut = book.impossible.flatMap(({ when }) => {
    const cells = Object.entries(when);
    const [[name, wanted] = ['', '']] = cells;
    return cells.length === 1 ? [wanted].flat().map((value) => `${name}: ${value}`) : [];
  });
  return [
    ...unused.map((fact) => finding('unusedFact', fact)),
    ...ruledOut.map((value) => finding('unusedValue', value)),
  ];
}

/** Whether some article governs for one value of a fact and not for another, all else being equal. */
function matters(fact: string, { axes, possible, governing }: LayerRegions): boolean {
  const place = axes.names.indexOf(fact as never);
  if (place < 0) return false;
  const any = 2 ** (axes.values[place]?.length ?? 0) - 1;
  const freed = (boxes: readonly Box[]) => boxes.map((box) => box.with(place, any));
  return [...governing.values()].some((boxes) => {
    const elsewhere = subtractAll(freed(boxes), boxes);
    return intersectAll(possible, elsewhere).length > 0;
  });
}

/** A finding with its review; what a review does not cover stays a finding of its own. */
function reviewed(
  finding: RuleFinding,
  own: readonly Review[],
  tables: readonly LayerRegions[],
): RuleFinding[] {
  const matching = own.filter(({ kind, subject }) => kind === finding.kind && subject === finding.subject);
  const [whole] = matching.filter(({ when }) => when === undefined);
  if (whole) return [{ ...finding, because: whole.because }];
  const axes = tables.find(({ layer }) => layer === finding.layer)?.axes;
  if (!finding.region || !axes || matching.length === 0) return [finding];
  const all = finding.region.rows.map((row) => boxOf(row, axes));
  const rows = matching.map(({ when }) => boxOf(when as Row, axes));
  const parts = matching.map(({ because }, index) => {
    const covered = intersectAll(all, [rows[index] as Box]);
    return { ...finding, region: regionOf(covered, axes), because };
  });
  const left = regionOf(subtractAll(all, rows), axes);
  const kept = parts.filter(({ region }) => region.combinations > 0);
  return left.combinations === 0 ? kept : [...kept, { ...finding, region: left }];
}

/** Reviews of what is no longer so. */
function stale(found: readonly RuleFinding[], own: readonly Review[]): RuleFinding[] {
  return own
    .filter(
      ({ kind, subject }) => !found.some((finding) => finding.kind === kind && finding.subject === subject),
    )
    .map(({ kind, subject }) => ({
      kind: 'staleReview',
      layer: null,
      subject: `${kind} ${subject}`,
      region: null,
      because: null,
    }));
}
