import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { machines } from '../../machines/index.ts';
import { type Round, watching } from '../../replay/scope.ts';
import type { CaseMachine, CaseSnapshot } from '../../replay/snapshot.ts';
import { lapse, open, step } from '../../replay/step.ts';
import { type Moment, momentOf, type Session } from './session.ts';

/** What a moment did in the chart. Ids as in the chart. */
export interface Track {
  /** The branches it took, in order; one may be taken twice. */
  readonly branches: readonly string[];
  /** The states it entered, those it only passed through and those around them too; one may be entered twice. */
  readonly entered: readonly string[];
  /** The names of the guards that let it pass: conditions and articles. */
  readonly guards: readonly string[];
}

/** What a moment did in the chart, the current one unless another is asked for. Played again to be seen. */
export function trackOf(session: Session, id: number = session.current): Track {
  const moment = momentOf(session, id);
  const before = moment.parent === null ? null : momentOf(session, moment.parent).snapshot;
  const [, rounds] = watching(() => playAgain(session, moment, before));
  const transitions = rounds.flatMap((round) => round.transitions);
  return {
    branches: transitions.map(branchId),
    entered: enteredIn(before, rounds, moment.snapshot),
    guards: transitions.flatMap(({ guard }) => namesOf(guard)),
  };
}

/** The id of a transition in the chart: `source|event|order`. */
function branchId(transition: AnyTransitionDefinition): string {
  const { source, eventType } = transition;
  const tried = eventType === '' ? source.always : source.transitions.get(eventType);
  return `${idOf(source)}|${eventType}|${(tried?.indexOf(transition) ?? 0) + 1}`;
}

// Helpers

function playAgain({ machine, input }: Session, { event, at }: Moment, before: CaseSnapshot | null): void {
  if (before === null) open(machines[machine] as CaseMachine, input);
  else if (event) step(before, event);
  else lapse(before, at);
}

function enteredIn(before: CaseSnapshot | null, rounds: readonly Round[], after: CaseSnapshot): string[] {
  let active = new Set(before ? activeIds(before) : []);
  return [...rounds.map(({ snapshot }) => snapshot as CaseSnapshot), after].flatMap((snapshot) => {
    const now = activeIds(snapshot);
    const entered = now.filter((id) => !active.has(id));
    active = new Set(now);
    return entered;
  });
}

function activeIds(snapshot: CaseSnapshot): string[] {
  return (snapshot as unknown as { _nodes: readonly AnyStateNode[] })._nodes.map(idOf);
}

function idOf({ path }: AnyStateNode): string {
  return path.join('.');
}

type Guard = AnyTransitionDefinition['guard'];

/** A combined guard has the names of its parts. */
function namesOf(guard: Guard): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function') return 'guards' in guard ? (guard.guards as Guard[]).flatMap(namesOf) : [];
  return [guard.type];
}
