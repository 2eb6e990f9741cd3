import type { Text } from '../../domain/text.ts';

/** What is shown on a chart besides its shape. Ids are those of states and branches. */
export interface Marks {
  /** States that are active, those around them included. */
  readonly active: ReadonlySet<string>;
  /** Branches that the next event can take. */
  readonly enabled: ReadonlySet<string>;
  /** Branches of the active states that a guard stops, with the reason. */
  readonly blocked: ReadonlyMap<string, Text>;
  /** Branches that the last step took. */
  readonly taken?: ReadonlySet<string>;
  /** How often a suite of scenarios came by: states and branches. What is missing here was never reached. */
  readonly hits?: ReadonlyMap<string, number>;
  /** States and branches that nothing can reach. */
  readonly unreachable?: ReadonlySet<string>;
  /** States and branches that a search found. */
  readonly found?: ReadonlySet<string>;
  /** The state or the branch that is looked at. */
  readonly selected?: string;
}

/** Nothing is marked. */
export const noMarks: Marks = { active: new Set(), enabled: new Set(), blocked: new Map() };

/** The classes a state, a branch or an edge can carry, and no others. */
export const markClasses = [
  'is-active',
  'is-enabled',
  'is-blocked',
  'is-taken',
  'is-visited',
  'is-unvisited',
  'is-unreachable',
  'is-found',
  'is-selected',
] as const;
/** A class that marks. */
export type MarkClass = (typeof markClasses)[number];

/** The classes of one state or branch. */
export function classesOf(id: string, marks: Marks): MarkClass[] {
  const { active, enabled, blocked, taken, hits, unreachable, found, selected } = marks;
  const classes: [MarkClass, boolean | undefined][] = [
    ['is-active', active.has(id)],
    ['is-enabled', enabled.has(id)],
    ['is-blocked', blocked.has(id)],
    ['is-taken', taken?.has(id)],
    ['is-visited', hits && (hits.get(id) ?? 0) > 0],
    ['is-unvisited', hits && !hits.get(id) && !unreachable?.has(id)],
    ['is-unreachable', unreachable?.has(id)],
    ['is-found', found?.has(id)],
    ['is-selected', selected === id],
  ];
  return classes.flatMap(([name, isSet]) => (isSet ? [name] : []));
}

/** The classes of an edge: what holds of any of its branches, but blocked only where none is open. */
export function edgeClasses(branches: readonly string[], marks: Marks): MarkClass[] {
  const all = new Set(branches.flatMap((id) => classesOf(id, marks)));
  if (all.has('is-enabled')) all.delete('is-blocked');
  if (all.has('is-visited')) all.delete('is-unvisited');
  if (all.has('is-visited') || all.has('is-unvisited')) all.delete('is-unreachable');
  return markClasses.filter((name) => all.has(name));
}
