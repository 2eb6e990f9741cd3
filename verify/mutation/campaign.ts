import { conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { machines } from '../../machines/index.ts';
import { parameters } from '../../policy/parameters.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import type { Scenario } from '../../replay/scenario.ts';
import type { CaseMachine } from '../../replay/snapshot.ts';
import { type SuiteCoverage, suiteCoverage } from '../suite-coverage.ts';
import { judgeArticles } from './article-judge.ts';
import { articleMutants } from './article-mutants.ts';
import { conditionMutants } from './condition-mutants.ts';
import { copiesOf } from './copies.ts';
import type { Mutant, TriedMutant } from './mutant.ts';
import { parameterMutants } from './parameter-mutants.ts';
import { markedPlays, playOn, playsOf } from './suite.ts';
import { transitionMutants } from './transition-mutants.ts';
import { tryMutants } from './try-mutants.ts';

/** A mutation test, ready to run. */
export interface Campaign {
  /** What the scenarios reach, unchanged. */
  readonly coverage: SuiteCoverage;
  /** Scenarios that do not go as expected without any change; they are left out. */
  readonly leftOut: readonly string[];
  readonly mutants: readonly Mutant[];
  /** Tries the mutants, all or some of them, one after the other. */
  run(mutants?: readonly Mutant[]): Generator<TriedMutant>;
}

/**
 * Prepares the mutation test of the rulebooks, machines, conditions and parameters of this package with a suite of
 * scenarios. Machines are changed as copies; rulebooks and parameters in place, and put back after each mutant.
 */
export function prepareCampaign(
  scenarios: readonly { readonly name: string; readonly scenario: Scenario }[],
): Campaign {
  const all: Readonly<Record<string, CaseMachine>> = machines;
  const copies = copiesOf(all);
  const instrumented = copiesOf(all);
  const plays = playsOf(scenarios, all);
  const sound = plays.filter((play) => playOn(copies, play) === null);
  const marked = markedPlays(sound, instrumented);
  const mutants: Mutant[] = [
    ...Object.values<Rulebook>(rulebooks).flatMap((book) => articleMutants(book, copies)),
    ...transitionMutants(copies),
    ...conditionMutants(Object.keys(conditions), copies),
    ...parameterMutants(parameters),
  ];
  return {
    coverage: suiteCoverage(scenarios.length, marked, copies, Object.values<Rulebook>(rulebooks)),
    leftOut: plays
      .filter((play) => !sound.includes(play))
      .map(({ name, machine }) => `${name} on ${machine}`),
    mutants,
    run: (some = mutants) => tryMutants(some, marked, copies, judgeArticles),
  };
}
