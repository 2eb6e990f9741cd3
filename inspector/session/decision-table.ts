import { type FactState, factState, namedValue } from '../../explain/facts.ts';
import type { LayerExplanation } from '../../explain/index.ts';
import type { Named } from '../../explain/named.ts';
import { knownIn } from '../../guards/article-guards.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { accepts, readBy } from '../../policy/decide.ts';
import { type Article, type Known, type Row, type Rulebook, rowsOf } from '../../policy/rulebook.ts';

/** What a row asks of a fact. */
export interface TableCell {
  /** The values it accepts; `null`: any. */
  readonly needs: readonly Named[] | null;
  /** Whether the fact is as needed; `pending` if it is not established. */
  readonly holds: 'yes' | 'no' | 'pending';
}

/** One row of an article: it holds if each of its cells does. */
export interface TableRow {
  /** The id of its article. Articles with several rows hold if one of them does. */
  readonly article: string;
  /** How the article fares against what is known. */
  readonly status: LayerExplanation['articles'][number]['status'];
  /** One for each column. */
  readonly cells: readonly TableCell[];
  /** Whether every cell holds. */
  readonly holds: boolean;
  /** Whether this row decides: it holds, and its article governs alone. */
  readonly active: boolean;
}

/** The articles of a layer as a table of what they ask of each fact. */
export interface DecisionTable {
  /** The facts, each with its present value. */
  readonly columns: readonly FactState[];
  readonly rows: readonly TableRow[];
}

/** The articles of a layer beside what is known in a case. */
export function decisionTable(
  { layer, type, articles }: LayerExplanation,
  context: CaseContext,
): DecisionTable {
  const book: Rulebook = rulebooks[type];
  const known = knownIn(context);
  const columns = readBy(book, layer, context.ruleSet).map((name) => factState(name, known));
  const rows = articles.flatMap(({ id, status }) =>
    rowsOf((book.articles[id] as Article).when).map((row) => {
      const cells = columns.map(({ fact }) => cellOf(row, fact, known));
      const holds = cells.every((cell) => cell.holds === 'yes');
      return { article: id, status, cells, holds, active: holds && status === 'governs' };
    }),
  );
  return { columns, rows };
}

// Helpers

function cellOf(row: Row, fact: FactState['fact'], known: Known): TableCell {
  const wanted = row[fact] as string | readonly string[] | undefined;
  const value = known[fact];
  if (wanted === undefined) return { needs: null, holds: 'yes' };
  const needs = [wanted].flat().map((each) => namedValue(fact, each));
  return { needs, holds: value === undefined ? 'pending' : accepts(wanted, value) ? 'yes' : 'no' };
}
