import { isMap, type YAMLMap } from 'yaml';
import { activeStates, type Difference, differences, matchesEntry, stepDifferences } from './compare.ts';
import type { YamlFile } from './document.ts';
import { addField, applyEdits, type Edit, removeField, replaceField, setField } from './edit.ts';
import type { ScenarioFile } from './read.ts';
import type { Run, TraceStep } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { CaseSnapshot } from './snapshot.ts';

/**
 * The source of a scenario with every expectation that is not met replaced by what happened. Nothing else of the text
 * changes: comments and layout stay. Pure: nothing is written.
 */
export function updatedSource(source: string, { scenario, yaml }: ScenarioFile, run: Run): string {
  const steps = run.trace.flatMap((played) => {
    const expected = scenario.events[played.index];
    const differing = expected ? stepDifferences(expected, played) : [];
    return differing.length === 0 ? [] : stepEdits(source, yaml, played, differing);
  });
  const effects = [...run.opened.effects, ...run.trace.flatMap((played) => played.effects)];
  const atEnd = differences(scenario.expect, run.snapshot, effects, 'expect');
  const end = yaml.document.getIn(['expect'], true);
  return applyEdits(source, [
    ...steps,
    ...(isMap(end) ? expectationEdits(source, end, scenario.expect, atEnd, run.snapshot) : []),
  ]);
}

// Helpers

type Fields = Readonly<Record<string, unknown>>;

function stepEdits(
  source: string,
  yaml: YamlFile,
  played: TraceStep,
  differing: readonly Difference[],
): Edit[] {
  const step = yaml.document.getIn(['events', played.index], true) as YAMLMap;
  const expect: unknown = step.get('expect', true);
  const { result, reason } = played;
  const outcome = { result, ...(reason && { reason: reason.code }) };
  if (!isMap(expect)) {
    return [addField(source, step, 'expect', outcome)];
  }
  const written = expect.toJSON() as Fields;
  const names = differing.map(({ path }) => fieldOf(path));
  const outcomeDiffers = names.includes('result') || names.includes('reason');
  return [
    ...(outcomeDiffers ? outcomeEdits(source, expect, outcome) : []),
    ...expectationEdits(
      source,
      expect,
      written,
      differing.filter(({ path }) => !['result', 'reason'].includes(fieldOf(path))),
      played.snapshot,
    ),
  ];
}

function outcomeEdits(
  source: string,
  expect: YAMLMap,
  { result, reason }: { result: string; reason?: string },
): Edit[] {
  if (reason !== undefined) {
    const why = expect.has('reason') ? setField(source, expect, 'reason', reason) : [];
    return [...setField(source, expect, 'result', result), ...why];
  }
  if (!expect.has('result')) return replaceField(source, expect, 'reason', 'result', result);
  return [...setField(source, expect, 'result', result), ...removeField(source, expect, 'reason')];
}

function expectationEdits(
  source: string,
  map: YAMLMap,
  written: Fields | Scenario['expect'],
  differing: readonly Difference[],
  snapshot: CaseSnapshot,
): Edit[] {
  const fields = new Map(differing.map((difference) => [fieldOf(difference.path), difference]));
  const values = written as Fields;
  return [...fields].flatMap(([name, { actual }]) => {
    if (name === 'facts') {
      const facts = map.get('facts', true) as unknown as YAMLMap;
      return differing
        .filter(({ path }) => fieldOf(path) === 'facts')
        .flatMap((fact) => setField(source, facts, fact.path.split('.').at(-1) ?? '', fact.actual));
    }
    const wanted = values[name];
    if (name === 'states') return setField(source, map, name, nextStates(wanted as string[], snapshot));
    if (name === 'effects' || name === 'postings') {
      return setField(source, map, name, nextEntries(wanted as unknown[], actual as Fields[]));
    }
    return setField(source, map, name, actual);
  });
}

/** `payer` of `events[3].expect.payer`. */
function fieldOf(path: string): string {
  return /(?:^|\.)expect\.([^.]+)/.exec(path)?.[1] ?? '';
}

/** States that are active stay; one that is not gives way to the active states that are closest to it. */
function nextStates(wanted: readonly string[], snapshot: CaseSnapshot): string[] {
  const active = activeStates(snapshot);
  const isActive = (state: string) => active.some((path) => path === state || path.startsWith(`${state}.`));
  const next = wanted.flatMap((state) => {
    if (isActive(state)) return [state];
    const shared = active.map((path) => sharedLength(path, state));
    const most = Math.max(...shared);
    return active.filter((_, index) => shared[index] === most && (most > 1 || active.length === 1));
  });
  return [...new Set(next.length > 0 ? next : active)];
}

function sharedLength(one: string, other: string): number {
  const parts = other.split('.');
  const index = one.split('.').findIndex((part, place) => part !== parts[place]);
  return index < 0 ? parts.length : index;
}

/** What happened, mentioning of each entry what the expectation mentioned of its kind. */
function nextEntries(wanted: readonly unknown[], actual: readonly Fields[]): unknown[] {
  const unused = [...wanted];
  return actual.map((entry) => {
    const exact = unused.findIndex((expected) => matchesEntry(expected, entry));
    const index = exact >= 0 ? exact : unused.findIndex((expected) => kindOf(expected) === kindOf(entry));
    const [model] = index < 0 ? [] : unused.splice(index, 1);
    if (exact >= 0) return model;
    if (typeof model === 'string') return entry.type;
    const names = typeof model === 'object' && model !== null ? Object.keys(model) : Object.keys(entry);
    const mentioned = names.filter((name) => name in entry && name !== 'deadline');
    const kept = Object.fromEntries(mentioned.map((name) => [name, entry[name]]));
    return mentioned.length === 1 && 'type' in kept ? kept.type : kept;
  });
}

function kindOf(entry: unknown): unknown {
  if (typeof entry === 'string') return entry;
  const { type, for: purpose } = entry as Fields;
  return type ?? purpose;
}
