import type { Text } from '../../domain/text.ts';
import {
  type Explanation,
  explain,
  explainEvent,
  renderEventExplanation,
  renderExplanation,
} from '../../explain/index.ts';
import type { LayerExplanation } from '../../explain/layers.ts';
import { pairsOf } from '../../explain/render/pairs.ts';
import { instantText } from '../../explain/render/words.ts';
import type { Difference } from '../../replay/compare.ts';
import type { Divergence, Run } from '../../replay/run.ts';
import type { Terminal } from '../terminal.ts';
import { stepName } from '../words/steps.ts';
import { wrapLine } from '../wrap.ts';

/** Why a scenario diverged: the step, what was expected and what happened, the guards, and what would be accepted. */
export function divergenceLines(run: Run, divergence: Divergence, terminal: Terminal): string[] {
  const { colors } = terminal;
  return [
    colors.bold(headingOf(run, divergence, terminal)),
    ...differenceLines(divergence, terminal),
    '',
    ...reasonLines(run, divergence, terminal).flatMap((line) => wrapLine(line, terminal.columns - indent)),
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

/** A reporter may indent what it prints. */
const indent = 4;

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
  const event = step?.event
    ? renderEventExplanation(explainEvent(step.before, { ...step.event, at: step.at }), language).split('\n')
    : [];
  if (step !== null && step.result !== 'applied') return event;
  const explanation = relevant(explain((step ?? run).snapshot), differences);
  return [
    ...event,
    ...(event.length > 0 ? [''] : []),
    ...renderExplanation(explanation, language).split('\n'),
  ];
}

/** Where the case stands: of layers, postings and deadlines only those that differ, and what would be accepted. */
function relevant(explanation: Explanation, differences: readonly Difference[]): Explanation {
  const differing = (name: string) => differences.find(({ path }) => path.endsWith(`expect.${name}`));
  return {
    ...explanation,
    layers: explanation.layers.flatMap((layer) => {
      const difference = differing(layer.layer);
      return difference ? [{ ...layer, articles: compared(layer.articles, difference) }] : [];
    }),
    postings: differing('postings') ? explanation.postings : [],
    deadlines: differing('deadlines') ? explanation.deadlines : [],
  };
}

/** The expected article beside the one that decided; all articles where none of the layer was expected. */
function compared(articles: LayerExplanation['articles'], { expected, actual }: Difference) {
  const idOf = (decided: unknown) => (decided as { readonly article?: string } | null)?.article;
  const wanted = articles.filter(({ id }) => id === idOf(expected));
  return wanted.length === 0
    ? articles
    : articles.filter(({ id }) => id === idOf(actual) || wanted[0]?.id === id);
}
