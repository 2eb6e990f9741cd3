import type { CaseInput } from '../../domain/case.ts';
import type { Text } from '../../domain/text.ts';
import { type Pair, pairsOf } from '../../explain/render/pairs.ts';
import { type Difference, differences, stepDifferences } from '../../replay/compare.ts';
import { readScenario } from '../../replay/read.ts';
import { type Run, run, type TraceStep } from '../../replay/run.ts';
import type { Expectation, Scenario } from '../../replay/scenario.ts';
import { type Moment, openSession, type SentEvent, type Session } from './session.ts';

/** What a scenario expects of a moment, and whether it is so. */
export interface Check {
  /** Everything it mentions, such as `states`, `payer` or `facts.stock`. */
  readonly expected: readonly Expected[];
  /** Whether everything is so. */
  readonly met: boolean;
}

/** One thing a scenario expects. */
export interface Expected {
  readonly name: string;
  /** As it is written in the scenario. */
  readonly value: unknown;
  /** Where it is not so: what was expected and what happened, on one line each. */
  readonly differs: readonly Pair[];
}

/** A scenario that was opened: its case, ready to be stepped, and what it expects. */
export interface Replay {
  readonly file: string;
  readonly title: Text;
  readonly scenario: Scenario;
  /** The whole case, looked at from its opening. */
  readonly session: Session;
  /** What is expected of each moment, by its id. The first is that of the opening: nothing. */
  readonly checks: readonly Check[];
  /** What is expected at the end. */
  readonly end: Check;
  /** The first moment that is not as expected; the last one if only the end differs. `null`: all is as expected. */
  readonly divergence: number | null;
}

/**
 * Opens a scenario file and plays it to its end.
 * @param file the name to show in errors, without a folder also the name of the case.
 * @throws {ScenarioError} naming file, line and column of each problem.
 */
export function fromScenario(text: string, file: string): Replay {
  const scenario = readScenario(text, file);
  const name = file.replace(/^.*[\\/]|\.[a-z]+$/gi, '');
  const played = run(scenario, name);
  const checks = [nothing, ...played.trace.map((traced) => stepCheck(scenario, traced))];
  const effects = [...played.opened.effects, ...played.trace.flatMap((traced) => traced.effects)];
  const end = checkOf(scenario.expect, differences(scenario.expect, played.snapshot, effects, 'expect'));
  const first = checks.findIndex(({ met }) => !met);
  return {
    file,
    title: scenario.title,
    scenario,
    session: sessionOf(scenario, name, played),
    checks,
    end,
    divergence: first >= 0 ? first : end.met ? null : played.trace.length,
  };
}

// Helpers

const nothing: Check = { expected: [], met: true };

/** The case is opened as `run` opened it, and its moments are those that were played. */
function sessionOf({ machine, input }: Scenario, name: string, { trace }: Run): Session {
  const opened = openSession(machine, { caseId: name.slice(0, 64), ...input } as CaseInput);
  const moments: Moment[] = [...opened.moments];
  for (const traced of trace) {
    const { index, at, event, result, reason, lapses, effects, snapshot } = traced;
    const before = moments[index] as Moment;
    moments.push({
      id: index + 1,
      parent: index,
      event: event as SentEvent | null,
      at,
      clock: reason?.code === 'timeGoesBackwards' ? before.clock : at,
      result: event ? result : 'waited',
      reason,
      lapses,
      effects,
      snapshot,
      note: '',
    });
  }
  return { ...opened, moments, current: 0, tip: trace.length };
}

function stepCheck({ events }: Scenario, traced: TraceStep): Check {
  const step = events[traced.index];
  if (!step) return nothing;
  return checkOf(step.expect ?? {}, stepDifferences(step, traced));
}

function checkOf(expectation: Expectation, differing: readonly Difference[]): Check {
  const { facts = {}, ...others } = expectation;
  const told = [
    ...Object.entries(others),
    ...Object.entries(facts).map(([fact, value]) => [`facts.${fact}`, value] as const),
  ];
  const names = told.map(([name]) => name);
  const unsaid = differing.map(nameOf).filter((name) => !names.includes(name));
  const expected = [...told, ...unsaid.map((name) => [name, 'applied'] as const)].map(([name, value]) => ({
    name,
    value,
    differs: differing.filter((difference) => nameOf(difference) === name).flatMap(pairsOf),
  }));
  return { expected, met: differing.length === 0 };
}

/** `payer` of `events[3].expect.payer`. */
function nameOf({ path }: Difference): string {
  return path.replace(/^(events\[\d+\]\.)?expect\./, '');
}
