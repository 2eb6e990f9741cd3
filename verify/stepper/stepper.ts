import type { AnyStateNode, StateValue } from 'xstate';
import { ParcelError } from '../../domain/errors.ts';
import type { CaseContext, MachineEvent } from '../../guards/case-context.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import {
  branchOf,
  type Candidates,
  type Configuration,
  type Move,
  type Plan,
  planFor,
} from './configuration.ts';
import { ancestorsOf, isAtomic, isFinal, stateValueOf } from './nodes.ts';
import { type Operation, operationsOf } from './operations.ts';
import { entrySet, exitSet, withoutConflicts } from './sets.ts';
import { type Wired, wire } from './wiring.ts';

/** Where a case stands: its active states and what it remembers. */
export interface Standing {
  readonly configuration: Configuration;
  readonly context: CaseContext;
}

/** An effect that was requested. Its data is worked out when somebody asks for it. */
export interface Requested {
  readonly type: string;
  params(): unknown;
}

/** More transitions in one step than any case needs: an endless loop of transitions that are taken at once. */
const mostMoves = 1_000;

/**
 * Steps a machine as XState does, several times faster: what depends on the active states alone is worked out once and
 * kept, and only guards and assigns run on each event. Built from the machine itself, never from its source; tests hold
 * it equal to `machine.transition` event by event. Takes machines without history, invoke, delays and spawned actors.
 */
export class Stepper {
  readonly machine: CaseMachine;
  readonly #wired: ReturnType<typeof wire>;
  readonly #candidates: Candidates = new Map();
  readonly #configurations = new Map<string, Configuration>();
  readonly #canonical = new Map<Configuration, Configuration>();

  /** @throws {ParcelError} `INVALID_INPUT` if the machine uses what the stepper does not know. */
  constructor(machine: CaseMachine) {
    refuseUnknown(machine.root);
    this.machine = machine;
    this.#wired = wire(machine);
  }

  /** Every transition of the machine, with how often it was taken and what its guards answered. */
  get transitions(): readonly Wired[] {
    return [...this.#wired.values()];
  }

  /** Where a snapshot of the machine stands. */
  standing(snapshot: CaseSnapshot): Standing {
    const { _nodes } = snapshot as unknown as { _nodes: readonly AnyStateNode[] };
    return { configuration: this.#configuration(_nodes), context: contextOf(snapshot) };
  }

  /** The same with its states in the order of the machine, as a restored case has them. */
  canonical({ configuration, context }: Standing): Standing {
    let ordered = this.#canonical.get(configuration);
    if (!ordered) {
      ordered = this.#configuration(configuration.nodes.toSorted((one, other) => one.order - other.order));
      this.#canonical.set(configuration, ordered);
    }
    return { configuration: ordered, context };
  }

  /** Whether an active state has a transition for a type of event, whatever its guard says. */
  expects({ configuration }: Standing, type: string): boolean {
    return this.#planOf(configuration, type) !== null;
  }

  /**
   * Feeds one event, and whatever follows from it at once. The same object comes back if nothing changed. Effects are
   * added to `requested` if it is given.
   */
  transition(from: Standing, event: MachineEvent, requested?: Requested[]): Standing {
    const plan = this.#planOf(from.configuration, event.type);
    if (!plan || from.configuration.done) return from;
    const queue: MachineEvent[] = [];
    let current = event;
    let standing = this.#take(from, select(plan, from, event), event, queue, requested);
    let asksAtOnce = true;
    for (let moves = 0; !standing.configuration.done; moves++) {
      if (moves > mostMoves) throw new Error(`Endless loop after ${event.type} in ${leavesOf(from)}.`);
      let enabled: readonly Wired[] = asksAtOnce ? selectAtOnce(standing, current) : [];
      const before: Standing | null = enabled.length > 0 ? standing : null;
      if (enabled.length === 0) {
        const next = queue.shift();
        if (!next) break;
        current = next;
        const raised = this.#planOf(standing.configuration, current.type);
        enabled = raised ? select(raised, standing, current) : [];
      }
      standing = this.#take(standing, enabled, current, queue, requested);
      asksAtOnce = standing !== before;
    }
    return standing;
  }

  #take(
    from: Standing,
    enabled: readonly Wired[],
    event: MachineEvent,
    queue: MachineEvent[],
    requested: Requested[] | undefined,
  ): Standing {
    const [only] = enabled;
    if (!only) return from;
    const { operations, next } = this.#moveOf(from.configuration, enabled);
    let { context } = from;
    for (const operation of operations) {
      switch (operation.kind) {
        case 'assign':
          context = Object.assign({}, context, operation.update(context, event));
          break;
        case 'raise':
          queue.push(operation.raised(context, event));
          break;
        case 'complete':
          queue.push(operation.event);
          break;
        case 'request': {
          if (!requested) break;
          const { type, params } = operation;
          const then = context;
          requested.push({ type, params: () => params(then, event) });
        }
      }
    }
    return context === from.context && next === from.configuration ? from : { configuration: next, context };
  }

  #moveOf(from: Configuration, enabled: readonly Wired[]): Move {
    const key = enabled.length === 1 ? (enabled[0] as Wired).index : enabled.map(({ index }) => index).join();
    let move = from.moves.get(key);
    const transitions = move ? [] : withoutConflicts(enabled, from.nodes);
    if (!move) {
      move = this.#work(from, transitions);
      from.moves.set(key, move);
    }
    for (const transition of move.transitions) transition.taken++;
    return move;
  }

  #work(from: Configuration, transitions: readonly Wired[]): Move {
    const active = new Set(from.nodes);
    const operations: Operation[] = [];
    for (const node of exitSet(transitions, from.nodes)) {
      operations.push(...operationsOf(this.machine, node.exit));
      active.delete(node);
    }
    for (const transition of transitions) operations.push(...transition.operations);
    let done = false;
    const completed = new Set<AnyStateNode>();
    const { entered, byDefault } = entrySet(transitions);
    for (const node of entered) {
      active.add(node);
      operations.push(...operationsOf(this.machine, node.entry));
      if (byDefault.has(node) && node.initial)
        operations.push(...operationsOf(this.machine, node.initial.actions));
      if (node.type === 'final') done = completions(node, active, completed, operations) || done;
    }
    const unchanged = from.nodes.length === active.size && from.nodes.every((node) => active.has(node));
    const nodes = [...active];
    if (done)
      for (const node of nodes.toSorted((one, other) => other.order - one.order))
        operations.push(...operationsOf(this.machine, node.exit));
    return { operations, transitions, next: unchanged ? from : this.#configuration(nodes) };
  }

  #planOf(configuration: Configuration, type: string): Plan | null {
    let plan = configuration.plans.get(type);
    if (plan === undefined) {
      plan = planFor(configuration.root, type, this.#wired, this.#candidates);
      configuration.plans.set(type, plan);
    }
    return plan;
  }

  #configuration(nodes: readonly AnyStateNode[]): Configuration {
    const key = nodes.map(({ order }) => order).join();
    let configuration = this.#configurations.get(key);
    if (!configuration) {
      const active = new Set(nodes);
      const atomic = nodes.filter(isAtomic);
      const wiredOf = (node: AnyStateNode): Wired[] =>
        [node, ...ancestorsOf(node)].flatMap(({ always }) =>
          (always ?? []).map((transition) => this.#wired.get(transition) as Wired),
        );
      configuration = {
        id: this.#configurations.size,
        nodes,
        root: branchOf(this.machine.root, nodes),
        value: stateValueOf(this.machine.root, nodes) as StateValue,
        leaves: atomic.map(({ path }) => path.join('.')).sort(),
        tags: new Set(nodes.flatMap(({ tags }) => tags)),
        done: isFinal(this.machine.root, active),
        plans: new Map(),
        atOnce: atomic.map(wiredOf).filter((transitions) => transitions.length > 0),
        moves: new Map(),
      };
      this.#configurations.set(key, configuration);
    }
    return configuration;
  }
}

// Helpers

/** The transitions that are taken: of a state those of the states inside it, or else its own first one whose guard holds. */
function select(plan: Plan, at: Standing, event: MachineEvent): Wired[] {
  const selected: Wired[] = [];
  for (const inner of plan.inside) selected.push(...select(inner, at, event));
  if (selected.length > 0) return selected;
  const own = firstThatHolds(plan.own, at, event);
  return own ? [own] : selected;
}

function selectAtOnce(at: Standing, event: MachineEvent): Wired[] {
  const selected: Wired[] = [];
  for (const transitions of at.configuration.atOnce) {
    const first = firstThatHolds(transitions, at, event);
    if (first && !selected.includes(first)) selected.push(first);
  }
  return selected;
}

function firstThatHolds(
  transitions: readonly Wired[],
  { context, configuration }: Standing,
  event: MachineEvent,
): Wired | undefined {
  for (const transition of transitions)
    if (transition.holds === null || transition.holds(context, event, configuration)) return transition;
  return undefined;
}

/** What is completed when a final state is entered. Returns whether the whole machine is. */
function completions(
  node: AnyStateNode,
  active: ReadonlySet<AnyStateNode>,
  completed: Set<AnyStateNode>,
  operations: Operation[],
): boolean {
  const complete = ({ id }: AnyStateNode) =>
    operations.push({
      kind: 'complete',
      event: { type: `xstate.done.state.${id}`, output: undefined } as unknown as MachineEvent,
    });
  const { parent } = node;
  let above = parent?.type === 'parallel' ? parent : parent?.parent;
  if (parent?.type === 'compound') complete(parent);
  while (above?.type === 'parallel' && !completed.has(above) && isFinal(above, active)) {
    completed.add(above);
    complete(above);
    above = above.parent;
  }
  return !above;
}

function refuseUnknown(node: AnyStateNode): void {
  const unknown = [
    node.type === 'history' && 'a history state',
    node.invoke.length > 0 && 'an invoked actor',
    node.after.length > 0 && 'a delayed transition',
  ].find((name) => name !== false);
  if (unknown) {
    throw new ParcelError(
      'INVALID_INPUT',
      `The state ${node.path.join('.')} has ${unknown}, which cannot be explored. ` +
        'Write waiting as a deadline in the context and its lapse as an event.',
    );
  }
  for (const child of Object.values(node.states as Record<string, AnyStateNode>)) refuseUnknown(child);
}

function leavesOf({ configuration }: Standing): string {
  return configuration.leaves.join(', ');
}
