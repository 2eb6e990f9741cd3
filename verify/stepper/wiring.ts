import {
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  matchesState,
  type StateValue,
} from 'xstate';
import type { CaseContext, MachineEvent } from '../../guards/case-context.ts';
import type { Configuration } from './configuration.ts';
import { type Operation, operationsOf } from './operations.ts';

/** How often one guard of a transition answered yes and no. */
export interface GuardCount {
  /** The condition or article, with its parameters if it has any: `payerIs {"payer":"buyer"}`. */
  readonly name: string;
  yes: number;
  no: number;
}

/** A transition of a machine, ready to be tried. Counts how often it was taken and what its guards answered. */
export interface Wired {
  readonly index: number;
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
  /** The event that it waits for; empty for one that is taken at once. */
  readonly eventType: string;
  readonly guards: readonly GuardCount[];
  readonly holds: ((context: CaseContext, event: MachineEvent, at: Configuration) => boolean) | null;
  readonly operations: readonly Operation[];
  taken: number;
}

/** Wires every transition of a machine, in the order of the states. */
export function wire(machine: AnyStateMachine): ReadonlyMap<AnyTransitionDefinition, Wired> {
  const wired = new Map<AnyTransitionDefinition, Wired>();
  const visit = (node: AnyStateNode): void => {
    for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
      wired.set(transition, wireOne(machine, transition, wired.size));
    }
    for (const child of Object.values(node.states as Record<string, AnyStateNode>)) visit(child);
  };
  visit(machine.root);
  return wired;
}

// Helpers

type Guard = string | { readonly type: string; readonly params?: unknown } | Combined;
type Test = NonNullable<Wired['holds']>;
interface Combined {
  (args: { context: CaseContext; event: MachineEvent }): boolean;
  readonly check?: (snapshot: unknown, args: unknown, guard: unknown) => boolean;
  readonly guards?: readonly Guard[];
}

function wireOne(machine: AnyStateMachine, transition: AnyTransitionDefinition, index: number): Wired {
  const guards: GuardCount[] = [];
  const guard = transition.guard as Guard | undefined;
  return {
    index,
    source: transition.source,
    target: transition.target as readonly AnyStateNode[] | undefined,
    reenter: transition.reenter,
    eventType: transition.eventType,
    guards,
    holds: guard === undefined ? null : testOf(machine, guard, guards),
    operations: operationsOf(machine, transition.actions),
    taken: 0,
  };
}

function testOf(machine: AnyStateMachine, guard: Guard, counts: GuardCount[]): Test {
  if (typeof guard === 'function') return combined(machine, guard, counts);
  const name = typeof guard === 'string' ? guard : guard.type;
  const params = typeof guard === 'string' ? undefined : guard.params;
  const implementation = machine.implementations.guards[name] as
    | ((args: { context: CaseContext; event: MachineEvent }, params: unknown) => boolean)
    | undefined;
  if (!implementation) throw new Error(`The guard ${name} of ${machine.id} is not implemented.`);
  const given = typeof params === 'function' ? (params as (args: object) => unknown) : () => params;
  return counted(
    params === undefined || typeof params === 'function' ? name : `${name} ${JSON.stringify(params)}`,
    counts,
    (context, event) => implementation({ context, event }, given({ context, event })),
  );
}

/** `and`, `or` and `not` are asked part by part; any other combination is left to XState. */
function combined(machine: AnyStateMachine, guard: Combined, counts: GuardCount[]): Test {
  const { check } = guard;
  if (!check) return counted(guard.name, counts, (context, event) => guard({ context, event }));
  if (guard.guards && ['and', 'or', 'not'].includes(guard.name)) {
    const parts = guard.guards.map((part) => testOf(machine, part, counts));
    if (guard.name === 'and') return (context, event, at) => parts.every((part) => part(context, event, at));
    if (guard.name === 'or') return (context, event, at) => parts.some((part) => part(context, event, at));
    return (context, event, at) => !parts[0]?.(context, event, at);
  }
  return counted(guard.name, counts, (context, event, at) => {
    const matches = (value: StateValue) => matchesState(value, at.value);
    const snapshot = { context, machine, value: at.value, _nodes: at.nodes, matches };
    return check(snapshot, { context, event }, guard);
  });
}

function counted(name: string, counts: GuardCount[], test: Test): Test {
  const count: GuardCount = { name, yes: 0, no: 0 };
  counts.push(count);
  return (context, event, at) => {
    const holds = test(context, event, at);
    if (holds) count.yes++;
    else count.no++;
    return holds;
  };
}
