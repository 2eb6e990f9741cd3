import type { CaseInput } from '../../domain/case.ts';
import type { CaseEvent, CaseEventType } from '../../domain/events.ts';
import { after } from '../../domain/time.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import { open } from '../../replay/step.ts';
import { invariants as bundled, type Moment } from '../invariants/index.ts';
import type { Requested, Standing, Stepper } from '../stepper/stepper.ts';
import { Abstraction } from './abstraction.ts';
import type { ExploreOptions, Part, Path, StateFinding, Violation } from './exploration.ts';
import { Graph } from './graph.ts';
import { eventsOf } from './payloads.ts';
import { dated, waitForDeadline } from './waiting.ts';

/** What the explorations of one machine have touched so far. */
export interface Seen {
  /** The active states, deepest only. */
  readonly states: Set<string>;
  readonly events: Set<string>;
  readonly effects: Set<string>;
}

/** What one case is explored with. */
interface Setting {
  readonly stepper: Stepper;
  readonly books: Readonly<Record<string, Rulebook>>;
  readonly types: readonly CaseEventType[];
  readonly input: CaseInput;
  readonly options: ExploreOptions;
  readonly seen: Seen;
  /** What earlier inputs came to, for the progress. */
  readonly before: { readonly states: number; readonly tries: number };
}

/** A state: how it was come to, and where it stands until its events have been tried. */
interface Reached {
  readonly parent: number;
  readonly event: CaseEvent | null;
  readonly now: string;
  readonly leaves: readonly string[];
  standing: Standing | null;
}

/** Told after so many states. */
const progressEvery = 5_000;

/** Explores what can happen to a case that was opened in one way. */
export class Explorer {
  readonly #setting: Setting;
  readonly #abstraction = new Abstraction();
  readonly #graph = new Graph();
  readonly #states: Reached[] = [];
  readonly #places = new Map<string, number>();
  readonly #violations = new Map<string, Violation & { count: number }>();
  #tries = 0;
  #truncated: Part['truncated'] = null;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Explores everything, or as much as the options allow. */
  run(): Part {
    const { stepper, input } = this.#setting;
    const { snapshot } = open(stepper.machine, input);
    this.#reach(stepper.standing(snapshot), { parent: -1, event: null, now: input.openedAt });
    for (let place = 0; place < this.#states.length && this.#truncated === null; place++) {
      if (place % progressEvery === 0 && this.#report(place) === false) this.#truncated = 'stopped';
      else this.#follow(place, this.#states[place] as Reached);
    }
    return this.#result();
  }

  #report(place: number): unknown {
    const { options, before } = this.#setting;
    const states = this.#states.length;
    return options.onProgress?.({
      states: before.states + states,
      waiting: states - place,
      tries: before.tries + this.#tries,
    });
  }

  /** Tries every event in a state, and waiting. */
  #follow(place: number, state: Reached): void {
    const { standing, now } = state;
    state.standing = null;
    if (!standing) return;
    if (standing.configuration.done) {
      this.#graph.closed.add(place);
      this.#graph.inTime[place] = -1;
      return;
    }
    if (!this.#isInside(standing)) return;
    const { stepper, types } = this.#setting;
    const book = this.#bookAt(standing);
    const asked = standing.configuration.tags.has('needsEvidence');
    for (const type of types) {
      if (!stepper.expects(standing, type)) {
        this.#tries++;
        continue;
      }
      for (const event of eventsOf(type, { context: standing.context, at: now, book, asked }))
        this.#try(place, now, standing, event);
    }
    this.#wait(place, standing);
  }

  #try(place: number, now: string, from: Standing, event: CaseEvent): void {
    this.#tries++;
    const requested: Requested[] = [];
    const next = this.#setting.stepper.transition(from, event, requested);
    if (next === from) return;
    const standing = dated(next, event.at);
    if (this.#breaks(place, from, event, standing, requested)) return;
    this.#graph.add(place, this.#reach(standing, { parent: place, event, now }));
  }

  #wait(place: number, from: Standing): void {
    this.#tries++;
    const waited = waitForDeadline(this.#setting.stepper, from);
    this.#graph.inTime[place] = -1;
    if (!waited) return;
    let before = from;
    for (const { event, standing, requested } of waited.lapses) {
      if (this.#breaks(place, before, event, standing, requested)) return;
      before = standing;
    }
    const to = this.#reach(waited.standing, { parent: place, event: null, now: waited.now });
    this.#graph.inTime[place] = to;
    this.#graph.add(place, to);
  }

  /** The place of a state, new or known. With too many states the exploration ends after this one. */
  #reach(standing: Standing, how: Pick<Reached, 'parent' | 'event' | 'now'>): number {
    const { stepper, options, seen } = this.#setting;
    const ordered = stepper.canonical(standing);
    const key = this.#abstraction.keyOf(ordered);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#states.length;
    const { leaves } = ordered.configuration;
    this.#places.set(key, place);
    this.#states.push({ ...how, standing: ordered, leaves });
    for (const leaf of leaves) seen.states.add(leaf);
    if (place + 1 >= (options.maxStates ?? 300_000)) this.#truncated = 'states';
    return place;
  }

  /** Whether a step breaks an invariant. The first step that breaks each one is kept; what follows it is not explored. */
  #breaks(
    place: number,
    from: Standing,
    event: CaseEvent,
    to: Standing,
    requested: readonly Requested[],
  ): boolean {
    const { seen, options } = this.#setting;
    seen.events.add(event.type);
    for (const { type } of requested) seen.effects.add(type);
    const moment: Moment = {
      before: from.context,
      event,
      after: to.context,
      states: to.configuration.leaves,
      closed: to.configuration.done,
      effects: requested.map(({ type, params }) => ({ type, params: params() })),
    };
    let broken = false;
    for (const { id, broken: check } of options.invariants ?? bundled) {
      const what = check(moment);
      if (what === null) continue;
      broken = true;
      const known = this.#violations.get(id);
      if (known) {
        known.count++;
        continue;
      }
      const { input, steps } = this.#pathTo(place);
      const last = event.type.endsWith('.lapsed')
        ? { at: after(event.at, 1), event: null }
        : { at: event.at, event };
      const path = { input, steps: [...steps, last] };
      this.#violations.set(id, { invariant: id, what, states: moment.states, count: 1, path });
    }
    if (broken) this.#graph.escapes.add(place);
    return broken;
  }

  #isInside({ configuration }: Standing): boolean {
    const { options, books } = this.#setting;
    const { only } = options;
    if (!only) return true;
    return !configuration.leaves.some((leaf) =>
      leaf.split('.').some((key) => Object.hasOwn(books, key) && !only.includes(key)),
    );
  }

  /** The rulebook of the exception that the case is in, by the name of its state. */
  #bookAt({ configuration }: Standing): Rulebook | null {
    const { books } = this.#setting;
    const keys = configuration.leaves.flatMap((leaf) => leaf.split('.'));
    const type = keys.find((key) => Object.hasOwn(books, key));
    return type === undefined ? null : (books[type] ?? null);
  }

  #result(): Part {
    const graph = this.#graph;
    const count = this.#states.length;
    const places = Array.from({ length: count }, (_, place) => place);
    const isFollowed = (place: number) => graph.inTime[place] !== undefined;
    const open = places.filter((place) => isFollowed(place) && !graph.closed.has(place));
    const unknown = places.filter((place) => !isFollowed(place));
    // What was not followed may well lead to closing: only what certainly does not is told.
    const closable = graph.reaching(count, [...graph.closed, ...graph.escapes, ...unknown]);
    const leaving = graph.leaving(count);
    const ends = graph.waiting(count);
    return {
      states: count,
      closed: graph.closed.size,
      steps: graph.edges,
      tries: this.#tries,
      truncated: this.#truncated,
      notFollowed: unknown.length,
      deadEnds: this.#grouped(open.filter((place) => leaving[place] === 0 && !graph.escapes.has(place))),
      noClosing: this.#grouped(open.filter((place) => closable[place] === 0)),
      traps: this.#byState(open.filter((place) => ends[place] === place)),
      livelocks: this.#grouped(open.filter((place) => ends[place] === -3)),
      violations: [...this.#violations.values()],
    };
  }

  /** States with the same active states as one finding, with a shortest way to the first. */
  #grouped(places: readonly number[]): StateFinding[] {
    return this.#findings(places, ({ leaves }) => [leaves]);
  }

  /** The same for each active state alone. */
  #byState(places: readonly number[]): StateFinding[] {
    return this.#findings(places, ({ leaves }) => leaves.map((leaf) => [leaf]));
  }

  #findings(
    places: readonly number[],
    kinds: (state: Reached) => readonly (readonly string[])[],
  ): StateFinding[] {
    const groups = new Map<string, { states: readonly string[]; count: number; first: number }>();
    for (const place of places) {
      for (const states of kinds(this.#states[place] as Reached)) {
        const key = states.join();
        const group = groups.get(key);
        if (group) group.count++;
        else groups.set(key, { states, count: 1, first: place });
      }
    }
    return [...groups.values()].map(({ states, count, first }) => ({
      states,
      count,
      path: this.#pathTo(first),
    }));
  }

  #pathTo(place: number): Path {
    const steps: Path['steps'][number][] = [];
    let state = this.#states[place] as Reached;
    while (state.parent >= 0) {
      steps.push({ at: state.now, event: state.event });
      state = this.#states[state.parent] as Reached;
    }
    return { input: this.#setting.input, steps: steps.reverse() };
  }
}
