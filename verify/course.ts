import type { Effect } from '../actions/effects.ts';
import { activeStates } from '../replay/compare.ts';
import type { Run } from '../replay/run.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';

/**
 * Everything that a run shows, as text: one for the opening and one for each step. Two runs with the same course cannot
 * be told apart from outside.
 */
export function courseOf({ opened, trace }: Run): string[] {
  return [
    textOf('opened', opened.snapshot, opened.effects),
    ...trace.map(({ event, result, reason, lapses, effects, snapshot }) =>
      textOf(
        [event?.type ?? 'wait', result, reason?.code ?? '', ...lapses.map((lapse) => lapse.event.type)].join(
          ' ',
        ),
        snapshot,
        effects,
      ),
    ),
  ];
}

// Helpers

/** Names of cases and of effects are left out: they say where a run is kept. */
function textOf(what: string, snapshot: CaseSnapshot, effects: readonly Effect[]): string {
  const { caseId, requests, ...context } = contextOf(snapshot);
  const asked = effects.map(({ type, params: { key, ...params } }) => ({
    type,
    ...params,
    key: key.replace(caseId, ''),
  }));
  return JSON.stringify([what, snapshot.status, activeStates(snapshot).sort(), context, requests, asked]);
}
