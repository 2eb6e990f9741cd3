import type { Effect } from '../../actions/effects.ts';
import type { Deadline } from '../../domain/deadlines.ts';
import type { Posting } from '../../domain/money.ts';
import type { Text } from '../../domain/text.ts';
import { type FactState, factState } from '../../explain/facts.ts';
import { type Named, type RulingReference, rulingReference } from '../../explain/named.ts';
import { type StateReference, statesOf } from '../../explain/states.ts';
import { layerTitles, outcomeTitles } from '../../explain/titles.ts';
import type { CaseContext, Outcome, Verdict } from '../../guards/case-context.ts';
import { type Layer, layers, type Readable } from '../../policy/rulebook.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { lineOf } from './line.ts';
import { type Moment, momentOf, type Session } from './session.ts';

/** A fact that is not the same at two moments. */
export interface FactDifference {
  readonly fact: Readable;
  readonly title: Text;
  /** `null`: pending. */
  readonly before: Named | null;
  readonly after: Named | null;
}

/** A ruling a case holds, and what gave it: the id of an article, or `award`. */
export interface HeldRuling extends RulingReference {
  readonly by: string;
}

/** A layer on which a case does not hold the same ruling at two moments. */
export interface RulingDifference {
  readonly layer: Layer;
  readonly title: Text;
  readonly before: HeldRuling | null;
  readonly after: HeldRuling | null;
}

/** Another part of the case that is not the same, as JSON. */
export interface ContextDifference {
  readonly name: keyof CaseContext;
  readonly before: unknown;
  readonly after: unknown;
}

/** How a case differs between two moments, which may lie on different lines. */
export interface Differences {
  /** The last moment both have behind them. */
  readonly parted: number;
  readonly entered: readonly StateReference[];
  readonly left: readonly StateReference[];
  readonly facts: readonly FactDifference[];
  readonly rulings: readonly RulingDifference[];
  readonly outcome: { readonly before: Named<Outcome> | null; readonly after: Named<Outcome> | null } | null;
  readonly postings: { readonly added: readonly Posting[]; readonly removed: readonly Posting[] };
  readonly deadlines: { readonly started: readonly Deadline[]; readonly stopped: readonly Deadline[] };
  /** What the host was asked to do since the lines parted, on the way to each. */
  readonly effects: { readonly before: readonly Effect[]; readonly after: readonly Effect[] };
  readonly others: readonly ContextDifference[];
}

/**
 * How the case differs between a moment and another one.
 * @throws {ParcelError} `INVALID_INPUT` if there is no such moment.
 */
export function differences(session: Session, before: number, after: number): Differences {
  const [one, other] = [momentOf(session, before), momentOf(session, after)];
  const [former, present] = [contextOf(one.snapshot), contextOf(other.snapshot)];
  const [left, entered] = onlyIn(statesOf(one.snapshot), statesOf(other.snapshot), ({ path }) => path);
  const [stopped, started] = onlyIn(former.deadlines, present.deadlines, ({ id, dueAt }) => `${id} ${dueAt}`);
  const common = sharedBeginning(former.postings, present.postings);
  const parted = partingOf(session, before, after);
  return {
    parted,
    entered,
    left,
    facts: factDifferences(former, present),
    rulings: layers.flatMap((layer) => rulingDifference(layer, former.verdict, present.verdict)),
    outcome:
      former.outcome === present.outcome ? null : { before: outcomeOf(former), after: outcomeOf(present) },
    postings: { removed: former.postings.slice(common), added: present.postings.slice(common) },
    deadlines: { started, stopped },
    effects: { before: effectsSince(session, parted, one), after: effectsSince(session, parted, other) },
    others: otherDifferences(former, present),
  };
}

// Helpers

function factDifferences(former: CaseContext, present: CaseContext): FactDifference[] {
  const names = new Set([...Object.keys(former.facts), ...Object.keys(present.facts)]) as Set<Readable>;
  return [...names]
    .map((name): [FactState, FactState] => [factState(name, former.facts), factState(name, present.facts)])
    .filter(([before, after]) => before.value?.value !== after.value?.value)
    .map(([{ fact, title, value: before }, { value: after }]) => ({ fact, title, before, after }));
}

function rulingDifference(layer: Layer, former: Verdict, present: Verdict): RulingDifference[] {
  const [before, after] = [held(layer, former), held(layer, present)];
  const same = before?.by === after?.by && isSame(before?.ruling, after?.ruling);
  return same ? [] : [{ layer, title: layerTitles[layer], before, after }];
}

function held(layer: Layer, verdict: Verdict): HeldRuling | null {
  const decided = verdict[layer];
  return decided ? { by: decided.article, ...rulingReference(layer, decided) } : null;
}

function outcomeOf({ outcome }: CaseContext): Named<Outcome> | null {
  return outcome && { value: outcome, title: outcomeTitles[outcome] };
}

/** Told above, or the same in every moment of a case, or mere bookkeeping. */
const told: ReadonlySet<string> = new Set([
  'version',
  'caseId',
  'openedAt',
  'at',
  'facts',
  'verdict',
  'outcome',
  'postings',
  'deadlines',
  'requests',
] satisfies (keyof CaseContext)[]);

function otherDifferences(former: CaseContext, present: CaseContext): ContextDifference[] {
  const names = Object.keys({ ...former, ...present }) as (keyof CaseContext)[];
  return names
    .filter((name) => !told.has(name) && !isSame(former[name], present[name]))
    .map((name) => ({ name, before: former[name], after: present[name] }));
}

/** What only the first list has, and what only the second has. */
function onlyIn<Item>(
  first: readonly Item[],
  second: readonly Item[],
  keyOf: (item: Item) => string,
): [Item[], Item[]] {
  const [firstKeys, secondKeys] = [new Set(first.map(keyOf)), new Set(second.map(keyOf))];
  return [
    first.filter((item) => !secondKeys.has(keyOf(item))),
    second.filter((item) => !firstKeys.has(keyOf(item))),
  ];
}

function sharedBeginning(first: readonly unknown[], second: readonly unknown[]): number {
  const place = first.findIndex((item, index) => !isSame(item, second[index]));
  return place < 0 ? first.length : place;
}

function partingOf(session: Session, before: number, after: number): number {
  const behind = new Set(lineOf(session, before).map(({ id }) => id));
  return lineOf(session, after).findLast(({ id }) => behind.has(id))?.id ?? 0;
}

/** Walks back from a moment, so that two neighbours cost no more than two moments. */
function effectsSince({ moments }: Session, parted: number, to: Moment): Effect[] {
  const steps: Moment[] = [];
  for (let moment: Moment | undefined = to; moment && moment.id !== parted; ) {
    steps.push(moment);
    moment = moment.parent === null ? undefined : moments[moment.parent];
  }
  return steps.reverse().flatMap(({ effects }) => effects);
}

/** Contexts are JSON, and their parts keep their order. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
