import type { Language } from '../../domain/text.ts';
import type { EventExplanation } from '../event.ts';
import type { TransitionExplanation } from '../transitions.ts';
import { acceptedLines } from './case.ts';
import { guardLines } from './facts.ts';
import { columns, indented, labelled } from './layout.ts';
import { instantText, marks, stateText, words } from './words.ts';

/** States named in full before the rest is only counted. */
const SHOWN_STATES = 8;

/** Whether an event would be applied and why, as lines of text. */
export function renderEventExplanation(explanation: EventExplanation, language: Language): string {
  const { event, type, answer, refusal, lapses, transitions, expected } = explanation;
  const { colon, comma, open, close } = marks[language];
  const name = event ? `${type}${open}${event.title[language]}${close}` : type;
  const isAccepted = answer === 'applied' || answer === 'dependsOnFields';
  const fields = isAccepted ? [...explanation.missingFields, ...explanation.needsFields] : [];
  return [
    `${name}${colon}${words[answer][language]}`,
    ...labelled([
      [words.reached[language], [instantText(explanation.at)]],
      [words.reason[language], refusal ? [refusal.message[language]] : []],
      [
        words.problems[language],
        columns(refusal?.problems.map(({ path, message }) => [path, message]) ?? []),
      ],
      [words.needs[language], fields.length > 0 ? [[...new Set(fields)].join(comma)] : []],
      [
        words.firstLapses[language],
        columns(lapses.map((lapsed) => [instantText(lapsed.at), lapsed.type, lapsed.title[language]])),
      ],
      [words.elsewhere[language], elsewhereLines(explanation, language)],
    ]),
    ...transitions.flatMap((transition) => transitionLines(transition, language)),
    ...(isAccepted || expected.accepted.length === 0
      ? []
      : ['', words.expected[language], ...indented(acceptedLines(expected.accepted, language))]),
  ].join('\n');
}

// Helpers

function elsewhereLines({ acceptedIn }: EventExplanation, language: Language): string[] {
  const names = [...new Set(acceptedIn.map((state) => stateText(state, language)))];
  const rest = names.length - SHOWN_STATES;
  if (rest <= 0) return names;
  return [...names.slice(0, SHOWN_STATES), language === 'en' ? `and ${rest} more` : `另有 ${rest} 处`];
}

function transitionLines(
  { source, targets, guard, answer, taken }: TransitionExplanation,
  language: Language,
): string[] {
  const leads = targets.map((state) => stateText(state, language));
  return [
    '',
    `${words.inState[language]}${marks[language].colon}${stateText(source, language)}`,
    ...labelled([
      [words[answer][language], guard ? guardLines(guard, language) : []],
      [
        words.takes[language],
        taken || answer === 'needsFields' ? (leads.length > 0 ? leads : [words.stays[language]]) : [],
      ],
    ]),
  ];
}
