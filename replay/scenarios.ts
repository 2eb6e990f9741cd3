/** The scenarios that come with the package, and what reads and plays scenarios. Needs Node: it reads files. */

import { bundledScenarioFiles, packageFolder, readText, shownPath } from './files.ts';
import { readScenario } from './read.ts';
import type { Scenario } from './scenario.ts';

export { readText } from './files.ts';
export { type PlacedProblem, readScenario, ScenarioError } from './read.ts';
export { type Divergence, type Run, run, type TraceStep } from './run.ts';
export { type Expectation, type Scenario, type ScenarioStep, scenarioSchema } from './scenario.ts';

/** A scenario of the package. */
export interface BundledScenario {
  /** Path inside the package, such as `scenarios/damaged/left-with-guard-without-consent.yaml`. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  /** Reads it. */
  read(): Scenario;
}

/** The scenarios that come with the package, in order of their names. */
export function bundledScenarios(): BundledScenario[] {
  const folder = packageFolder();
  return bundledScenarioFiles().map((file) => {
    const name = shownPath(file, folder);
    return { name, file, read: () => readScenario(readText(file), name) };
  });
}
