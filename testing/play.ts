import type { Effect } from '../actions/effects.ts';
import type { CaseInput } from '../domain/case.ts';
import { type MachineName, machines } from '../machines/index.ts';
import { activeStates } from '../replay/compare.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { open, type StepResult, step } from '../replay/step.ts';

/** The life of a case: what it was opened with and every event sent to it. */
export interface Life {
  readonly machine: MachineName;
  /** The machine itself, where it is not the one of the package: with other actions, or changed. */
  readonly variant?: CaseMachine;
  readonly input: CaseInput;
  /** Mostly valid events; some come too early, twice, or where they mean nothing. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** One event of a life that was played. */
export interface Played {
  readonly event: Readonly<Record<string, unknown>>;
  readonly before: CaseSnapshot;
  readonly result: StepResult;
}

/** A life that was played. */
export interface Trace {
  readonly life: Life;
  readonly opened: { readonly snapshot: CaseSnapshot; readonly effects: readonly Effect[] };
  readonly played: readonly Played[];
  readonly last: CaseSnapshot;
  /** Every effect, in order. */
  readonly effects: readonly Effect[];
}

/** The machine of a life. */
export function machineOf({ machine, variant }: Life): CaseMachine {
  return variant ?? machines[machine];
}

/** Plays a life from its opening. */
export function play(life: Life): Trace {
  const opened = open(machineOf(life), life.input);
  return goOn({ life, opened, played: [], last: opened.snapshot, effects: opened.effects }, life.events);
}

/** Plays more events after a trace. */
export function goOn(trace: Trace, events: Life['events']): Trace {
  const played = [...trace.played];
  const effects = [...trace.effects];
  let last = trace.last;
  for (const event of events) {
    const result = step(last, event);
    played.push({ event, before: last, result });
    effects.push(...result.effects);
    last = result.snapshot;
  }
  return { ...trace, played, effects, last };
}

/** The snapshot at the opening and after each event. */
export function snapshotsOf({ opened, played }: Trace): CaseSnapshot[] {
  return [opened.snapshot, ...played.map(({ result }) => result.snapshot)];
}

/** What a case shows, as plain data: state, context, status and output. */
export function shown({ value, context, status, output }: CaseSnapshot) {
  return { value, context, status, output };
}

/** What a case shows, without the instant of the last event. */
export function shownWithoutInstant(snapshot: CaseSnapshot) {
  const { at: _at, ...context } = contextOf(snapshot);
  return { ...shown(snapshot), context };
}

/** The types of the events that were applied, lapses among them, in order. */
export function appliedTypes({ played }: Trace): string[] {
  return played.flatMap(({ event, result }) => [
    ...result.lapses.map((lapsed) => lapsed.event.type),
    ...(result.outcome === 'applied' ? [event.type as string] : []),
  ]);
}

/** Whether the remedy of a case is in a state. */
export function inRemedy(snapshot: CaseSnapshot, state: string): boolean {
  return activeStates(snapshot).some(
    (path) => path === `open.remedy.${state}` || path.startsWith(`open.remedy.${state}.`),
  );
}
