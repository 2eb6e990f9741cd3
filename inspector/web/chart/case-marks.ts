import type { Language, Text } from '../../../domain/text.ts';
import { guardLines } from '../../../explain/render/facts.ts';
import { activeStates } from '../../../replay/compare.ts';
import type { CaseSnapshot } from '../../../replay/snapshot.ts';
import type { Marks } from '../../chart/marks.ts';
import type { Choices, EventChoice } from '../../session/choices.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { trackOf } from '../../session/taken.ts';

/** What to mark on the chart of a case: what is active, what can happen next, what cannot and why, and the way here. */
export function caseMarks(session: Session, choices: Choices): Marks {
  return {
    ...choiceMarks(choices),
    active: activeIn(momentOf(session).snapshot),
    taken: new Set(trackOf(session).branches),
  };
}

/** What can happen next, and what cannot and why. */
export function choiceMarks({ enabled, blocked }: Choices): Marks {
  const open = new Set<string>();
  const shut = new Map<string, Text>();
  for (const choice of [...enabled, ...blocked]) {
    const isOpen = choice.reasons.length === 0;
    for (const { id, answer, reason } of branchesOf(choice)) {
      if (isOpen && answer !== 'fails') open.add(id);
      else shut.set(id, reason ?? choice.reasons[0] ?? choice.title);
    }
  }
  return { active: new Set(), enabled: open, blocked: shut };
}

// Helpers

/** The active states of a case and all states around them. */
function activeIn(snapshot: CaseSnapshot): ReadonlySet<string> {
  const active = new Set(['']);
  for (const path of activeStates(snapshot)) {
    const keys = path.split('.');
    for (const place of keys.keys()) active.add(keys.slice(0, place + 1).join('.'));
  }
  return active;
}

/** The branches of an event with what their guards answer, numbered as they are tried at their state. */
function branchesOf({ type, transitions }: EventChoice) {
  const tried = new Map<string, number>();
  return transitions.map(({ source, guard, answer }) => {
    const order = (tried.get(source.path) ?? 0) + 1;
    tried.set(source.path, order);
    const lines = (language: Language) => (guard ? guardLines(guard, language).join('\n') : '');
    const reason = guard && answer === 'fails' ? { en: lines('en'), zh: lines('zh') } : null;
    return { id: `${source.path}|${type}|${order}`, answer, reason };
  });
}
