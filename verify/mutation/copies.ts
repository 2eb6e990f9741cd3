import type { AnyStateNode } from 'xstate';
import type { CaseMachine } from '../../replay/snapshot.ts';

/** A transition of a copy. Its fields may be replaced; the arrays in them belong to the original. */
export interface MutableTransition {
  readonly eventType: string;
  readonly source: AnyStateNode;
  guard: unknown;
  target: readonly AnyStateNode[] | undefined;
  actions: readonly unknown[];
  reenter: boolean;
}

/** Copies of machines by name. Changing them leaves the machines alone. */
export type Copies = Readonly<Record<string, CaseMachine>>;

/** Most microsteps of one event; a mutant that goes round in circles ends with an error. */
const maxIterations = 300;

/** Copies of machines that may be changed. */
export function copiesOf(machines: Readonly<Record<string, CaseMachine>>): Copies {
  return Object.fromEntries(
    Object.entries(machines).map(([name, machine]) => {
      const copy = machine.provide({});
      return [name, Object.assign(copy, { options: { ...copy.options, maxIterations } })];
    }),
  );
}

/** A transition as it stands in every copy and state that has it. */
export interface TransitionPlace {
  /** Where it stands first: `path event index`. */
  readonly mark: string;
  /** Everywhere it stands. */
  readonly marks: readonly string[];
  readonly transitions: readonly MutableTransition[];
}

/** A state as it stands in every copy that has it, and where several exceptions have it from one source. */
export interface StatePlace {
  readonly mark: string;
  readonly marks: readonly string[];
  readonly states: readonly AnyStateNode[];
}

/**
 * The transitions of all copies. Those that are alike come from one source and stand together: of the same event, guard,
 * actions and target, inside one exception, or anywhere if they belong to an assessment or have two actions or more.
 * The event of a transition that is taken at once is `always`.
 */
export function transitionPlaces(copies: Copies): TransitionPlace[] {
  const found = Object.values(copies).flatMap((copy) =>
    nodesOf(copy).flatMap((node) =>
      transitionsOf(node).flatMap(([event, list]) =>
        list.map((thing, index) => ({
          key: transitionKey(node, event, thing),
          mark: transitionMark(node, event, index),
          thing,
        })),
      ),
    ),
  );
  return together(found).map(({ things, ...place }) => ({ ...place, transitions: things }));
}

/** The states of all copies, those of one source together. */
export function statePlaces(copies: Copies): StatePlace[] {
  const found = Object.values(copies).flatMap((copy) =>
    nodesOf(copy).map((node) => ({ key: stateKey(node), mark: stateMark(node), thing: node })),
  );
  return together(found).map(({ things, ...place }) => ({ ...place, states: things }));
}

/** The transitions of a state, by event. */
export function transitionsOf(node: AnyStateNode): [string, readonly MutableTransition[]][] {
  const always = (node.always ?? []) as unknown as MutableTransition[];
  return [
    ...(node.transitions as unknown as Map<string, MutableTransition[]>),
    ...(always.length > 0 ? [['always', always] as [string, MutableTransition[]]] : []),
  ];
}

/** A machine's states, the outer ones first. */
export function nodesOf(machine: CaseMachine): AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(below)];
  return below(machine.root);
}

/** The place of a transition: `open.remedy.choosing remedy.refundChosen 0`. */
export function transitionMark(node: AnyStateNode, event: string, index: number): string {
  return `${stateMark(node)} ${event} ${index}`;
}

/** The place of a state: its path, or the machine for the whole. */
export function stateMark(node: AnyStateNode): string {
  return node.path.join('.') || node.machine.id;
}

// Helpers

function together<Thing>(found: readonly { key: string; mark: string; thing: Thing }[]) {
  const places = new Map<string, { mark: string; marks: string[]; things: Thing[] }>();
  for (const { key, mark, thing } of found) {
    const place = places.get(key);
    if (!place) places.set(key, { mark, marks: [mark], things: [thing] });
    else {
      place.things.push(thing);
      if (!place.marks.includes(mark)) place.marks.push(mark);
    }
  }
  return [...places.values()];
}

function transitionKey(node: AnyStateNode, event: string, transition: MutableTransition): string {
  const { guard, target = [], actions } = transition;
  if (isWeighing(node) || isAsking(node)) {
    return JSON.stringify([node.key, event, guardOfAny(guard), actions.map(alike)]);
  }
  const inAssessment = assessed.test(stateMark(node));
  const targets = target.map((aim) => (inAssessment ? aim.key : withoutType(stateMark(aim))));
  const from = inAssessment || actions.length > 1 ? 'anywhere' : typeOf(node);
  return JSON.stringify([from, event, alike(guard), targets, actions.map(alike)]);
}

function stateKey(node: AnyStateNode): string {
  const mark = stateMark(node);
  return assessed.test(mark) || isWeighing(node) || isAsking(node)
    ? JSON.stringify([node.key, Object.keys(node.states), node.entry.map(alike), node.exit.map(alike)])
    : mark;
}

/** Assessments are made by one function for every exception; so are weighing a layer and asking for evidence of it. */
const assessed = /^open\.exception\.\w+\.assessment\b/;

function isWeighing({ key, always = [] }: AnyStateNode): boolean {
  return key === 'weighing' && always.some(({ guard }) => typeof guard === 'string' && pending.test(guard));
}

function isAsking({ key, parent }: AnyStateNode): boolean {
  const sibling = parent?.states.weighing;
  return key === 'asking' && sibling !== undefined && isWeighing(sibling);
}

const pending = /^\w+\.\w+Pending$/;

/** An article is itself; what is pending, and what counts as an answer, is said alike of every layer. */
function guardOfAny(guard: unknown): unknown {
  if (typeof guard === 'string') return pending.test(guard) ? 'pending' : guard;
  const { type = null } = (guard ?? {}) as { type?: string };
  return type;
}

function typeOf({ path }: AnyStateNode): string {
  return path[1] === 'exception' ? path.slice(0, 3).join('.') : path.slice(0, 2).join('.');
}

function withoutType(mark: string): string {
  return mark.replace(/^open\.exception\.\w+\./, '');
}

/** Guards and actions that are alike give the same text; functions are alike if their texts are. */
function alike(thing: unknown): unknown {
  if (typeof thing === 'function') {
    return 'guards' in thing ? (thing.guards as unknown[]).map(alike) : String(thing);
  }
  if (typeof thing !== 'object' || thing === null) return thing ?? null;
  return Object.entries(thing).map(([name, value]) => [name, alike(value)]);
}
