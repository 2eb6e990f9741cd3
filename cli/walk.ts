import type { Effect } from '../actions/effects.ts';
import type { Posting } from '../domain/money.ts';
import { partyTitles } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import { explain } from '../explain/index.ts';
import { effectText } from '../explain/render/effects.ts';
import { eventText } from '../explain/render/events.ts';
import { columns } from '../explain/render/layout.ts';
import { bearersText, citationLine, instantText, marks, stateText, yuan } from '../explain/render/words.ts';
import { statesOf } from '../explain/states.ts';
import { purposeTitles } from '../explain/titles.ts';
import type { Run, TraceStep } from '../replay/run.ts';
import { contextOf } from '../replay/snapshot.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/**
 * A case step by step: each event, the states it led to, what was decided by which article, the money that moved, and
 * what the host is asked to do.
 */
export function walkLines(run: Run, terminal: Terminal): string[] {
  return run.trace.flatMap((step) => stepLines(step, terminal));
}

/** How a case ended: who bears what, by which article from which source, and all money that moved. */
export function verdictLines(
  { snapshot }: Run,
  { colors, columns: wide, language, say }: Terminal,
): string[] {
  const width = Math.min(wide, widest) - 4;
  const rulings = explain(snapshot).layers.flatMap(({ title, adopted }) => {
    if (!adopted) return [];
    const { article, ruling } = adopted;
    return [
      `${say(title)}${marks[language].colon}${colors.bold(bearersText(ruling, language))}`,
      ...(article
        ? wrap(`${article.id}  ${say(article.title)}`, width).map((line) => `  ${colors.cyan(line)}`)
        : []),
      ...(article?.cites ?? [])
        .flatMap((citation) => wrap(citationLine(citation, language), width))
        .map((line) => `  ${colors.dim(line)}`),
    ];
  });
  const { postings } = contextOf(snapshot);
  const moved = columns(postings.map((posting) => postingCells(posting, language)));
  return [...rulings, say(words.money), ...moved.map((line) => `  ${line}`)];
}

// Helpers

const words = {
  timePasses: { en: 'Time passes', zh: '时间推移' },
  deadlinePassed: { en: 'deadline passed', zh: '期限届满' },
  notAccepted: { en: 'not accepted: ', zh: '未接受：' },
  money: { en: 'Money that moved', zh: '资金往来' },
} as const satisfies Readonly<Record<string, Text>>;

/** As wide as a time and two blanks. */
const gutter = 18;
const widest = 100;

function stepLines(step: TraceStep, terminal: Terminal): string[] {
  const { colors, language, say } = terminal;
  const { lapses, effects, reason } = step;
  const lapsed = lapses.flatMap((lapse) => lapse.effects).length;
  const name = step.event ? eventText(step.event, language) : say(words.timePasses);
  return [
    ...lapses.flatMap(({ event, effects: requested }) => [
      ...headLines(
        event.at,
        `${eventText({ type: event.type }, language)} (${say(words.deadlinePassed)})`,
        terminal,
      ),
      ...effectLines(requested, terminal),
    ]),
    ...headLines(step.at, name, terminal),
    ...(reason ? lines('✗ ', `${say(words.notAccepted)}${say(reason.message)}`, colors.red, terminal) : []),
    ...newStates(step).flatMap((state) => lines('● ', stateText(state, language), colors.dim, terminal)),
    ...newRulings(step, terminal).flatMap((ruling) => lines('§ ', ruling, colors.cyan, terminal)),
    ...newPostings(step).flatMap((posting) =>
      lines('¥ ', postingCells(posting, language).join('  ').slice(1), colors.green, terminal),
    ),
    ...effectLines(effects.slice(lapsed), terminal),
    '',
  ];
}

function headLines(at: string, text: string, { colors, columns: width }: Terminal): string[] {
  const [first = '', ...more] = wrap(text, Math.min(width, widest) - gutter);
  const indent = ' '.repeat(gutter);
  return [
    `${colors.dim(instantText(at).slice(0, 16))}  ${colors.bold(first)}`,
    ...more.map((line) => `${indent}${colors.bold(line)}`),
  ];
}

function effectLines(effects: readonly Effect[], terminal: Terminal): string[] {
  return effects.flatMap((effect) => lines('→ ', effectText(effect, terminal.language), String, terminal));
}

/** A marked text beside the times, with its further lines below its beginning. */
function lines(
  mark: string,
  text: string,
  colour: (line: string) => string,
  { columns: width }: Terminal,
): string[] {
  const indent = ' '.repeat(gutter);
  const [first = '', ...more] = wrap(text, Math.min(width, widest) - gutter - mark.length);
  return [`${indent}${colour(mark + first)}`, ...more.map((line) => `${indent}  ${colour(line)}`)];
}

function newStates({ before, snapshot }: TraceStep) {
  const former = new Set(statesOf(before).map(({ path }) => path));
  return statesOf(snapshot).filter(({ path }) => !former.has(path));
}

function newRulings({ before, snapshot }: TraceStep, { language, say }: Terminal): string[] {
  const former = contextOf(before).verdict;
  const { verdict } = contextOf(snapshot);
  return explain(snapshot).layers.flatMap(({ layer, title, adopted }) => {
    if (!adopted || former[layer]?.article === verdict[layer]?.article) return [];
    const by = adopted.article ? `${adopted.article.id} ` : '';
    return [`${by}${say(title)}${marks[language].colon}${bearersText(adopted.ruling, language)}`];
  });
}

function newPostings({ before, snapshot }: TraceStep): readonly Posting[] {
  return contextOf(snapshot).postings.slice(contextOf(before).postings.length);
}

function postingCells({ from, to, amount, for: purpose }: Posting, language: Terminal['language']): string[] {
  return [
    yuan(amount),
    `${partyTitles[from][language]} → ${partyTitles[to][language]}`,
    purposeTitles[purpose][language],
  ];
}
