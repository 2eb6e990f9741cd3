import type { Text } from '../../domain/text.ts';

/** What a mutant changes. */
export const mutantKinds = ['article', 'transition', 'condition', 'parameter'] as const;
export type MutantKind = (typeof mutantKinds)[number];

/** One small change of the rules or machines that somebody should notice. */
export interface Mutant {
  readonly kind: MutantKind;
  /** What is done to it, such as `drop guard`. */
  readonly change: string;
  /** What is changed, such as `DMG-3` or `open.remedy.choosing remedy.refundChosen 0`. */
  readonly where: string;
  /** The details, such as the value that was added. Empty where there are none. */
  readonly detail: string;
  /** The marks that a run must have left for the change to make a difference to it: any of them. */
  readonly touches: readonly string[];
  /** Why the change makes no difference to anything; `null` where that is not known beforehand. */
  readonly equivalent: string | null;
  /** Makes the change and returns what takes it back. */
  readonly make: () => () => void;
}

/** What noticed a mutant, or that nothing can (`equivalent`) or did (`survived`). */
export const verdicts = [
  'structure',
  'law',
  'scenario',
  'table',
  'course',
  'equivalent',
  'survived',
] as const;
export type MutantVerdict = (typeof verdicts)[number];

/** What the verdicts mean. */
export const verdictTitles: Readonly<Record<MutantVerdict, Text>> = {
  structure: { en: 'gap, overlap or needless rule', zh: '规则结构' },
  law: { en: 'law or proof', zh: '法则与举证' },
  scenario: { en: 'scenario', zh: '场景' },
  table: { en: 'decision table only', zh: '仅决策表' },
  course: { en: 'kept course only', zh: '仅留存过程' },
  equivalent: { en: 'equivalent', zh: '等价' },
  survived: { en: 'survived', zh: '存活' },
};

/** A mutant that was tried. */
export interface TriedMutant extends Omit<Mutant, 'make' | 'touches' | 'equivalent'> {
  readonly verdict: MutantVerdict;
  /** The finding or scenario that noticed it. */
  readonly by: string | null;
  /** How many runs the change could have made a difference to. */
  readonly runs: number;
}

/** A mutant in one line, the same on every run: `transition: drop guard, open.remedy.choosing remedy.refundChosen 0`. */
export function mutantName({
  kind,
  change,
  where,
  detail,
}: Pick<Mutant, 'kind' | 'change' | 'where' | 'detail'>): string {
  return `${kind}: ${change}, ${where}${detail ? ` (${detail})` : ''}`;
}
