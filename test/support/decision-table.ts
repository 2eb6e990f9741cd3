import { type FactName, factCatalogue, valuesOf } from '../../domain/facts.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Known, Readable } from '../../policy/rulebook.ts';

/** One combination of facts and what comes out of it. */
export interface Combination {
  readonly facts: Known;
  readonly outcome: string;
}

/** One row of a collapsed table: a cell for each fact, where `–` means that its value makes no difference. */
interface Row {
  readonly cells: readonly string[];
  readonly outcome: string;
  readonly combinations: number;
}

/** All combinations as the shortest table that a decision in the order of the facts gives. */
export function collapsed(combinations: readonly Combination[], names: readonly Readable[]): Row[] {
  const [name, ...rest] = names;
  const [first] = combinations;
  if (!first) return [];
  if (name === undefined || combinations.every(({ outcome }) => outcome === first.outcome)) {
    return [{ cells: names.map(() => '–'), outcome: first.outcome, combinations: combinations.length }];
  }
  const branches = [...new Set(combinations.map(({ facts }) => facts[name] as string))].map((value) => ({
    values: [value],
    rows: collapsed(
      combinations.filter(({ facts }) => facts[name] === value),
      rest,
    ),
  }));
  const merged: { values: string[]; rows: Row[] }[] = [];
  for (const branch of branches) {
    const alike = merged.find(({ rows }) => sameRows(rows, branch.rows));
    if (!alike) merged.push({ ...branch });
    else {
      alike.values.push(...branch.values);
      alike.rows = alike.rows.map((row, index) => ({
        ...row,
        combinations: row.combinations + (branch.rows[index]?.combinations ?? 0),
      }));
    }
  }
  const every = merged.length === 1;
  return merged.flatMap(({ values, rows }) =>
    rows.map((row) => ({
      ...row,
      cells: [every ? '–' : values.map((value) => title(name, value)).join(' / '), ...row.cells],
    })),
  );
}

/** A table in Markdown. */
export function tableText(rows: readonly Row[], names: readonly Readable[]): string {
  const used = names.map((_, index) => rows.some(({ cells }) => cells[index] !== '–'));
  const pick = <Item>(items: readonly Item[]) => items.filter((_, index) => used[index]);
  const header = pick(names.map((name) => (name === 'payer' ? 'payer 赔付方' : both(name))));
  return [
    line([...header, 'comes out', 'combinations']),
    line([...header.map(() => '---'), '---', '--:']),
    ...rows.map(({ cells, outcome, combinations }) => line([...pick(cells), outcome, String(combinations)])),
  ].join('\n');
}

// Helpers

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function both(name: FactName): string {
  const { en, zh } = factCatalogue[name].title;
  return `${en} ${zh}`;
}

function title(name: Readable, value: string): string {
  if (name === 'payer') return partyTitles[value as 'buyer'].en;
  const titles: Readonly<Record<string, { en: string }>> = factCatalogue[name].values;
  return titles[value]?.en ?? valuesOf(name).join();
}

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (row, index) =>
        row.outcome === other[index]?.outcome && row.cells.join('|') === other[index]?.cells.join('|'),
    )
  );
}
