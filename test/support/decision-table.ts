import { factCatalogue } from '../../domain/facts.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Known, Readable } from '../../policy/rulebook.ts';

/** One combination of facts and what comes out of it. */
export interface Combination {
  readonly facts: Known;
  readonly outcome: string;
  /** Whether a course of events led to it, or only the rulebook was asked. */
  readonly driven: boolean;
}

/** One row of a collapsed table. A fact without a cell makes no difference. */
export interface Row {
  readonly cells: ReadonlyMap<Readable, readonly string[]>;
  readonly outcome: string;
  readonly combinations: number;
  readonly driven: number;
}

/**
 * All combinations as a decision tree, one row for each leaf. Splits on the fact that tells most about the outcome
 * first, so that a fact is asked only where it makes a difference; values that lead to the same rows share them.
 */
export function collapsed(combinations: readonly Combination[], names: readonly Readable[]): Row[] {
  const [first] = combinations;
  if (!first) return [];
  if (combinations.every(({ outcome }) => outcome === first.outcome)) {
    const driven = combinations.filter((combination) => combination.driven).length;
    return [{ cells: new Map(), outcome: first.outcome, combinations: combinations.length, driven }];
  }
  const name = mostTelling(combinations, names);
  const rest = names.filter((other) => other !== name);
  const merged = new Map<string, { values: string[]; rows: Row[] }>();
  for (const [value, group] of groups(combinations, name)) {
    const rows = collapsed(group, rest);
    const key = JSON.stringify(rows.map(({ cells, outcome }) => [[...cells], outcome]));
    const alike = merged.get(key);
    merged.set(
      key,
      alike ? { values: [...alike.values, value], rows: added(alike.rows, rows) } : { values: [value], rows },
    );
  }
  if (merged.size === 1) return [...merged.values()][0]?.rows ?? [];
  return [...merged.values()].flatMap(({ values, rows }) =>
    rows.map((row) => ({ ...row, cells: new Map([[name, values], ...row.cells]) })),
  );
}

/** A table in Markdown: a column for every fact that makes a difference somewhere. */
export function tableText(rows: readonly Row[], names: readonly Readable[]): string {
  const used = names.filter((name) => rows.some(({ cells }) => cells.has(name)));
  return [
    line([...used.map(heading), 'what the machine does', 'combinations', 'driven']),
    line([...used.map(() => '---'), '---', '--:', '--:']),
    ...rows.map(({ cells, outcome, combinations, driven }) =>
      line([...used.map((name) => cellText(name, cells.get(name))), outcome, `${combinations}`, `${driven}`]),
    ),
  ].join('\n');
}

// Helpers

function groups(combinations: readonly Combination[], name: Readable): Map<string, Combination[]> {
  const byValue = new Map<string, Combination[]>();
  for (const combination of combinations) {
    const value = combination.facts[name] as string;
    const group = byValue.get(value);
    if (group) group.push(combination);
    else byValue.set(value, [combination]);
  }
  return byValue;
}

/** The fact whose value leaves the least open about the outcome (the smallest entropy); the first one of the book in a tie. */
function mostTelling(combinations: readonly Combination[], names: readonly Readable[]): Readable {
  let best = names[0] as Readable;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const byValue = groups(combinations, name);
    if (byValue.size === 1) continue;
    const open = [...byValue.values()].reduce((sum, group) => sum + group.length * entropy(group), 0);
    if (open < least - 1e-9) [best, least] = [name, open];
  }
  return best;
}

function entropy(group: readonly Combination[]): number {
  const counts = new Map<string, number>();
  for (const { outcome } of group) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / group.length) * Math.log2(count / group.length),
    0,
  );
}

function added(rows: readonly Row[], others: readonly Row[]): Row[] {
  return rows.map((row, place) => ({
    ...row,
    combinations: row.combinations + (others[place]?.combinations ?? 0),
    driven: row.driven + (others[place]?.driven ?? 0),
  }));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function heading(name: Readable): string {
  if (name === 'payer') return 'payer 赔付方';
  const { en, zh } = factCatalogue[name].title;
  return `${en} ${zh}`;
}

function cellText(name: Readable, values: readonly string[] | undefined): string {
  if (!values) return '–';
  const titles: Readonly<Record<string, { readonly en: string }>> =
    name === 'payer' ? partyTitles : factCatalogue[name].values;
  return values.map((value) => titles[value]?.en ?? value).join(' / ');
}
