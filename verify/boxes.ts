import { type FactName, valuesOf } from '../domain/facts.ts';
import { payers } from '../domain/parties.ts';
import { accepts } from '../policy/decide.ts';
import type { Readable, Row, Rulebook } from '../policy/rulebook.ts';

/** The facts of a table and the values each can take. A value's place in the list is its bit in a box. */
export interface Axes {
  readonly names: readonly Readable[];
  readonly values: readonly (readonly string[])[];
}

/** A block of combinations: for every fact of the axes a bit mask of the values inside. */
export type Box = readonly number[];

/** The axes of the named facts. `payer` takes the values a payer layer can leave behind. */
export function axesOf(names: readonly Readable[]): Axes {
  return {
    names,
    values: names.map((name) =>
      name === 'payer' ? payers.filter((payer) => payer !== 'arbitration') : valuesOf(name as FactName),
    ),
  };
}

/** The combinations that the impossibilities of a rulebook leave, as boxes that do not overlap. */
export function possibleBoxes(book: Rulebook, axes: Axes): Box[] {
  const everything = axes.values.map((values) => 2 ** values.length - 1);
  const impossible = book.impossible
    .filter(({ when }) => Object.keys(when).every((name) => axes.names.includes(name as Readable)))
    .map(({ when }) => boxOf(when, axes));
  return subtractAll([everything], impossible);
}

/** The combinations for which a row holds. The row reads facts of the axes only. */
export function boxOf(row: Row, { names, values }: Axes): Box {
  return names.map((name, place) => {
    const wanted = row[name] as string | readonly string[] | undefined;
    return (values[place] ?? []).reduce(
      (mask, value, bit) => (wanted === undefined || accepts(wanted, value) ? mask | (1 << bit) : mask),
      0,
    );
  });
}

/** What two lists of boxes share. */
export function intersectAll(ones: readonly Box[], others: readonly Box[]): Box[] {
  return ones.flatMap((one) =>
    others.map((other) => intersect(one, other)).filter((shared) => shared !== null),
  );
}

/** What is left of boxes without others, as boxes that do not overlap if the first ones do not. */
export function subtractAll(boxes: readonly Box[], others: readonly Box[]): Box[] {
  return others.reduce<readonly Box[]>(
    (left, other) => left.flatMap((box) => subtract(box, other)),
    boxes,
  ) as Box[];
}

/** The same combinations as boxes that do not overlap. */
export function disjoint(boxes: readonly Box[]): Box[] {
  const apart: Box[] = [];
  for (const box of boxes) apart.push(...subtractAll([box], apart));
  return apart;
}

/** Whether no combination is inside one list of boxes and outside the other. */
export function sameBoxes(ones: readonly Box[], others: readonly Box[]): boolean {
  return subtractAll(ones, others).length === 0 && subtractAll(others, ones).length === 0;
}

/** How many combinations boxes that do not overlap hold. */
export function combinationsIn(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => sum + box.reduce((product, mask) => product * bits(mask), 1), 0);
}

/** Boxes as rows of a condition, fewer where some can be joined: a fact that may have any value is left out. */
export function rowsOfBoxes(boxes: readonly Box[], { names, values }: Axes): Row[] {
  return joined(boxes).map((box) =>
    Object.fromEntries(
      names.flatMap((name, place) => {
        const all = values[place] ?? [];
        const inside = all.filter((_, bit) => ((box[place] as number) & (1 << bit)) !== 0);
        return inside.length === all.length ? [] : [[name, inside.length === 1 ? inside[0] : inside]];
      }),
    ),
  ) as Row[];
}

// Helpers

/** What two boxes share; `null` where that is nothing. */
function intersect(one: Box, other: Box): Box | null {
  const shared: number[] = [];
  for (let place = 0; place < one.length; place++) {
    const mask = (one[place] as number) & (other[place] as number);
    if (mask === 0) return null;
    shared.push(mask);
  }
  return shared;
}

/** Cuts a box along every fact in which the other one does not hold it. */
function subtract(box: Box, other: Box): Box[] {
  if (!intersect(box, other)) return [box];
  const parts: Box[] = [];
  let rest = box;
  for (let place = 0; place < box.length; place++) {
    const [inside, outside] = [
      (rest[place] as number) & (other[place] as number),
      (rest[place] as number) & ~(other[place] as number),
    ];
    if (outside !== 0) parts.push(rest.with(place, outside));
    rest = rest.with(place, inside);
  }
  return parts;
}

/** Boxes that differ in one fact only become one, as long as there are any. */
function joined(boxes: readonly Box[]): Box[] {
  const left = [...boxes];
  for (let first = 0; first < left.length; first++) {
    for (let second = first + 1; second < left.length; second++) {
      const one = left[first] as Box;
      const other = left[second] as Box;
      const places = one.flatMap((mask, place) => (mask === other[place] ? [] : [place]));
      const [place] = places;
      if (places.length !== 1 || place === undefined) continue;
      left[first] = one.with(place, (one[place] as number) | (other[place] as number));
      left.splice(second, 1);
      return joined(left);
    }
  }
  return left;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
