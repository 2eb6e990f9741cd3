import type { Text } from '../../domain/text.ts';
import type { StateFinding } from './exploration.ts';

/** A scenario file as plain data, ready to be written as YAML or JSON. */
export interface ScenarioData {
  readonly title: Text;
  readonly machine: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly expect: { readonly states: readonly string[] };
}

/** The way to a finding as a scenario, which replays to the states it was found in. `null` if nothing has to happen. */
export function scenarioOf(
  machine: string,
  title: Text,
  { path, states }: StateFinding,
): ScenarioData | null {
  if (path.steps.length === 0) return null;
  const { caseId: _caseId, ...input } = path.input;
  const events = path.steps.map(({ at, event }) => {
    if (event === null) return { at };
    const { at: _at, type, ...fields } = event;
    return { at, type, ...fields };
  });
  return { title, machine, input, events, expect: { states } };
}
