import { articlesOn, readBy } from '../policy/decide.ts';
import {
  type Law,
  type Layer,
  type Row,
  type Rulebook,
  type RuleSet,
  rowsOf,
  rulingOf,
} from '../policy/rulebook.ts';
import {
  type Axes,
  axesOf,
  type Box,
  boxOf,
  combinationsIn,
  disjoint,
  intersectAll,
  possibleBoxes,
  rowsOfBoxes,
  subtractAll,
} from './boxes.ts';

/** A part of the table of a layer: rows that together hold for exactly these combinations. */
export interface Region {
  readonly rows: readonly Row[];
  readonly combinations: number;
}

/** Combinations for which two articles remain. */
export interface Conflict extends Region {
  readonly articles: readonly [string, string];
}

/** Where each article of a layer holds and where it governs, as boxes over the facts the layer reads. */
export interface LayerRegions {
  readonly layer: Layer;
  readonly axes: Axes;
  /** Every possible combination. */
  readonly possible: readonly Box[];
  readonly holding: ReadonlyMap<string, readonly Box[]>;
  readonly governing: ReadonlyMap<string, readonly Box[]>;
}

/**
 * Works out where the articles of a layer hold and govern, by box algebra: nothing is enumerated. Independent of
 * `analyse`, which asks about every combination; a test holds the two equal.
 * @param further Facts to have as axes besides those the layer reads, such as those of a law.
 */
export function regionsOf(
  book: Rulebook,
  layer: Layer,
  ruleSet: RuleSet = 'guides',
  further: readonly string[] = [],
): LayerRegions {
  const read: readonly string[] = [...readBy(book, layer, ruleSet), ...further];
  const axes = axesOf((['payer', ...book.facts] as const).filter((name) => read.includes(name)));
  const possible = possibleBoxes(book, axes);
  const articles = articlesOn(book, layer, ruleSet);
  const holding = new Map(
    articles.map(([id, { when }]) => {
      const boxes = rowsOf(when).map((row) => boxOf(row, axes));
      return [id, disjoint(intersectAll(possible, boxes))] as const;
    }),
  );
  const governing = new Map(
    articles.map(([id]) => {
      const above = articles.filter(([, { exceptionTo }]) => exceptionTo?.includes(id));
      const displacing = above.flatMap(([other]) => holding.get(other) ?? []);
      return [id, subtractAll(holding.get(id) ?? [], displacing)] as const;
    }),
  );
  return { layer, axes, possible, holding, governing };
}

/** Combinations for which two articles remain, pair by pair. */
export function conflictRegions(regions: LayerRegions): Conflict[] {
  const governing = [...regions.governing];
  return governing.flatMap(([one, boxes], place) =>
    governing.slice(place + 1).flatMap(([other, others]) => {
      const region = regionOf(intersectAll(boxes, others), regions.axes);
      return region.combinations === 0 ? [] : [{ articles: [one, other] as const, ...region }];
    }),
  );
}

/** The combinations for which no article remains. */
export function silentBoxes({ possible, governing }: LayerRegions): Box[] {
  return subtractAll(possible, [...governing.values()].flat());
}

/** Boxes in words. */
export function regionOf(boxes: readonly Box[], axes: Axes): Region {
  return { rows: rowsOfBoxes(boxes, axes), combinations: combinationsIn(boxes) };
}

/** Where an article governs although a law forbids its ruling; none where the law is kept. */
export function breaches(
  book: Rulebook,
  law: Law,
  ruleSet: RuleSet = 'guides',
): { article: string; region: Region }[] {
  const regions = regionsOf(book, law.layer, ruleSet, Object.keys(law.when));
  const concerned = [boxOf(law.when, regions.axes)];
  return articlesOn(book, law.layer, ruleSet).flatMap(([id, article]) => {
    if (!law.never(rulingOf(article))) return [];
    const region = regionOf(intersectAll(regions.governing.get(id) ?? [], concerned), regions.axes);
    return region.combinations === 0 ? [] : [{ article: id, region }];
  });
}

/** Whether any possible combination is one that a law speaks of. */
export function lawConcerns(book: Rulebook, law: Law, ruleSet: RuleSet = 'guides'): boolean {
  const { axes, possible } = regionsOf(book, law.layer, ruleSet, Object.keys(law.when));
  return intersectAll(possible, [boxOf(law.when, axes)]).length > 0;
}
