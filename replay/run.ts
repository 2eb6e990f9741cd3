import type { Effect } from '../actions/effects.ts';
import type { CaseInput } from '../domain/case.ts';
import { type MachineName, machines } from '../machines/index.ts';
import { resolveFields, resolveTime } from './clock.ts';
import { type Difference, differences, stepDifferences } from './compare.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';
import type { CaseMachine, CaseSnapshot } from './snapshot.ts';
import { type Lapse, lapse, open, type Refusal, step } from './step.ts';

/** One step of a run: what was sent, what it did, and the case afterwards. */
export interface TraceStep {
  /** Place in the scenario, from 0. */
  readonly index: number;
  readonly at: string;
  /** The event sent; `null` if only time passed. */
  readonly event: Readonly<Record<string, unknown>> | null;
  readonly result: 'applied' | 'ignored' | 'rejected';
  readonly reason: Refusal | null;
  readonly lapses: readonly Lapse[];
  readonly effects: readonly Effect[];
  /** The case before and after the step. */
  readonly before: CaseSnapshot;
  readonly snapshot: CaseSnapshot;
}

/** Where a run first differs from what its scenario expects. */
export interface Divergence {
  /** The step that differs; `null` if only the end differs. */
  readonly step: TraceStep | null;
  /** Every expectation of that step, or of the end, that is not met. */
  readonly differences: readonly Difference[];
}

/** A scenario that was played. */
export interface Run {
  readonly machine: MachineName;
  readonly opened: { readonly snapshot: CaseSnapshot; readonly effects: readonly Effect[] };
  readonly trace: readonly TraceStep[];
  readonly snapshot: CaseSnapshot;
  readonly divergence: Divergence | null;
}

/**
 * Plays a scenario to its end and says where it first differs from what is expected. Pure.
 * @param machine The machine to play it on instead of the one it names, such as a changed one.
 * @throws {ParcelError} `INVALID_INPUT` if the case cannot be opened.
 */
export function run(
  scenario: Scenario,
  name = 'scenario',
  machine: CaseMachine = machines[scenario.machine],
): Run {
  const opened = open(machine, { caseId: name.slice(0, 64), ...scenario.input } as CaseInput);
  const trace: TraceStep[] = [];
  let divergence: Divergence | null = null;
  let snapshot = opened.snapshot;
  let at = scenario.input.openedAt;
  for (const [index, scenarioStep] of scenario.events.entries()) {
    at = resolveTime(scenarioStep.at, at);
    const played = play(snapshot, scenarioStep, index, at);
    trace.push(played);
    snapshot = played.snapshot;
    if (!divergence) {
      const differing = stepDifferences(scenarioStep, played);
      if (differing.length > 0) divergence = { step: played, differences: differing };
    }
  }
  if (!divergence) {
    const effects = [...opened.effects, ...trace.flatMap((traced) => traced.effects)];
    const differing = differences(scenario.expect, snapshot, effects, 'expect');
    if (differing.length > 0) divergence = { step: null, differences: differing };
  }
  return { machine: scenario.machine, opened, trace, snapshot, divergence };
}

function play(before: CaseSnapshot, scenarioStep: ScenarioStep, index: number, at: string): TraceStep {
  const { type, at: _at, expect: _expect, ...fields } = scenarioStep;
  if (type === undefined) {
    const { snapshot, lapses, effects } = lapse(before, at);
    return { index, at, event: null, result: 'applied', reason: null, lapses, effects, before, snapshot };
  }
  const event = resolveFields({ type, at, ...fields }, at);
  const result = step(before, event);
  const { snapshot, lapses, effects, outcome } = result;
  const reason = result.outcome === 'applied' ? null : result.reason;
  return { index, at, event, result: outcome, reason, lapses, effects, before, snapshot };
}
