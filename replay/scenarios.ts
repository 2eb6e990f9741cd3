export type { Difference } from './compare.ts';
export { bundledScenarioFiles as bundledScenarios, readText } from './files.ts';
export { type PlacedProblem, readScenario, ScenarioError } from './read.ts';
export { type Divergence, type Run, run, type TraceStep } from './run.ts';
export { type Expectation, type Scenario, type ScenarioStep, scenarioSchema } from './scenario.ts';
