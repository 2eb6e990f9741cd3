import { accepts, articlesOn, type Finding, holds, isPossible } from '../policy/decide.ts';
import {
  type Article,
  type Known,
  type Layer,
  type Readable,
  type Row,
  type Rulebook,
  type RuleSet,
  rowsOf,
} from '../policy/rulebook.ts';
import { type FactState, factState, namedValue } from './facts.ts';
import { type ArticleReference, type Named, type RulingReference, rulingOfArticle } from './named.ts';

/** A fact that keeps an article from holding: its value (`null`: pending), and the values the article needs. */
export interface UnmetFact extends FactState {
  readonly needs: readonly Named[];
}

/** How one article of a layer fares against what is known. */
export interface ArticleExplanation extends ArticleReference {
  /**
   * `governs`: it alone decides; `holds`: its condition holds, but it does not decide alone or not yet;
   * `displaced`: its condition holds, but an exception takes its place; `open`: only pending facts keep it from
   * holding; `failed`: an established fact rules it out.
   */
  readonly status: 'governs' | 'holds' | 'displaced' | 'open' | 'failed';
  readonly ruling: RulingReference;
  /** The facts of its condition that are as it needs them. */
  readonly matched: readonly FactState[];
  /** The facts of its condition that are not. Of several rows, the one that misses the fewest. */
  readonly unmet: readonly UnmetFact[];
  /** Established facts with which the unmet facts can never be as needed. */
  readonly ruledOutBy: readonly FactState[];
  /** The articles that took its place. */
  readonly displacedBy: readonly string[];
  /** The articles whose place it takes where it holds. */
  readonly exceptionTo: readonly string[];
}

/** Explains every article of a layer, in the order of the book. `finding` is what `decide` says about the same facts. */
export function explainArticles(
  book: Rulebook,
  layer: Layer,
  known: Known,
  finding: Finding | null,
  ruleSet: RuleSet,
): ArticleExplanation[] {
  const articles = articlesOn(book, layer, ruleSet);
  const governing = finding?.kind === 'decided' ? finding.article : null;
  const displacing = articles.filter(
    ([id, { when }]) => id === governing || rowsOf(when).some((row) => holds(row, known)),
  );
  return articles.map(([id, article]) => {
    const displacedBy = displacing
      .filter(([, { exceptionTo = [] }]) => exceptionTo.includes(id))
      .map(([other]) => other);
    return explainArticle(book, layer, known, id, article, id === governing, displacedBy);
  });
}

// Helpers

interface WeighedRow {
  readonly row: Row;
  readonly matched: readonly FactState[];
  readonly unmet: readonly UnmetFact[];
}

function explainArticle(
  book: Rulebook,
  layer: Layer,
  known: Known,
  id: string,
  article: Article,
  governs: boolean,
  displacers: readonly string[],
): ArticleExplanation {
  const rows = rowsOf(article.when).map((row) => weighRow(row, known));
  const open = rows.filter(({ row }) => couldHold(book, row, known));
  const met = rows.find(({ unmet }) => unmet.length === 0);
  const best = met ?? fewestUnmet(open) ?? fewestUnmet(rows);
  const status = governs
    ? 'governs'
    : met
      ? displacers.length > 0
        ? 'displaced'
        : 'holds'
      : open.length > 0
        ? 'open'
        : 'failed';
  return {
    id,
    title: article.title,
    cites: article.cites,
    status,
    ruling: rulingOfArticle(layer, article),
    matched: best?.matched ?? [],
    unmet: best?.unmet ?? [],
    ruledOutBy: status === 'failed' && best ? ruledOutBy(book, best.unmet, known) : [],
    displacedBy: status === 'displaced' ? displacers : [],
    exceptionTo: article.exceptionTo ?? [],
  };
}

function weighRow(row: Row, known: Known): WeighedRow {
  const cells = cellsOf(row);
  const meets = ([name, wanted]: Cell) => known[name] !== undefined && accepts(wanted, known[name]);
  return {
    row,
    matched: cells.filter(meets).map(([name]) => factState(name, known)),
    unmet: cells
      .filter((cell) => !meets(cell))
      .map(([name, wanted]) => ({
        ...factState(name, known),
        needs: wanted.map((value) => namedValue(name, value)),
      })),
  };
}

type Cell = [name: Readable, wanted: readonly string[]];

function cellsOf(row: Row): Cell[] {
  return Object.entries(row).map(([name, wanted]) => [
    name as Readable,
    typeof wanted === 'string' ? [wanted] : (wanted as readonly string[]),
  ]);
}

/** Whether pending facts can still make a row hold without making the facts impossible. */
function couldHold(book: Rulebook, row: Row, known: Known): boolean {
  const pending = cellsOf(row).find(([name]) => known[name] === undefined);
  if (!pending) return holds(row, known) && isPossible(book, known);
  const [name, wanted] = pending;
  return wanted.some((value) => couldHold(book, row, { ...known, [name]: value } as Known));
}

function fewestUnmet(rows: readonly WeighedRow[]): WeighedRow | undefined {
  const fewest = Math.min(...rows.map(({ unmet }) => unmet.length));
  return rows.find(({ unmet }) => unmet.length === fewest);
}

/** Where only pending facts are unmet and yet the article failed: what is known already excludes the values it needs. */
function ruledOutBy(book: Rulebook, unmet: readonly UnmetFact[], known: Known): FactState[] {
  if (unmet.some(({ value }) => value !== null)) return [];
  const pending = new Set<Readable>(unmet.map(({ fact }) => fact));
  const excluding = book.impossible
    .map(({ when }) => cellsOf(when))
    .filter((cells) => cells.some(([name]) => pending.has(name)))
    .flatMap((cells) => cells.filter(([name, wanted]) => accepts(wanted, known[name] ?? '')));
  return [...new Set(excluding.map(([name]) => name))].map((name) => factState(name, known));
}
