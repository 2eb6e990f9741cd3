import type { Language } from '../../domain/text.ts';
import type { Explanation } from '../case.ts';
import type { DeadlineExplanation } from '../deadlines.ts';
import type { ExpectedEvent } from '../expected.ts';
import { guardLines } from './facts.ts';
import { layerLines, silenceText } from './layer.ts';
import { columns, indented, labelled, wrapped } from './layout.ts';
import { instantText, marks, spanText, stateText, words, yuan } from './words.ts';

/** A case and why it stands as it does, as lines of text. */
export function renderExplanation(explanation: Explanation, language: Language): string {
  const { layers, postings, expected } = explanation;
  const moved = postings.map(({ from, to, amount, for: purpose, by }) => [
    `${from.title[language]} → ${to.title[language]}`,
    yuan(amount),
    purpose.title[language],
    by === 'order' || by === 'award' ? words[by][language] : by,
  ]);
  return [
    ...headLines(explanation, language),
    ...layers.flatMap((layer) => ['', ...layerLines(layer, language)]),
    ...section(words.deadlines[language], deadlineLines(explanation, language)),
    ...section(words.postings[language], columns(moved)),
    ...section(words.accepted[language], acceptedLines(expected.accepted, language)),
    ...section(words.guarded[language], guardedLines(expected.guarded, language)),
  ].join('\n');
}

/** The events that are accepted now, one line each; those that only say where the parcel is are listed together. */
export function acceptedLines(accepted: readonly ExpectedEvent[], language: Language): string[] {
  const tracking = accepted.filter((event) => event.in.every(({ path }) => path.startsWith('open.parcel.')));
  const told = columns(
    accepted
      .filter((event) => !tracking.includes(event))
      .map(({ type, title, by, needsFields }) => [
        type,
        by.title[language],
        title[language],
        needsFields.length > 0
          ? `${words.dependsOn[language]} ${needsFields.join(marks[language].comma)}`
          : '',
      ]),
  );
  if (tracking.length === 0) return told;
  const types = tracking.map(({ type }) => type);
  return [
    ...told,
    `${words.whereabouts[language]}${marks[language].colon}`.trimEnd(),
    ...indented(wrapped(types, ', ')),
  ];
}

// Helpers

function headLines(explanation: Explanation, language: Language): string[] {
  const { caseId, type, status, openedAt, at, states, outcome, needsHuman } = explanation;
  const kind = (type?.title ?? words.noException)[language];
  return [
    `${caseId}  ${kind}${marks[language].comma}${words[status][language]}`,
    ...labelled([
      [words.openedAt[language], [instantText(openedAt)]],
      [words.reached[language], [instantText(at)]],
      [words.state[language], states.map((state) => stateText(state, language))],
      [words.outcome[language], outcome ? [outcome.title[language]] : []],
      [words.attention[language], needsHuman ? [words.needsHuman[language]] : []],
    ]),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...indented(lines)];
}

/** Two lines for each deadline: until when who must act, and what silence means. */
function deadlineLines(explanation: Explanation, language: Language): string[] {
  const running = explanation.deadlines;
  const rows = columns(
    running.map(({ dueAt, remaining, mustAct, title }) => {
      const span = spanText(remaining, language);
      const [left, must] =
        language === 'en'
          ? [`in ${span}`, `the ${mustAct.title.en} must act`]
          : [`还有 ${span}`, `${mustAct.title.zh}须处理`];
      return [instantText(dueAt), left, must, title[language]];
    }),
  );
  return running.flatMap((deadline, place) => [
    rows[place] ?? '',
    `  ${silenceOf(deadline, explanation, language)}`,
  ]);
}

function silenceOf(
  { lapse, leadsTo }: DeadlineExplanation,
  { layers }: Explanation,
  language: Language,
): string {
  const means = `${language === 'en' ? 'silence means' : '逾期即'}${marks[language].colon}${lapse.title[language]}`;
  const weighed = layers.find(({ stage }) => stage === 'weighing')?.finding;
  const weighs = leadsTo.some(({ path }) => path.endsWith('.weighing'));
  if (weighs && weighed?.kind === 'pending' && weighed.next) {
    return `${means} → ${silenceText(weighed.next, language)}`;
  }
  const states = leadsTo.map((state) => state.title[language]).join(marks[language].comma);
  return states === '' ? means : `${means} → ${states}`;
}

function guardedLines(guarded: readonly ExpectedEvent[], language: Language): string[] {
  return columns(
    guarded.flatMap(({ type, guards }) =>
      [...new Set(guards.flatMap((guard) => guardLines(guard, language)))].map((line, place) => [
        place === 0 ? type : '',
        line,
      ]),
    ),
  );
}
