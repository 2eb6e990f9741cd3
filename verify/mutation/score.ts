import { type MutantVerdict, mutantKinds, mutantName, type TriedMutant, verdicts } from './mutant.ts';

/** How many mutants of one sort there were and what became of them. */
export interface Score {
  readonly kind: string;
  /** `all` for the whole kind. */
  readonly change: string;
  readonly mutants: number;
  readonly by: Readonly<Record<MutantVerdict, number>>;
  /** Those noticed, of those that could be, in per cent; 100 where none could be. */
  readonly percent: number;
}

/** Survivors that somebody looked at: those whose name the pattern matches, and why they survive. */
export interface SurvivorReview {
  /** A regular expression. */
  readonly pattern: string;
  readonly because: string;
}

/** A mutant that nothing noticed, and why that is all right; `null` where nobody knows. */
export interface Survivor {
  readonly name: string;
  readonly runs: number;
  readonly because: string | null;
}

/** The score of each kind of mutant and of each change of that kind. */
export function scoresOf(tried: readonly TriedMutant[]): Score[] {
  return mutantKinds.flatMap((kind) => {
    const ofKind = tried.filter((mutant) => mutant.kind === kind);
    if (ofKind.length === 0) return [];
    const changes = [...new Set(ofKind.map(({ change }) => change))];
    return [
      score(kind, 'all', ofKind),
      ...changes.map((change) =>
        score(
          kind,
          change,
          ofKind.filter((mutant) => mutant.change === change),
        ),
      ),
    ];
  });
}

/** The mutants that survived, with their reviews. */
export function survivorsOf(tried: readonly TriedMutant[], reviews: readonly SurvivorReview[]): Survivor[] {
  const patterns = reviews.map(({ pattern, because }) => ({ matches: new RegExp(pattern), because }));
  return tried
    .filter(({ verdict }) => verdict === 'survived')
    .map((mutant) => {
      const name = mutantName(mutant);
      const because = patterns.find(({ matches }) => matches.test(name))?.because ?? null;
      return { name, runs: mutant.runs, because };
    });
}

// Helpers

function score(kind: string, change: string, tried: readonly TriedMutant[]): Score {
  const by = Object.fromEntries(
    verdicts.map((verdict) => [verdict, tried.filter((mutant) => mutant.verdict === verdict).length]),
  ) as Record<MutantVerdict, number>;
  const able = tried.length - by.equivalent;
  return {
    kind,
    change,
    mutants: tried.length,
    by,
    percent: able === 0 ? 100 : ((able - by.survived) / able) * 100,
  };
}
