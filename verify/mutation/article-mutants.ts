import { type FactName, valuesOf } from '../../domain/facts.ts';
import { freightBearers, payers, recourses } from '../../domain/parties.ts';
import { forget } from '../../policy/decide.ts';
import {
  type Article,
  type Layer,
  layerOf,
  type Readable,
  type Row,
  type Rulebook,
  rowsOf,
  rulingOf,
} from '../../policy/rulebook.ts';
import { axesOf } from '../boxes.ts';
import { replaced } from './change.ts';
import { type Copies, type MutableTransition, type TransitionPlace, transitionPlaces } from './copies.ts';
import type { Mutant } from './mutant.ts';

/** A mutant of a rulebook: the book as it was and as it is while the mutant is in force. */
export interface ArticleMutant extends Mutant {
  readonly original: Rulebook;
  readonly changed: Rulebook;
}

/** The mutants of the articles and impossibilities of a rulebook. They change the book, and the copies that follow it, in place. */
export function articleMutants(book: Rulebook, copies: Copies): ArticleMutant[] {
  const branches = branchesOf(book, copies);
  const articles = Object.entries(book.articles).flatMap(([id, article]) =>
    changesOf(article, book).map(({ change, detail, to }) => {
      const changed = { ...book, articles: withArticle(book, id, to) };
      return toMutant(book, changed, branches, { change, detail, where: id, layer: layerOf(article) });
    }),
  );
  const impossible = book.impossible.map(({ because }, place) => {
    const changed = { ...book, impossible: book.impossible.toSpliced(place, 1) };
    const [layer] = Object.values(book.articles).map(layerOf);
    return toMutant(book, changed, branches, {
      change: 'drop impossibility',
      detail: because,
      where: book.type,
      layer: layer ?? 'payer',
    });
  });
  return [...articles, ...impossible];
}

// Helpers

interface Change {
  readonly change: string;
  readonly detail: string;
  /** `null`: the article is deleted. */
  readonly to: Article | null;
}

function changesOf(article: Article, { facts }: Rulebook): Change[] {
  const rows = rowsOf(article.when);
  const withRows = (when: readonly Row[]) => ({ ...article, when });
  const cells = rows.flatMap((row, place) =>
    (Object.keys(row) as Readable[]).flatMap((name) =>
      cellChanges(name, row).map(({ change, detail, row: to }) => ({
        change,
        detail: rows.length > 1 ? `row ${place + 1}, ${detail}` : detail,
        to: withRows(rows.with(place, to)),
      })),
    ),
  );
  const fewer =
    rows.length < 2
      ? []
      : rows.map((_, place) => ({
          change: 'drop row',
          detail: `row ${place + 1}`,
          to: withRows(rows.toSpliced(place, 1)),
        }));
  const further = article.exceptionTo?.map((other) => ({
    change: 'drop exceptionTo',
    detail: other,
    to: { ...article, exceptionTo: article.exceptionTo?.filter((named) => named !== other) ?? [] },
  }));
  const unread = facts.filter((name) => rows.every((row) => !(name in row))).slice(0, 1);
  const added = unread.flatMap((name) =>
    valuesOf(name as FactName)
      .slice(0, 1)
      .map((value) => ({
        change: 'add condition',
        detail: `${name}: ${value}`,
        to: withRows(rows.map((row) => ({ ...row, [name]: value }) as Row)),
      })),
  );
  return [
    { change: 'delete article', detail: '', to: null },
    ...cells,
    ...fewer,
    ...(further ?? []),
    ...added,
    ...bearerChanges(article),
    ...limitChanges(article),
    ...layerChanges(article),
  ];
}

function cellChanges(name: Readable, row: Row): { change: string; detail: string; row: Row }[] {
  const [all = []] = axesOf([name]).values;
  const wanted = [row[name]].flat() as string[];
  const others = all.filter((value) => !wanted.includes(value));
  const cell = (change: string, values: readonly string[], detail: string) => ({
    change,
    detail,
    row: { ...row, [name]: values.length === 1 ? values[0] : values } as Row,
  });
  const { [name]: _dropped, ...rest } = row;
  return [
    { change: 'drop condition', detail: name, row: rest },
    ...(others.length > 0 ? [cell('negate condition', others, name)] : []),
    ...(others.length > 1
      ? others.map((value) => cell('add value', [...wanted, value], `${name}: ${value}`))
      : []),
    ...(wanted.length > 1
      ? wanted.map((value) =>
          cell(
            'drop value',
            wanted.filter((one) => one !== value),
            `${name}: ${value}`,
          ),
        )
      : []),
    ...(wanted.length === 1 && others.length > 1
      ? others.map((value) => cell('replace value', [value], `${name}: ${value}`))
      : []),
  ];
}

const bearersOf: Readonly<Record<Layer, readonly string[]>> = {
  payer: payers,
  recourse: recourses,
  freight: freightBearers,
  surcharge: freightBearers.filter((bearer) => bearer !== 'half'),
};

function bearerChanges(article: Article): Change[] {
  const layer = layerOf(article);
  const ruling = rulingOf(article);
  const change = (to: unknown, detail: string): Change => ({
    change: 'change bearer',
    detail,
    to: { ...article, liability: { [layer]: to } as Article['liability'] },
  });
  if (typeof ruling === 'object') {
    return (['outbound', 'return'] as const).flatMap((way) =>
      bearersOf.freight
        .filter((bearer) => bearer !== ruling[way])
        .map((bearer) => change({ ...ruling, [way]: bearer }, `${way}: ${bearer}`)),
    );
  }
  return bearersOf[layer].filter((bearer) => bearer !== ruling).map((bearer) => change(bearer, bearer));
}

function limitChanges(article: Article): Change[] {
  if (article.limitedTo !== undefined) {
    const { limitedTo: _limitedTo, ...free } = article;
    return [{ change: 'drop limit', detail: article.limitedTo, to: free }];
  }
  const layer = layerOf(article);
  if (layer !== 'payer' && layer !== 'recourse') return [];
  const limitedTo = layer === 'payer' ? 'compensation' : 'freight';
  return [{ change: 'add limit', detail: limitedTo, to: { ...article, limitedTo } }];
}

/** The article decides another layer with the same ruling. */
function layerChanges(article: Article): Change[] {
  const ruling = rulingOf(article);
  const to = { payer: 'surcharge', surcharge: 'payer', recourse: 'payer', freight: null }[
    layerOf(article)
  ] as Layer | null;
  if (to === null || typeof ruling !== 'string' || !bearersOf[to].includes(ruling)) return [];
  return [
    {
      change: 'swap layer',
      detail: to,
      to: { ...article, liability: { [to]: ruling } as Article['liability'] },
    },
  ];
}

function withArticle(book: Rulebook, id: string, to: Article | null): Rulebook['articles'] {
  const { [id]: _former, ...others } = book.articles;
  return to === null ? others : { ...book.articles, [id]: to };
}

/** Marks of the branches of a layer, and the branches of each article in every copy. */
interface Branches {
  readonly marks: ReadonlyMap<Layer, readonly string[]>;
  readonly places: readonly TransitionPlace[];
}

function branchesOf(book: Rulebook, copies: Copies): Branches {
  const places = transitionPlaces(copies).filter(
    ({ mark, transitions: [first] }) =>
      / always \d+$/.test(mark) && typeof first?.guard === 'string' && first.guard in book.articles,
  );
  const marks = new Map<Layer, string[]>();
  for (const { marks: own, transitions } of places) {
    const layer = layerOf(book.articles[transitions[0]?.guard as string] as Article);
    marks.set(layer, [...(marks.get(layer) ?? []), ...own]);
  }
  return { marks, places };
}

function toMutant(
  book: Rulebook,
  changed: Rulebook,
  branches: Branches,
  { change, detail, where, layer }: Pick<Mutant, 'change' | 'detail' | 'where'> & { layer: Layer },
): ArticleMutant {
  return {
    kind: 'article',
    change,
    detail,
    where,
    original: { ...book },
    changed,
    touches: branches.marks.get(layer) ?? [],
    equivalent: null,
    make: () => {
      const article = changed.articles[where];
      const own = branches.places.filter(({ transitions }) => transitions[0]?.guard === where);
      const undo = [
        replaced([book], () => ({ articles: changed.articles, impossible: changed.impossible })),
        ...(article ? own.map(({ transitions }) => decides(transitions, article, branches)) : []),
      ];
      forget(book);
      return () => {
        for (const takeBack of undo.reverse()) takeBack();
        forget(book);
      };
    },
  };
}

/** The branch of an article adopts what the article now says; one that now goes to a human does what such branches do. */
function decides(
  transitions: readonly MutableTransition[],
  article: Article,
  { places }: Branches,
): () => void {
  const ruling = rulingOf(article);
  const { limitedTo } = article;
  return replaced(transitions, ({ actions, source, guard }) => {
    const adopt = actions.find(isAdoption);
    const params = { layer: layerOf(article), article: guard, ruling, ...(limitedTo && { limitedTo }) };
    if (adopt && ruling !== 'arbitration') {
      return { actions: actions.map((action) => (action === adopt ? { ...adopt, params } : action)) };
    }
    const always = (source.always ?? []) as unknown as MutableTransition[];
    if (ruling === 'arbitration') {
      const human = always.at(-1);
      return { actions: human?.actions ?? [], target: human?.target };
    }
    const decided =
      always.find((branch) => branch.actions.some(isAdoption)) ??
      places.flatMap((place) => place.transitions).find((branch) => branch.actions.some(isAdoption));
    return {
      target: decided?.target,
      actions: (decided?.actions ?? []).map((action) =>
        isAdoption(action) ? { ...action, params } : action,
      ),
    };
  });
}

function isAdoption(action: unknown): action is { type: string; params: object } {
  return typeof action === 'object' && action !== null && 'type' in action && action.type === 'adoptRuling';
}
