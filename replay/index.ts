/** Pure stepping of cases, and scenarios: reading, playing and comparing them. Runs in browsers too. */
export { type Candidate, candidatesFor, expectedTypes, type GuardAnswer } from './candidates.ts';
export { activeStates, type Difference } from './compare.ts';
export { type Ingested, type IngestedReport, type IngestOptions, ingest, type Suspicion } from './ingest.ts';
export { scenarioSource } from './ingest-scenario.ts';
export { type PlacedProblem, readScenario, ScenarioError } from './read.ts';
export { type Divergence, type Run, run, type TraceStep } from './run.ts';
export { type Expectation, type Scenario, type ScenarioStep, scenarioSchema } from './scenario.ts';
export {
  type BundledMachine,
  type CaseMachine,
  type CaseSnapshot,
  contextOf,
  type PersistedCase,
  persist,
  restore,
} from './snapshot.ts';
export {
  type Applied,
  dueDeadlines,
  type Lapse,
  lapse,
  type NotApplied,
  open,
  type Refusal,
  type StepResult,
  step,
} from './step.ts';
