import type { MachineEvent } from '../guards/case-context.ts';
import { candidatesFor } from '../replay/candidates.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { type Answer, explainGuard, type GuardExplanation } from './guards.ts';
import { type StateReference, stateAt } from './states.ts';

/** A transition that the active states have for an event: what stands in its way, and whether it is the one taken. */
export interface TransitionExplanation {
  /** The state that has it. */
  readonly source: StateReference;
  /** Where it leads; none if it only changes what the case remembers. */
  readonly targets: readonly StateReference[];
  /** `null`: nothing stands in its way. */
  readonly guard: GuardExplanation | null;
  readonly answer: Answer;
  /** Whether the event takes it: it is the first one open at its state, and no state inside has one. */
  readonly taken: boolean;
}

/** Every transition for an event, in the order in which they are tried. */
export function explainTransitions(
  snapshot: CaseSnapshot,
  event: MachineEvent,
  typeOnly: boolean,
): TransitionExplanation[] {
  const { machine } = snapshot;
  const explained = candidatesFor(snapshot, event).map(({ source, targets, guard }) => {
    const reason = guard && explainGuard(guard, contextOf(snapshot), event, typeOnly);
    return {
      source: stateAt(machine, source),
      targets: targets.map((path) => stateAt(machine, path)),
      guard: reason,
      answer: reason?.answer ?? ('holds' as const),
    };
  });
  return explained.map((transition, place) => ({
    ...transition,
    taken:
      transition.answer === 'holds' &&
      !explained
        .slice(0, place)
        .some(({ source, answer }) => answer === 'holds' && isInside(source.path, transition.source.path)),
  }));
}

/** Whether an event would be applied: yes, no, or only with the right fields. */
export function answerOf(transitions: readonly TransitionExplanation[]): Answer {
  if (transitions.some(({ answer }) => answer === 'holds')) return 'holds';
  return transitions.some(({ answer }) => answer === 'needsFields') ? 'needsFields' : 'fails';
}

function isInside(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}.`);
}
