import type { CaseEvent } from '../../../domain/events.ts';
import type { Text } from '../../../domain/text.ts';
import { explainTransitions, type TransitionExplanation } from '../../../explain/transitions.ts';
import { activeStates } from '../../../replay/compare.ts';
import type { CaseSnapshot } from '../../../replay/snapshot.ts';
import type { Choices } from '../../session/choices.ts';
import type { Moment } from '../../session/session.ts';

/** The active states of a case and all states around them. */
export function activeIn(snapshot: CaseSnapshot): ReadonlySet<string> {
  const active = new Set(['']);
  for (const path of activeStates(snapshot)) {
    const keys = path.split('.');
    for (const place of keys.keys()) active.add(keys.slice(0, place + 1).join('.'));
  }
  return active;
}

/** The branches that the next event can take, and those a guard stops with the reason. */
export function openBranches({ enabled, blocked }: Choices): {
  readonly enabled: ReadonlySet<string>;
  readonly blocked: ReadonlyMap<string, Text>;
} {
  const open = new Set<string>();
  const shut = new Map<string, Text>();
  for (const { type, transitions } of enabled) {
    for (const [id, transition] of withIds(type, transitions)) {
      if (transition.taken || transition.answer === 'needsFields') open.add(id);
    }
  }
  for (const { type, transitions, reasons } of blocked) {
    for (const [id] of withIds(type, transitions)) shut.set(id, joined(reasons));
  }
  return { enabled: open, blocked: shut };
}

/** The branches that the event of a moment took. */
export function takenAt(moment: Moment, before: CaseSnapshot | null): ReadonlySet<string> {
  const { event, result } = moment;
  if (!event || !before || result !== 'applied') return new Set();
  const transitions = explainTransitions(before, event as unknown as CaseEvent, false);
  return new Set(
    withIds(event.type, transitions)
      .filter(([, { taken }]) => taken)
      .map(([id]) => id),
  );
}

/** The transitions for an event, each with the id of its branch in the chart. */
export function withIds(
  type: string,
  transitions: readonly TransitionExplanation[],
): [string, TransitionExplanation][] {
  const counts = new Map<string, number>();
  return transitions.map((transition) => {
    const { path } = transition.source;
    const order = (counts.get(path) ?? 0) + 1;
    counts.set(path, order);
    return [`${path}|${type}|${order}`, transition];
  });
}

// Helpers

function joined(reasons: readonly Text[]): Text {
  return {
    en: reasons.map(({ en }) => en).join('\n'),
    zh: reasons.map(({ zh }) => zh).join('\n'),
  };
}
