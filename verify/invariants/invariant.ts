import type { Text } from '../../domain/text.ts';
import type { CaseContext, MachineEvent } from '../../guards/case-context.ts';

/** One step of a case, as an invariant sees it. */
export interface Moment {
  readonly before: CaseContext;
  readonly event: MachineEvent;
  readonly after: CaseContext;
  /** The paths of the active states afterwards, deepest only. */
  readonly states: readonly string[];
  readonly closed: boolean;
  /** The effects that the step requested. */
  readonly effects: readonly { readonly type: string; readonly params: unknown }[];
}

/** Something that holds in every step of every case. */
export interface Invariant {
  /** A short name, such as `money.balanced`. */
  readonly id: string;
  readonly title: Text;
  /** What is wrong, in one sentence; `null` if nothing is. */
  readonly broken: (moment: Moment) => string | null;
}
