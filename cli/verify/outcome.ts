import type { Exploration } from '../../verify/explore/exploration.ts';
import type { Score, Survivor } from '../../verify/mutation/score.ts';
import { failuresOf, type RuleReport } from '../../verify/rules.ts';
import type { SuiteCoverage } from '../../verify/suite-coverage.ts';

/** What a mutation test came to. */
export interface MutationOutcome {
  readonly scores: readonly Score[];
  readonly survivors: readonly Survivor[];
  /** How many mutants there are; fewer were tried if a sample was asked for. */
  readonly mutants: number;
  readonly tried: number;
}

/** Everything a run of `verify` found. What was not looked at is empty or `null`. */
export interface Outcome {
  readonly rules: readonly RuleReport[];
  readonly explorations: readonly Exploration[];
  readonly coverage: SuiteCoverage | null;
  readonly mutation: MutationOutcome | null;
}

/** How many things are wrong: findings nobody reviewed, states that never close, broken invariants, unexplained survivors. */
export function failuresIn({ rules, explorations, mutation }: Outcome): number {
  return (
    rules.reduce((sum, report) => sum + failuresOf(report).length, 0) +
    explorations.reduce((sum, exploration) => sum + faultsOf(exploration).length, 0) +
    (mutation?.survivors.filter(({ because }) => because === null).length ?? 0)
  );
}

/** What an exploration found that is wrong, by its kind. */
export function faultsOf({ violations, deadEnds, noClosing, livelocks }: Exploration) {
  return [
    ...violations.map((fault) => ({
      kind: 'violation' as const,
      what: `${fault.invariant}: ${fault.what}`,
      fault,
    })),
    ...deadEnds.map((fault) => ({ kind: 'deadEnd' as const, what: '', fault })),
    ...noClosing.map((fault) => ({ kind: 'noClosing' as const, what: '', fault })),
    ...livelocks.map((fault) => ({ kind: 'livelock' as const, what: '', fault })),
  ];
}
