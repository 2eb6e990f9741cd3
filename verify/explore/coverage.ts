import type { AnyStateNode } from 'xstate';
import { effectNames } from '../../actions/effects.ts';
import type { Stepper } from '../stepper/stepper.ts';
import type { Wired } from '../stepper/wiring.ts';
import type { Exploration, NamedTransition } from './exploration.ts';
import type { Seen } from './explorer.ts';

type Coverage = Pick<
  Exploration,
  | 'unreachableStates'
  | 'unreachableTransitions'
  | 'unacceptedEvents'
  | 'neverTrue'
  | 'neverFalse'
  | 'effectsNeverRequested'
>;

/** What of a machine no step of an exploration touched. */
export function coverageOf(stepper: Stepper, types: readonly string[], seen: Seen): Coverage {
  const transitions = stepper.transitions;
  const guards = guardsOf(transitions);
  return {
    unreachableStates: passable(stepper).filter((path) => !seen.states.has(path)),
    unreachableTransitions: transitions.filter(({ taken }) => taken === 0).map(named),
    unacceptedEvents: types.filter((type) => !seen.events.has(type)),
    neverTrue: [...guards].filter(([, { yes, no }]) => yes === 0 && no > 0).map(([name]) => name),
    neverFalse: [...guards].filter(([, { yes, no }]) => no === 0 && yes > 0).map(([name]) => name),
    effectsNeverRequested: effectsOf(transitions, stepper).filter((type) => !seen.effects.has(type)),
  };
}

// Helpers

/** The states without states inside in which a case can rest: those with a way out that is always taken at once are left out. */
function passable({ machine }: Stepper): string[] {
  const paths: string[] = [];
  const visit = (node: AnyStateNode): void => {
    const inside = Object.values(node.states as Record<string, AnyStateNode>);
    const passing = (node.always ?? []).some(({ guard }) => guard === undefined);
    if (inside.length === 0 && !passing) paths.push(node.path.join('.'));
    for (const child of inside) visit(child);
  };
  visit(machine.root);
  return paths;
}

/** The answers of each guard, wherever it stands. */
function guardsOf(transitions: readonly Wired[]): Map<string, { yes: number; no: number }> {
  const guards = new Map<string, { yes: number; no: number }>();
  for (const { name, yes, no } of transitions.flatMap((transition) => transition.guards)) {
    const sum = guards.get(name) ?? { yes: 0, no: 0 };
    guards.set(name, { yes: sum.yes + yes, no: sum.no + no });
  }
  return guards;
}

function effectsOf(transitions: readonly Wired[], { machine }: Stepper): string[] {
  const inActions = new Set<string>();
  const note = (action: unknown): void => {
    const name = typeof action === 'string' ? action : (action as { type?: string }).type;
    if (name !== undefined && (effectNames as readonly string[]).includes(name)) inActions.add(name);
  };
  const visit = (node: AnyStateNode): void => {
    for (const action of [...node.entry, ...node.exit]) note(action);
    for (const child of Object.values(node.states as Record<string, AnyStateNode>)) visit(child);
  };
  visit(machine.root);
  for (const operation of transitions.flatMap(({ operations }) => operations))
    if (operation.kind === 'request') note(operation.type);
  return [...inActions];
}

function named({ source, eventType, target }: Wired): NamedTransition {
  return {
    source: source.path.join('.'),
    event: eventType,
    targets: (target ?? []).map(({ path }) => path.join('.')),
  };
}
