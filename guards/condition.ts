import type { Text } from '../domain/text.ts';
import type { Citation } from '../policy/citation.ts';
import type { CaseContext, MachineEvent } from './case-context.ts';

/** A condition of the flow that is no article: what must hold, and why, in words. */
export interface Condition<Params = undefined> {
  /** What must hold, as a sentence. */
  readonly title: Text;
  readonly cites?: readonly Citation[];
  readonly test: (context: CaseContext, event: MachineEvent, params: Params) => boolean;
}

/** Declares a condition: the sentence in English and Chinese, the test, and where it comes from. */
export function condition<Params = undefined>(
  en: string,
  zh: string,
  test: Condition<Params>['test'],
  ...cites: readonly Citation[]
): Condition<Params> {
  return { title: { en, zh }, test, ...(cites.length > 0 && { cites }) };
}
