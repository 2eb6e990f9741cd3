import type { Effect } from '../actions/effects.ts';
import type { Verdict } from '../guards/case-context.ts';
import type { TraceStep } from './run.ts';
import type { Expectation, ScenarioStep } from './scenario.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';

/** One expectation that is not met. */
export interface Difference {
  /** Which expectation, such as `events[3].expect.payer.article`. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What a step did that its scenario does not expect. */
export function stepDifferences(expected: ScenarioStep, played: TraceStep): Difference[] {
  const path = `events[${played.index}].expect`;
  const { result = 'applied', reason, lapses, ...rest } = expected.expect ?? {};
  return [
    ...different(`${path}.result`, result, played.result),
    ...(reason === undefined ? [] : different(`${path}.reason`, reason, played.reason?.code ?? null)),
    ...(lapses === undefined
      ? []
      : different(
          `${path}.lapses`,
          lapses,
          played.lapses.map(({ event }) => event.type),
        )),
    ...differences(rest, played.snapshot, played.effects, path),
  ];
}

/** What a case shows that is not expected. Only what the expectation mentions is compared. */
export function differences(
  expected: Expectation,
  snapshot: CaseSnapshot,
  effects: readonly Effect[],
  path: string,
): Difference[] {
  const context = contextOf(snapshot);
  const found: Difference[] = [];
  const compare = (name: keyof Expectation, actual: unknown, wanted: unknown = expected[name]) => {
    if (expected[name] !== undefined) found.push(...different(`${path}.${name}`, wanted, actual));
  };
  compare('status', snapshot.status === 'done' ? 'closed' : 'open');
  for (const state of expected.states ?? []) {
    if (!isActive(snapshot, state)) {
      found.push({ path: `${path}.states`, expected: state, actual: activeStates(snapshot) });
    }
  }
  compare('outcome', context.outcome);
  compare('payer', bearerOf(context.verdict.payer));
  compare('recourse', bearerOf(context.verdict.recourse));
  compare('surcharge', bearerOf(context.verdict.surcharge));
  const { freight } = context.verdict;
  compare('freight', freight ? { article: freight.article, ...freight.ruling } : null);
  for (const [fact, value] of Object.entries(expected.facts ?? {})) {
    const actual = (context.facts as Readonly<Record<string, string>>)[fact] ?? null;
    found.push(...different(`${path}.facts.${fact}`, value, actual));
  }
  if (expected.postings) {
    const moved = context.postings.filter(({ for: purpose }) => purpose !== 'goods');
    found.push(...differentLists(`${path}.postings`, expected.postings, moved));
  }
  if (expected.effects) found.push(...differentLists(`${path}.effects`, expected.effects, effects.map(flat)));
  compare('deadlines', context.deadlines.map(({ id }) => id).sort(), [...(expected.deadlines ?? [])].sort());
  compare('needsHuman', snapshot.hasTag('needsHuman'));
  return found;
}

/** The paths of the active states, deepest only. */
export function activeStates(snapshot: CaseSnapshot): string[] {
  const paths = (snapshot as unknown as { _nodes: readonly { path: readonly string[] }[] })._nodes.map(
    ({ path }) => path.join('.'),
  );
  return paths.filter(
    (path) => !paths.some((other) => other.startsWith(path === '' ? '' : `${path}.`) && other !== path),
  );
}

/** An effect as a scenario writes it: its type beside its data, without the key. */
function flat({ type, params }: Effect): Record<string, unknown> {
  const { key: _key, ...data } = params as { key: string } & Record<string, unknown>;
  return { type, ...data };
}

/** Whether an entry of a list has everything an expected entry mentions. */
export function matchesEntry(wanted: unknown, actual: unknown): boolean {
  const found = actual as Readonly<Record<string, unknown>>;
  return typeof wanted === 'string'
    ? found.type === wanted
    : Object.entries(wanted as object).every(([name, value]) => sameValue(value, found[name]));
}

// Helpers

function isActive(snapshot: CaseSnapshot, path: string): boolean {
  return activeStates(snapshot).some((active) => active === path || active.startsWith(`${path}.`));
}

function bearerOf(decided: Verdict['payer'] | Verdict['recourse'] | Verdict['surcharge']) {
  return decided ? { article: decided.article, bearer: decided.ruling } : null;
}

function different(path: string, expected: unknown, actual: unknown): Difference[] {
  return sameValue(expected, actual) ? [] : [{ path, expected, actual }];
}

/** Lists must have the same length; an expected entry mentions only what matters, or is just a type. */
function differentLists(path: string, expected: readonly unknown[], actual: readonly object[]): Difference[] {
  const same =
    expected.length === actual.length &&
    expected.every((wanted, index) => matchesEntry(wanted, actual[index]));
  return same ? [] : [{ path, expected, actual }];
}

function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) =>
    sameValue((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}
