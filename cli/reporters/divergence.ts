import type { Text } from '../../domain/text.ts';
import { candidatesFor, expectedTypes, type GuardAnswer } from '../../replay/candidates.ts';
import type { Difference } from '../../replay/compare.ts';
import type { Divergence, Run, TraceStep } from '../../replay/run.ts';
import type { Scenario } from '../../replay/scenario.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { lapse } from '../../replay/step.ts';
import type { Terminal } from '../terminal.ts';
import { differingParts } from './values.ts';

/** Why a scenario diverged: the step, what was expected and what happened, the guards, and what would be accepted. */
export function divergenceLines(
  scenario: Scenario,
  run: Run,
  { step, differences }: Divergence,
  terminal: Terminal,
): string[] {
  const { colors, say } = terminal;
  const heading = step ? stepHeading(step, scenario.events.length, terminal) : say(words.atTheEnd);
  return [
    '',
    `    ${colors.bold(heading)}`,
    ...differences.flatMap((difference) => differenceLines(difference, terminal)),
    ...(step?.event ? guardLines(step, terminal) : []),
    ...acceptedLines(step ?? run.trace.at(-1), terminal),
    '',
  ];
}

// Helpers

const words = {
  atTheEnd: { en: 'At the end', zh: '结束时' },
  step: { en: 'Step', zh: '步骤' },
  timePasses: { en: '(time passes)', zh: '（时间推移）' },
  expected: { en: 'expected', zh: '期望' },
  actual: { en: 'actual  ', zh: '实际' },
  guards: { en: 'Guards', zh: '守卫条件' },
  facts: { en: 'Facts', zh: '事实' },
  accepted: { en: 'Accepted now', zh: '当前可接受' },
} as const satisfies Readonly<Record<string, Text>>;

function stepHeading({ index, event, at }: TraceStep, count: number, { say }: Terminal): string {
  const name = event ? String(event.type) : say(words.timePasses);
  return `${say(words.step)} ${index + 1}/${count}  ${name}  ${at}`;
}

function differenceLines({ path, expected, actual }: Difference, { colors, say }: Terminal): string[] {
  const name = path.replace(/^(events\[\d+\]\.)?expect\./, '');
  const { wanted, found } = differingParts(expected, actual);
  return [
    `      ${name}`,
    `        ${colors.green(`${say(words.expected)}  ${wanted}`)}`,
    `        ${colors.red(`${say(words.actual)}  ${found}`)}`,
  ];
}

function guardLines({ before, event, at }: TraceStep, { colors, say }: Terminal): string[] {
  const current = lapse(before, at).snapshot;
  const candidates = candidatesFor(current, { ...event, at } as never).filter(({ guard }) => guard !== null);
  if (candidates.length === 0) return [];
  const facts = Object.entries(contextOf(current).facts).map(([name, value]) => `${name}=${value}`);
  const answerLines = (answer: GuardAnswer, indent: string): string[] => [
    `${indent}${answer.holds ? colors.green('✓') : colors.red('✗')} ${answer.name}${answer.title ? colors.dim(`  ${say(answer.title)}`) : ''}`,
    ...(answer.parts ?? []).flatMap((part) => answerLines(part, `${indent}  `)),
  ];
  return [
    `      ${say(words.guards)}`,
    ...candidates.flatMap(({ source, targets, guard }) => [
      `        ${source} → ${targets.join(', ') || source}`,
      ...(guard ? answerLines(guard, '          ') : []),
    ]),
    `      ${say(words.facts)}`,
    `        ${facts.join(', ')}`,
  ];
}

function acceptedLines(step: TraceStep | undefined, { say }: Terminal): string[] {
  if (step?.snapshot.status !== 'active') return [];
  return [`      ${say(words.accepted)}`, `        ${expectedTypes(step.snapshot).join(', ')}`];
}
