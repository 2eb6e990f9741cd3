import type { Copies } from './copies.ts';
import type { Mutant, TriedMutant } from './mutant.ts';
import { courseOn, type MarkedPlay, playOn } from './suite.ts';

/** What else than scenarios may notice a mutant while it is in force: a verdict, or `null` to ask the scenarios. */
export type Judge = (mutant: Mutant, stage: 'before' | 'after') => Pick<TriedMutant, 'verdict' | 'by'> | null;

/**
 * Tries mutants one after the other: makes the change, asks the judge, plays every scenario that the change can make a
 * difference to until one does not go as expected, and takes the change back.
 */
export function* tryMutants(
  mutants: Iterable<Mutant>,
  plays: readonly MarkedPlay[],
  copies: Copies,
  judge: Judge = () => null,
): Generator<TriedMutant> {
  const shortFirst = [...plays].sort(
    (one, other) => one.scenario.events.length - other.scenario.events.length,
  );
  for (const mutant of mutants) {
    const concerned = shortFirst.filter(({ marks }) => mutant.touches.some((mark) => marks.has(mark)));
    const { kind, change, where, detail, equivalent } = mutant;
    if (equivalent !== null) {
      yield { kind, change, where, detail, runs: concerned.length, verdict: 'equivalent', by: equivalent };
      continue;
    }
    const found = withMutant(
      mutant,
      () =>
        judge(mutant, 'before') ??
        noticedBy(concerned, copies) ??
        judge(mutant, 'after') ??
        otherCourse(concerned, copies),
    );
    yield {
      kind,
      change,
      where,
      detail,
      runs: concerned.length,
      ...(found ?? { verdict: 'survived', by: null }),
    };
  }
}

// Helpers

function withMutant<Result>({ make }: Mutant, action: () => Result): Result {
  const takeBack = make();
  try {
    return action();
  } finally {
    takeBack();
  }
}

function noticedBy(plays: readonly MarkedPlay[], copies: Copies): Pick<TriedMutant, 'verdict' | 'by'> | null {
  for (const play of plays) {
    const difference = playOn(copies, play);
    if (difference !== null) return { verdict: 'scenario', by: `${play.name}: ${difference}` };
  }
  return null;
}

/** Kept courses that run otherwise, although every expectation of their scenarios is met. */
function otherCourse(
  plays: readonly MarkedPlay[],
  copies: Copies,
): Pick<TriedMutant, 'verdict' | 'by'> | null {
  const other = plays.find((play) => play.course !== null && play.course !== courseOn(copies, play));
  return other ? { verdict: 'course', by: other.name } : null;
}
