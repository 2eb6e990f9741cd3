import type { Text } from '../../domain/text.ts';
import { explain, explainEvent, renderEventExplanation, renderExplanation } from '../../explain/index.ts';
import { instantText } from '../../explain/render/words.ts';
import type { Divergence, Run, TraceStep } from '../../replay/run.ts';
import type { Terminal } from '../terminal.ts';
import { stepName } from '../words/steps.ts';
import { pairsOf } from './values.ts';

/** Why a scenario diverged: the step, what was expected and what happened, the guards, and what would be accepted. */
export function divergenceLines(run: Run, divergence: Divergence, terminal: Terminal): string[] {
  const { colors } = terminal;
  return [
    colors.bold(headingOf(run, divergence, terminal)),
    ...differenceLines(divergence, terminal),
    '',
    ...reasonLines(run, divergence, terminal),
  ];
}

/** The heading of a divergence on one line: the step, its number and its time. */
export function headingOf(
  run: Run,
  { step }: Divergence,
  { language, say }: Pick<Terminal, 'language' | 'say'>,
): string {
  if (!step) return say(words.atTheEnd);
  const count = run.trace.length;
  const name = stepName(step, language);
  const time = instantText(step.at);
  return language === 'zh'
    ? `第 ${step.index + 1} 步（共 ${count} 步）不一致：${name}  ${time}`
    : `Step ${step.index + 1} of ${count} differs: ${name}  ${time}`;
}

// Helpers

const words = {
  atTheEnd: { en: 'The end differs', zh: '结束时不一致' },
  expected: { en: 'expected', zh: '期望' },
  actual: { en: 'actual  ', zh: '实际' },
} as const satisfies Readonly<Record<string, Text>>;

function differenceLines({ differences }: Divergence, { colors, say }: Terminal): string[] {
  return differences
    .flatMap(pairsOf)
    .flatMap(({ name, expected, actual }) => [
      `  ${name}`,
      `    ${say(words.expected)}  ${colors.green(expected)}`,
      `    ${say(words.actual)}  ${colors.red(actual)}`,
    ]);
}

function reasonLines(run: Run, { step, differences }: Divergence, { language }: Terminal): string[] {
  const names = differences.map(({ path }) => path.replace(/^(events\[\d+\]\.)?expect\./, ''));
  const event = step?.event
    ? renderEventExplanation(explainEvent(step.before, { ...step.event, at: step.at }), language)
    : '';
  const refused = step !== null && step.result !== 'applied';
  return [
    ...(event === '' ? [] : event.split('\n')),
    ...(refused ? [] : ['', ...caseText(step ?? run, names, language).split('\n')]),
  ];
}

/** Where the case stands: the layers, postings and deadlines only if they differ, and what would be accepted. */
function caseText(
  { snapshot }: Run | TraceStep,
  names: readonly string[],
  language: Terminal['language'],
): string {
  const explanation = explain(snapshot);
  return renderExplanation(
    {
      ...explanation,
      layers: explanation.layers.filter(({ layer }) => names.includes(layer)),
      postings: names.includes('postings') ? explanation.postings : [],
      deadlines: names.includes('deadlines') ? explanation.deadlines : [],
    },
    language,
  );
}
