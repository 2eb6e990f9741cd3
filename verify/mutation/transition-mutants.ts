import { type AnyStateNode, and, not } from 'xstate';
import { replaced } from './change.ts';
import {
  type Copies,
  type MutableTransition,
  statePlaces,
  type TransitionPlace,
  transitionPlaces,
  transitionsOf,
} from './copies.ts';
import type { Mutant } from './mutant.ts';
import { takenMark } from './suite.ts';

type Action = { readonly type: string; readonly params?: unknown };

/** The mutants of the transitions of machines, and of what states do on entry and exit. They change the copies in place. */
export function transitionMutants(copies: Copies): Mutant[] {
  const places = transitionPlaces(copies);
  const alternatives = parameterValues(places, copies);
  return [
    ...places.flatMap((place) => [
      ...ofGuard(place),
      ...ofTarget(place),
      ...ofOrder(place),
      ...ofActions(
        {
          mark: place.mark,
          touches: place.marks.map(takenMark),
          holders: place.transitions,
          field: 'actions',
          only: isOfArticle(place) ? (index) => index === 0 : () => true,
        },
        alternatives,
      ),
    ]),
    ...layersIn(places).flatMap(({ mark, marks, transitions }) =>
      ofActions(
        {
          mark,
          touches: marks.map(takenMark),
          holders: transitions,
          field: 'actions',
          only: (index) => index > 0,
        },
        alternatives,
      ),
    ),
    ...statePlaces(copies).flatMap(({ mark, marks, states }) => [
      ...ofInitial(mark, states),
      ...(['entry', 'exit'] as const).flatMap((field) =>
        ofActions(
          {
            mark: `${mark} ${field}`,
            touches: marks.map((place) => `${place} ${field}`),
            holders: states,
            field,
            only: () => true,
          },
          alternatives,
        ),
      ),
    ]),
  ];
}

// Helpers

function mutant(
  change: string,
  where: string,
  detail: string,
  touches: readonly string[],
  make: Mutant['make'],
): Mutant {
  return { kind: 'transition', change, where, detail, touches, equivalent: null, make };
}

function ofGuard({ mark, marks, transitions }: TransitionPlace): Mutant[] {
  const set = (guard: (before: unknown) => unknown) => () =>
    replaced(transitions, ({ guard: before }) => ({ guard: guard(before) }));
  const never = mutant(
    'drop transition',
    mark,
    '',
    marks.map(takenMark),
    set(() => () => false),
  );
  const [first] = transitions;
  if (first?.guard === undefined) return [never];
  const parts = partsOf(first.guard);
  return [
    never,
    mutant(
      'drop guard',
      mark,
      '',
      marks,
      set(() => undefined),
    ),
    mutant(
      'negate guard',
      mark,
      '',
      marks,
      set((guard) => not(guard as never)),
    ),
    ...(parts.length < 2 ? [] : parts).map((part, place) =>
      mutant(
        'drop part of guard',
        mark,
        nameOf(part),
        marks,
        set((guard) => and(partsOf(guard).toSpliced(place, 1) as never)),
      ),
    ),
  ];
}

function ofTarget({ mark, marks, transitions }: TransitionPlace): Mutant[] {
  const [target] = transitions[0]?.target ?? [];
  if (!target) return [];
  const moved = siblingOf(target);
  const taken = marks.map(takenMark);
  return [
    mutant('drop target', mark, '', taken, () => replaced(transitions, () => ({ target: undefined }))),
    ...(moved
      ? [
          mutant('retarget', mark, moved.key, taken, () =>
            replaced(transitions, ({ target: aims }) => ({ target: next(aims) })),
          ),
        ]
      : []),
  ];
}

/** A branch changes places with the next one of the same event. */
function ofOrder({ mark, marks, transitions }: TransitionPlace): Mutant[] {
  const pairs = transitions.flatMap((transition) => {
    const follower = branchAfter(transition);
    return follower ? [[transition, follower] as const] : [];
  });
  const [first] = pairs;
  if (!first) return [];
  const swap = () => {
    const fields = ({ guard, target, actions, reenter }: MutableTransition) => ({
      guard,
      target,
      actions,
      reenter,
    });
    const both = pairs.flatMap(([one, other]) => [
      { transition: one, to: fields(other) },
      { transition: other, to: fields(one) },
    ]);
    const undo = both.map(({ transition, to }) => replaced([transition], () => to));
    return () => {
      for (const takeBack of undo.reverse()) takeBack();
    };
  };
  const equivalent = pairs.every(([{ guard }, { guard: other }]) => exclude(guard, other))
    ? 'the two guards never hold together'
    : null;
  return [{ ...mutant('swap branches', mark, '', marks, swap), equivalent }];
}

function branchAfter(transition: MutableTransition): MutableTransition | undefined {
  const list = transitionsOf(transition.source)
    .map(([, branches]) => branches)
    .find((branches) => branches.includes(transition));
  return list?.[list.indexOf(transition) + 1];
}

/** Articles govern alone, and nothing is pending then; a condition that compares one thing holds for one value only. */
function exclude(guard: unknown, other: unknown): boolean {
  const ofRules = (name: unknown) => typeof name === 'string' && /^[A-Z]{3}-\d+$|Pending$/.test(name);
  if (ofRules(guard) && ofRules(other)) return true;
  const [one, two] = [staticParams(guard), staticParams(other)];
  return (
    nameOf(guard) === nameOf(other) &&
    /Is$/.test(nameOf(guard)) &&
    JSON.stringify(one) !== JSON.stringify(two)
  );
}

function ofInitial(mark: string, states: readonly AnyStateNode[]): Mutant[] {
  const [state] = states;
  if (state?.type !== 'compound') return [];
  const initials = states.map(({ initial }) => initial as unknown as MutableTransition);
  const [first] = initials[0]?.target ?? [];
  const moved = first && siblingOf(first);
  if (!moved) return [];
  return [
    mutant('change initial state', mark, moved.key, [`${first.path.join('.')} entry`], () =>
      replaced(initials, ({ target }) => ({ target: next(target) })),
    ),
  ];
}

interface ActionPlace {
  readonly mark: string;
  readonly touches: readonly string[];
  readonly holders: readonly object[];
  readonly field: 'actions' | 'entry' | 'exit';
  /** Which of the actions are changed. */
  readonly only: (index: number) => boolean;
}

/** An action is left out, or gets another value of the same parameter. An effect goes together with its number. */
function ofActions(
  { mark, touches, holders, field, only }: ActionPlace,
  alternatives: Alternatives,
): Mutant[] {
  const lists = holders as readonly Readonly<Record<string, readonly unknown[]>>[];
  const actions = lists[0]?.[field] ?? [];
  const set = (change: (actions: readonly unknown[]) => readonly unknown[]) => () =>
    replaced(holders as readonly Record<string, unknown>[], (holder) => ({
      [field]: change(holder[field] as readonly unknown[]),
    }));
  return actions.flatMap((action, place) => {
    if (!only(place)) return [];
    if (nameOf(action) === 'numberRequest') {
      const without = set((all) => all.toSpliced(place, 1));
      return [mutant('drop number of effect', mark, nameOf(actions[place + 1]), touches, without)];
    }
    const numbered = nameOf(actions[place - 1]) === 'numberRequest';
    const [start, count] = numbered ? [place - 1, 2] : [place, 1];
    const dropped = mutant(
      'drop action',
      mark,
      labelOf(action),
      touches,
      set((all) => all.toSpliced(start, count)),
    );
    const changed = otherParams(action, alternatives).map(({ name, value, action: other }) =>
      mutant(
        'change parameter',
        mark,
        `${labelOf(action)}: ${name} ${value}`,
        touches,
        set((all) => all.with(place, other)),
      ),
    );
    return [dropped, ...changed];
  });
}

/** The branch of an article adopts its ruling, and then does what all branches of its layer do. */
function isOfArticle({ transitions: [first] }: TransitionPlace): boolean {
  return first?.actions.some((action) => nameOf(action) === 'adoptRuling') ?? false;
}

/** The branches of the articles of one layer in all exceptions, which one function makes. */
function layersIn(places: readonly TransitionPlace[]): TransitionPlace[] {
  const layers = new Map<string, TransitionPlace[]>();
  for (const place of places.filter(isOfArticle)) {
    const [first] = place.transitions;
    const { layer } = Object.fromEntries(staticParams(first?.actions[0]));
    const key = `${layer} ${first?.actions.length}`;
    layers.set(key, [...(layers.get(key) ?? []), place]);
  }
  return [...layers].map(([key, own]) => ({
    mark: `every branch of the layer ${key.split(' ')[0]}`,
    marks: own.flatMap(({ marks }) => marks),
    transitions: own.flatMap(({ transitions }) => transitions),
  }));
}

type Alternatives = ReadonlyMap<string, readonly unknown[]>;

/** Every value that a parameter of an action has anywhere, such as the names of the deadlines that `startDeadline` starts. */
function parameterValues(places: readonly TransitionPlace[], copies: Copies): Alternatives {
  const values = new Map<string, Set<unknown>>();
  const note = (action: unknown) => {
    for (const [name, value] of staticParams(action)) {
      const key = `${nameOf(action)}.${name}`;
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  };
  for (const { transitions } of places) transitions[0]?.actions.forEach(note);
  for (const { states } of statePlaces(copies))
    [...(states[0]?.entry ?? []), ...(states[0]?.exit ?? [])].forEach(note);
  return new Map([...values].map(([key, found]) => [key, [...found]]));
}

function otherParams(action: unknown, alternatives: Alternatives) {
  return staticParams(action).flatMap(([name, value]) => {
    const all = alternatives.get(`${nameOf(action)}.${name}`) ?? [];
    const other = all[(all.indexOf(value) + 1) % all.length];
    if (all.length < 2 || name === 'article' || name === 'layer') return [];
    const { params } = action as { params: object };
    return [
      { name, value: String(other), action: { ...(action as Action), params: { ...params, [name]: other } } },
    ];
  });
}

function staticParams(action: unknown): [string, unknown][] {
  const params = typeof action === 'object' && action !== null ? (action as Action).params : undefined;
  if (typeof params !== 'object' || params === null) return [];
  return Object.entries(params).filter(([, value]) => typeof value !== 'object');
}

function siblingOf(node: AnyStateNode): AnyStateNode | null {
  const siblings = Object.values(node.parent?.states ?? {});
  const next = siblings[(siblings.indexOf(node) + 1) % siblings.length];
  return node.parent?.type === 'parallel' || next === node ? null : (next ?? null);
}

function partsOf(guard: unknown): readonly unknown[] {
  return typeof guard === 'function' && 'guards' in guard ? (guard.guards as unknown[]) : [];
}

function nameOf(thing: unknown): string {
  return typeof thing === 'string' ? thing : ((thing as Action | undefined)?.type ?? '');
}

function labelOf(action: unknown): string {
  const params = staticParams(action).map(([, value]) => value);
  return [nameOf(action), ...params].join(' ');
}

/** The sibling that comes after a target. */
function next(target: MutableTransition['target']): AnyStateNode[] {
  return (target ?? []).map((node) => siblingOf(node) ?? node);
}
