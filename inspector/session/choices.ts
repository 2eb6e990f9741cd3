import { deadlineNames } from '../../domain/deadlines.ts';
import { type CaseEvent, type CaseEventType, isEventType } from '../../domain/events.ts';
import type { Language, Text } from '../../domain/text.ts';
import { elapsed } from '../../domain/time.ts';
import { type DeadlineExplanation, explainDeadlines } from '../../explain/deadlines.ts';
import { type EventReference, eventReference } from '../../explain/named.ts';
import { guardLines } from '../../explain/render/facts.ts';
import { answerOf, explainTransitions, type TransitionExplanation } from '../../explain/transitions.ts';
import { expectedTypes } from '../../replay/candidates.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import { step } from '../../replay/step.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Filled } from './forms.ts';
import { guess } from './guesses.ts';
import { momentOf, nextDue, type Session } from './session.ts';

/** An event that a person can choose to send now, or cannot, and why. */
export interface EventChoice extends EventReference {
  readonly type: CaseEventType;
  /** Its form, `at` first. */
  readonly fields: readonly Field[];
  /** The form filled in with what is most likely. */
  readonly filled: Filled;
  /** Whether the event is applied as it is filled in; if not, some fields have to be changed first. */
  readonly ready: boolean;
  /** Every transition that waits for it, in the order in which they are tried, with its guard's answer. */
  readonly transitions: readonly TransitionExplanation[];
  /** Blocked only: why it is not accepted, in lines. */
  readonly reasons: readonly Text[];
}

/** A deadline that runs, counted from the clock of the session. */
export interface RunningDeadline extends DeadlineExplanation {
  /** Milliseconds until it is due. */
  readonly remaining: number;
  /** Whether it is the next one to lapse. */
  readonly isNext: boolean;
}

/** What can happen next. */
export interface Choices {
  /** Events that are applied, some only with other fields than those filled in. */
  readonly enabled: readonly EventChoice[];
  /** Events the case waits for and would not accept now, whatever they carry. */
  readonly blocked: readonly EventChoice[];
  readonly deadlines: readonly RunningDeadline[];
}

/** What can happen next at the current moment. `language` is that of the invented texts that forms are filled in with. */
export function choicesOf(session: Session, language: Language = 'zh'): Choices {
  const { snapshot, clock } = momentOf(session);
  const enabled: EventChoice[] = [];
  const blocked: EventChoice[] = [];
  if (snapshot.status !== 'active') return { enabled, blocked, deadlines: [] };
  for (const type of expectedTypes(snapshot)) {
    if (!isEventType(type) || lapses.has(type)) continue;
    const choice = choiceOf(snapshot, clock, type, language);
    (choice.reasons.length > 0 ? blocked : enabled).push(choice);
  }
  const due = nextDue(session);
  const deadlines = explainDeadlines(snapshot).map((deadline) => ({
    ...deadline,
    remaining: elapsed(clock, deadline.dueAt),
    isNext: deadline.dueAt === due,
  }));
  return { enabled, blocked, deadlines };
}

// Helpers

const lapses: ReadonlySet<string> = new Set(deadlineNames.map((name) => `${name}.lapsed`));

function choiceOf(
  snapshot: CaseSnapshot,
  clock: string,
  type: CaseEventType,
  language: Language,
): EventChoice {
  const transitions = explainTransitions(snapshot, { type, at: clock } as CaseEvent, true);
  const fields = fieldsOf(type);
  const guards = transitions.flatMap(({ guard }) => (guard ? [guard] : []));
  const first = guess(fields, { snapshot, clock, guards, language });
  const accepted = [...variants(fields, first)].find((filled) => isApplied(snapshot, type, filled));
  const choice = {
    ...eventReference(type),
    fields,
    filled: accepted ?? withoutGroups(fields, first),
    ready: accepted !== undefined,
    transitions,
  };
  return { ...choice, reasons: accepted ? [] : whyBlocked(snapshot, choice) };
}

/** The guess, and the guess with each other option of one of its lists. */
function* variants(fields: readonly Field[], first: Filled): Generator<Filled> {
  yield first;
  for (const { name, options = [] } of fields) {
    for (const { value } of options) if (value !== first[name]) yield { ...first, [name]: value };
  }
}

function isApplied(snapshot: CaseSnapshot, type: CaseEventType, filled: Filled): boolean {
  return step(snapshot, { type, ...filled }).outcome === 'applied';
}

/** Why no fields can make the event accepted; nothing if some may. */
function whyBlocked(snapshot: CaseSnapshot, choice: Omit<EventChoice, 'reasons'>): Text[] {
  const { type, filled, transitions } = choice;
  const answer = answerOf(transitions);
  const open = transitions.filter((transition) => transition.answer !== 'fails');
  if (answer === 'fails' || (answer === 'needsFields' && open.every(asksForNothing))) {
    const lines = (language: Language) => [
      ...new Set(transitions.flatMap(({ guard }) => (guard ? guardLines(guard, language) : []))),
    ];
    const zh = lines('zh');
    return lines('en').map((en, place) => ({ en, zh: zh[place] ?? en }));
  }
  if (answer === 'needsFields') return [];
  const result = step(snapshot, { type, ...filled });
  const isWrong = result.outcome === 'applied' || result.reason.code === 'invalid';
  return isWrong ? [] : [result.reason.message];
}

/** Facts that would not be accepted are better left to whoever fills in the form. */
function withoutGroups(fields: readonly Field[], filled: Filled): Filled {
  const groups = new Set(fields.filter(({ kind }) => kind === 'object').map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(filled).map(([name, value]) => [name, groups.has(name) ? {} : value]),
  );
}

/** Whether the transition waits for an amount of which nothing is left. */
function asksForNothing({ guard }: TransitionExplanation): boolean {
  return guard?.kind === 'condition' && guard.limit?.amount === 0;
}
