import { and } from 'xstate';
import { isBefore } from '../../domain/time.ts';
import type { MachineName } from '../../machines/index.ts';
import { type Run, run } from '../../replay/run.ts';
import type { Scenario } from '../../replay/scenario.ts';
import { type CaseMachine, contextOf } from '../../replay/snapshot.ts';
import { step } from '../../replay/step.ts';
import { courseOf } from '../course.ts';
import { type Copies, nodesOf, stateMark, transitionMark, transitionsOf } from './copies.ts';

/** A scenario, the file it stands in, and the machine to play it on. */
export interface Play {
  readonly name: string;
  readonly scenario: Scenario;
  readonly machine: MachineName;
}

/** A play with the marks it leaves: transitions it takes or tries, states it enters or leaves, guards it asks. */
export interface MarkedPlay extends Play {
  readonly marks: ReadonlySet<string>;
  /** Its course without any change, where that is kept; `null` for one that is played on another machine. */
  readonly course: string | null;
}

/** A mark that every play leaves. */
export const anything = '*';

/** The mark of a guard by its answer: `nothingGiven: true`. */
export function guardMark(name: string, answer: boolean): string {
  return `${name}: ${answer}`;
}

/** The mark of a transition that is taken, while `transitionMark` alone says that it was tried. */
export function takenMark(mark: string): string {
  return `${mark} taken`;
}

/**
 * Scenarios, and each once more on the machine of its exception alone where it goes as expected there too: that machine
 * has transitions that the whole case does not have.
 */
export function playsOf(
  scenarios: readonly { readonly name: string; readonly scenario: Scenario }[],
  machines: Readonly<Record<string, CaseMachine>>,
): Play[] {
  return scenarios.flatMap(({ name, scenario }) => {
    const own = { name, scenario, machine: scenario.machine };
    const twins = Object.entries(machines)
      .filter(([machine]) => machine !== scenario.machine && name.includes(`${folderOf(machine)}/`))
      .map(([machine]) => ({ ...own, machine: machine as MachineName }))
      .filter((play) => playOn(machines, play) === null);
    return [own, ...twins];
  });
}

/** Plays a scenario on a machine of a set. Returns what is not as expected, in a line; `null` where all is. */
export function playOn(
  machines: Readonly<Record<string, CaseMachine>>,
  { name, scenario, machine }: Play,
): string | null {
  try {
    const played = run(scenario, name.slice(-60), machines[machine]);
    return divergenceOf(played) ?? repeatedKey(played) ?? earlyLapse(played);
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

/** The course of a play on a machine of a set, as text. */
export function courseOn(machines: Readonly<Record<string, CaseMachine>>, play: Play): string {
  return courseOf(run(play.scenario, play.name.slice(-60), machines[play.machine])).join('\n');
}

/** Plays all scenarios on instrumented copies and notes the marks each leaves. */
export function markedPlays(plays: readonly Play[], copies: Copies): MarkedPlay[] {
  let marks = new Set<string>();
  for (const copy of Object.values(copies)) instrument(copy, (mark) => marks.add(mark));
  return plays.map((play) => {
    marks = new Set([anything]);
    const course = courseOn(copies, play);
    return { ...play, marks, course: play.machine === play.scenario.machine ? course : null };
  });
}

// Helpers

function folderOf(machine: string): string {
  return machine.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function divergenceOf({ divergence }: Run): string | null {
  const [first] = divergence?.differences ?? [];
  return first ? first.path : null;
}

/** A key makes doing an effect twice harmless, so two effects with one key are a fault. */
function repeatedKey({ opened, trace }: Run): string | null {
  const keys = [...opened.effects, ...trace.flatMap(({ effects }) => effects)].map(
    ({ params }) => params.key,
  );
  const seen = new Set<string>();
  return keys.find((key) => seen.has(key) || !seen.add(key)) ?? null;
}

/** A deadline that has not ended yet does not lapse, whoever says so. */
function earlyLapse({ trace }: Run): string | null {
  for (const { snapshot } of trace) {
    if (snapshot.status !== 'active') continue;
    const { at, deadlines } = contextOf(snapshot);
    const early = deadlines.find(
      ({ lapses, dueAt }) =>
        isBefore(at, dueAt) && step(snapshot, { type: lapses, at }).outcome === 'applied',
    );
    if (early) return `${early.lapses} before it is due`;
  }
  return null;
}

/** Lets a copy say which of its parts an event touches. Nothing else about it changes. */
function instrument(copy: CaseMachine, touched: (mark: string) => void): void {
  const say = (mark: string) => ({
    type: 'verify.mark',
    params: () => {
      touched(mark);
    },
  });
  for (const node of nodesOf(copy)) {
    const mark = stateMark(node);
    node.entry = [...node.entry, say(`${mark} entry`)];
    node.exit = [...node.exit, say(`${mark} exit`)];
    for (const [event, list] of transitionsOf(node)) {
      list.forEach((transition, index) => {
        const place = transitionMark(node, event, index);
        transition.actions = [...transition.actions, say(takenMark(place))];
        const tried = () => {
          touched(place);
          return true;
        };
        transition.guard = transition.guard === undefined ? tried : and([tried, transition.guard as never]);
      });
    }
  }
  for (const [name, guard] of Object.entries(copy.implementations.guards)) {
    copy.implementations.guards[name] = ((args: never, params: never) => {
      const answer = (guard as (args: never, params: never) => boolean)(args, params);
      touched(guardMark(name, answer));
      return answer;
    }) as never;
  }
}
