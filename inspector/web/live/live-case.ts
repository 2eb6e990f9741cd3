import { type CaseInput, caseInputSchema } from '../../../domain/case.ts';
import { ParcelError } from '../../../domain/errors.ts';
import { type CaseSnapshot, contextOf } from '../../../replay/snapshot.ts';
import { caseOf } from '../../live/case.ts';
import type { LiveActor, LiveStep } from '../../live/model.ts';
import { openSession, type Session, send } from '../../session/session.ts';
import { TextError } from '../text-error.ts';
import { words } from '../words.ts';

/** A live case as a session of one moment, to show its reasons, forms and verdict; `null` if it is none of ours. */
export function liveSession(actor: LiveActor, step: LiveStep | null): Session | null {
  const found = caseOf(actor, step?.snapshot ?? actor.current);
  const machine = actor.machine?.bundled;
  if (!machine || !found?.snapshot) return null;
  const { snapshot } = found;
  const { at } = contextOf(snapshot);
  return {
    machine,
    input: inputOf(snapshot),
    moments: [
      {
        id: 0,
        parent: null,
        event: null,
        at,
        clock: at,
        result: 'opened',
        reason: null,
        lapses: [],
        effects: [],
        snapshot,
        note: '',
      },
    ],
    current: 0,
    tip: 0,
  };
}

/**
 * The case of an actor up to a step, played again from its events, so that it can be gone on with.
 * @throws {TextError} if the events that are known do not lead there, or the machine is none of ours.
 */
export function takeOver(actor: LiveActor, step: LiveStep): Session {
  const seen = liveSession(actor, step);
  const [first, ...steps] = actor.steps.slice(0, actor.steps.indexOf(step) + 1);
  if (!seen || !first || first.event.type !== 'xstate.init') throw cannotTakeOver();
  let session = openSession(seen.machine, seen.input);
  try {
    for (const { event } of steps) session = send(session, event);
  } catch (error) {
    throw error instanceof ParcelError ? cannotTakeOver() : error;
  }
  const reached = session.moments[session.current]?.snapshot.value;
  if (JSON.stringify(sorted(reached)) !== JSON.stringify(sorted(step.snapshot.value))) throw cannotTakeOver();
  return session;
}

// Helpers

function cannotTakeOver(): TextError {
  return new TextError(words.cannotTakeOver);
}

function inputOf(snapshot: CaseSnapshot): CaseInput {
  const { caseId, openedAt, order, ruleSet, policy } = contextOf(snapshot);
  const choices = caseInputSchema.shape.policy.unwrap().shape;
  const given = Object.entries(policy).filter(([name]) => Object.hasOwn(choices, name));
  return { caseId, openedAt, order, ruleSet, policy: Object.fromEntries(given) } as CaseInput;
}

/** Apps send keys in another order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
