import { ParcelError } from '../../domain/errors.ts';
import { machines } from '../../machines/index.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import { restore } from '../../replay/snapshot.ts';
import { type StepResult, step } from '../../replay/step.ts';
import { isCutOff } from './cut-off.ts';
import type { LiveSnapshot } from './frame.ts';
import type { LiveActor } from './model.ts';

/** The case of a live actor, so that it can be explained and tried; or why it cannot. */
export type LiveCase =
  | { readonly snapshot: CaseSnapshot; readonly problem: null }
  | { readonly snapshot: null; readonly problem: LiveProblem };

/** Why a live case cannot be explained: parts of it were cut off on the way, or it is none of its machine. */
export interface LiveProblem {
  readonly kind: 'cutOff' | 'unreadable';
  /** Where and what, for whoever writes the app. */
  readonly message: string;
}

/**
 * The case that a live actor is in, with the machine of this package that it runs.
 * @param of a snapshot of that actor; the current one when absent.
 * @returns `null` if it runs no machine of this package.
 */
export function caseOf({ machine, current }: LiveActor, of: LiveSnapshot | null = current): LiveCase | null {
  if (!machine?.bundled || of === null) return null;
  const { id, version, bundled } = machine;
  const { status, value, context, output } = of;
  if (isCutOff([value, context])) {
    return { snapshot: null, problem: { kind: 'cutOff', message: 'Parts of the case were cut off.' } };
  }
  try {
    const persisted = { machine: id, version, status, value, context, ...(output ? { output } : {}) };
    return { snapshot: restore(machines[bundled], persisted) as CaseSnapshot, problem: null };
  } catch (error) {
    if (!(error instanceof ParcelError)) throw error;
    return { snapshot: null, problem: { kind: 'unreadable', message: error.message } };
  }
}

/**
 * What the event of a step does to the case before it, and if nothing, why: an app cannot tell. `null` if the actor
 * runs no machine of this package, the step is the first that is known, or its event is none of a case.
 */
export function answerOf(actor: LiveActor, number: number): StepResult | null {
  const index = actor.steps.findIndex((known) => known.number === number);
  const [before, now] = [actor.steps[index - 1], actor.steps[index]];
  const was = before && now ? caseOf(actor, before.snapshot) : null;
  return was?.snapshot && now ? step(was.snapshot, now.event) : null;
}
