import { z } from 'zod';
import { ParcelError } from '../domain/errors.ts';
import type { Text } from '../domain/text.ts';
import { instantSchema } from '../domain/time.ts';
import type { AmbiguityNumber, Citation } from './citation.ts';
import { inForce, type Parameter, parameters } from './parameters.ts';
import {
  type Article,
  type Layer,
  type Limit,
  layerOf,
  type Row,
  type Rulebook,
  type RuleSet,
  type Rulings,
  rowsOf,
  rulingOf,
} from './rulebook.ts';
import { parameterText, rowText, rulingText } from './words.ts';

/** What is listed. The books and conditions stand in other layers, so they are handed in. */
export interface RulebookSources {
  /** The rulebooks by exception type. */
  readonly books: Readonly<Record<string, Rulebook>>;
  /** The conditions of the flow, by name. */
  readonly conditions?: Readonly<
    Record<string, { readonly title: Text; readonly cites?: readonly Citation[] }>
  >;
  /** The transitions that cite a source. */
  readonly transitions?: readonly CitedTransition[];
}

/** A transition that is no article and says why it exists. */
export interface CitedTransition {
  /** The state that has it, such as `lost.searching`. */
  readonly state: string;
  /** The type of the event. */
  readonly event: string;
  readonly cites: readonly Citation[];
}

/** An article as a row of output. */
export interface ArticleRow {
  readonly id: string;
  /** The exception type. */
  readonly type: string;
  readonly layer: Layer;
  readonly title: Text;
  /** The condition in words: any of these must hold. */
  readonly when: readonly Text[];
  /** The condition as data. */
  readonly rows: readonly Row[];
  readonly ruling: Rulings[Layer];
  /** What the ruling is limited to; `null`: nothing. */
  readonly limitedTo: Limit | null;
  readonly rulingText: Text;
  /** The articles that give way to this one. */
  readonly exceptionTo: readonly string[];
  readonly ruleSets: readonly RuleSet[];
  readonly cites: readonly Citation[];
}

/** A parameter as a row of output, with its value on the date of the listing. */
export interface ParameterRow {
  readonly name: string;
  readonly title: Text;
  readonly unit: Parameter['unit'];
  /** The value: milliseconds, a count, a choice or a list of couriers. */
  readonly value: unknown;
  readonly valueText: Text;
  /** ISO date from which the value is in force. */
  readonly from: string;
  readonly cites: readonly Citation[];
}

/** A condition of the flow as a row of output. */
export interface ConditionRow {
  readonly name: string;
  readonly title: Text;
  readonly cites: readonly Citation[];
}

/** Something the product decided by itself, because the guides are silent or disagree. */
export interface AssumptionRow {
  /** What carries it: an article id, `parameter x`, `condition x`, or `state + event`. */
  readonly carriedBy: string;
  readonly ambiguity: AmbiguityNumber | null;
  readonly note: string;
}

/** The rulebook as rows. */
export interface RulebookListing {
  /** The date on which the parameters are read. */
  readonly on: string;
  readonly types: readonly { readonly type: string; readonly title: Text }[];
  readonly articles: readonly ArticleRow[];
  readonly parameters: readonly ParameterRow[];
  readonly conditions: readonly ConditionRow[];
  readonly transitions: readonly CitedTransition[];
  readonly assumptions: readonly AssumptionRow[];
}

/** What to list. */
export interface ListingOptions {
  /** ISO date, or date and time, on which the parameters are read. */
  readonly on: string;
  /** Only the articles and transitions of this exception type. Parameters and conditions hold for every type. */
  readonly type?: string;
}

const dateSchema = z.union([z.iso.date(), instantSchema]);

/**
 * The rulebook as rows for output, in the order of the books.
 * @throws {ParcelError} `INVALID_INPUT` for a type without a book or a date that is none; `PARAMETER_NOT_IN_FORCE`
 * for a date before the first value of a parameter.
 */
export function listRulebook(sources: RulebookSources, { on, type }: ListingOptions): RulebookListing {
  if (!dateSchema.safeParse(on).success) {
    throw new ParcelError(
      'INVALID_INPUT',
      `"${on}" is no date. Write it as 2026-03-01 or 2026-03-01T08:00:00Z.`,
    );
  }
  if (type !== undefined && !Object.hasOwn(sources.books, type)) {
    throw new ParcelError(
      'INVALID_INPUT',
      `There is no exception type "${type}". Choose one of: ${Object.keys(sources.books).join(', ')}.`,
    );
  }
  const books = Object.entries(sources.books).filter(([name]) => type === undefined || name === type);
  const articles = books.flatMap(([name, book]) =>
    Object.entries<Article>(book.articles).map(([id, article]) => articleRow(name, id, article)),
  );
  const parameterRows = Object.entries<Parameter>(parameters).map(([name, parameter]) =>
    parameterRow(name, parameter, on),
  );
  const conditions = Object.entries(sources.conditions ?? {}).flatMap(([name, { title, cites = [] }]) =>
    cites.length > 0 ? [{ name, title, cites }] : [],
  );
  const transitions = (sources.transitions ?? []).filter(
    ({ state }) => type === undefined || state.split('.')[0] === type,
  );
  return {
    on,
    types: books.map(([name, { title }]) => ({ type: name, title })),
    articles,
    parameters: parameterRows,
    conditions,
    transitions,
    assumptions: [
      ...articles.flatMap(({ id, cites }) => assumptionsOf(id, cites)),
      ...parameterRows.flatMap(({ name, cites }) => assumptionsOf(`parameter ${name}`, cites)),
      ...conditions.flatMap(({ name, cites }) => assumptionsOf(`condition ${name}`, cites)),
      ...transitions.flatMap(({ state, event, cites }) => assumptionsOf(`${state} + ${event}`, cites)),
    ],
  };
}

// Helpers

function articleRow(type: string, id: string, article: Article): ArticleRow {
  const { title, cites, limitedTo, exceptionTo = [], ruleSets = ['guides'] } = article;
  const rows = rowsOf(article.when);
  const ruling = rulingOf(article);
  return {
    id,
    type,
    layer: layerOf(article),
    title,
    when: rows.map(rowText),
    rows,
    ruling,
    limitedTo: limitedTo ?? null,
    rulingText: rulingText(ruling, limitedTo),
    exceptionTo,
    ruleSets,
    cites,
  };
}

function parameterRow(name: string, parameter: Parameter, on: string): ParameterRow {
  const { value, from, cites } = inForce(name, parameter, on);
  const { title, unit } = parameter;
  return { name, title, unit, value, valueText: parameterText(name, parameter, value), from, cites };
}

function assumptionsOf(carriedBy: string, cites: readonly Citation[]): AssumptionRow[] {
  return cites.flatMap((citation) =>
    citation.basis === 'assumed'
      ? [{ carriedBy, ambiguity: citation.ambiguity ?? null, note: citation.note }]
      : [],
  );
}
