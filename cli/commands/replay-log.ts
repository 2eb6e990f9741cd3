import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Text } from '../../domain/text.ts';
import { outcomeTitles } from '../../explain/titles.ts';
import { type LogTotals, playLog } from '../../replay/log.ts';
import { linesOf } from '../lines.ts';
import { DIVERGED, INVALID, OK, type Terminal } from '../terminal.ts';

/** Options of `replay --log`. */
export interface LogOptions {
  /** The log; `-` for stdin. */
  readonly log: string;
  readonly reporter: string;
  readonly strict?: boolean;
  readonly bail?: boolean;
  readonly update?: boolean;
}

/** Replays a log of many cases, line by line. Returns the exit code. */
export async function replayLog(
  paths: readonly string[],
  options: LogOptions,
  terminal: Terminal,
): Promise<number> {
  const { log: file, reporter, strict = false } = options;
  const refusal = whyNot(paths, options);
  if (refusal !== null) {
    terminal.error(refusal);
    return INVALID;
  }
  const name = file === '-' ? '<stdin>' : file;
  const player = playLog({
    result: (result) => {
      if (reporter === 'json') terminal.out(JSON.stringify(result));
    },
    badLine: (line, message) => terminal.error(`${name}:${line}:1: ${message}`),
  });
  const started = performance.now();
  let shown = started;
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
    for await (const lines of linesOf(stream)) {
      for (const line of lines) {
        if ('problem' in line) player.skip(line.problem);
        else player.feed(line.text);
      }
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
      const now = performance.now();
      if (terminal.live && now - shown > 200) {
        shown = now;
        terminal.progress(progressText(player.totals(), now - started, terminal));
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder; a log is one file',
      EACCES: 'access is denied; check its permissions',
    };
    terminal.progress('');
    terminal.error(`${name}: ${reasons[code] ?? message}`);
    return INVALID;
  }
  const totals = player.end();
  terminal.progress('');
  if (reporter === 'pretty') {
    for (const line of summaryLines(name, totals, performance.now() - started, terminal)) terminal.out(line);
  }
  if (totals.badLines > 0) return INVALID;
  return strict && totals.ignored + totals.rejected > 0 ? DIVERGED : OK;
}

// Helpers

function whyNot(paths: readonly string[], { reporter, bail, update }: LogOptions): string | null {
  if (paths.length > 0) return '--log replays a log; name no scenarios beside it.';
  if (bail || update) return '--log does not go together with --bail or --update.';
  if (reporter === 'pretty' || reporter === 'json') return null;
  return `--log works with --reporter pretty or json, not ${reporter}.`;
}

const words = {
  lines: { en: 'lines', zh: '行' },
  perSecond: { en: 'lines/s', zh: '行/秒' },
  cases: { en: 'cases', zh: '案件' },
  closed: { en: 'closed', zh: '已结案' },
  open: { en: 'open', zh: '处理中' },
  outcomes: { en: 'closed by', zh: '结案结果' },
  none: { en: 'without a result', zh: '无结果' },
  events: { en: 'events', zh: '事件' },
  applied: { en: 'applied', zh: '已接受' },
  ignored: { en: 'ignored', zh: '已忽略' },
  rejected: { en: 'rejected', zh: '已拒绝' },
  reasons: { en: 'refused', zh: '未接受原因' },
  lapsed: { en: 'deadlines lapsed', zh: '期限届满' },
  badLines: { en: 'bad lines', zh: '无效行' },
} as const satisfies Readonly<Record<string, Text>>;

function progressText({ lines, open }: LogTotals, milliseconds: number, { say }: Terminal): string {
  return `${number(lines)} ${say(words.lines)}  ${rate(lines, milliseconds)} ${say(words.perSecond)}  ${number(open)} ${say(words.open)}`;
}

function summaryLines(name: string, totals: LogTotals, milliseconds: number, terminal: Terminal): string[] {
  const { colors, language, say } = terminal;
  const { lines, badLines, cases, open, applied, ignored, rejected, lapsed, refused, outcomes } = totals;
  const listed = (counts: Readonly<Record<string, number | undefined>>, title: (key: string) => string) =>
    Object.entries(counts)
      .sort(([, one = 0], [, other = 0]) => other - one)
      .map(([key, count = 0]) => `${title(key)} ${number(count)}`)
      .join(', ');
  const outcomeTitle = (key: string) =>
    key in outcomeTitles ? outcomeTitles[key as keyof typeof outcomeTitles][language] : say(words.none);
  const speed = `${(milliseconds / 1000).toFixed(1)} s, ${rate(lines, milliseconds)} ${say(words.perSecond)}`;
  const rows: [Text, string][] = [
    [
      words.cases,
      `${number(cases)}: ${number(cases - open)} ${say(words.closed)}, ${number(open)} ${say(words.open)}`,
    ],
    [words.outcomes, listed(outcomes, outcomeTitle)],
    [
      words.events,
      `${number(applied)} ${say(words.applied)}, ${number(ignored)} ${say(words.ignored)}, ${number(rejected)} ${say(words.rejected)}`,
    ],
    [words.reasons, listed(refused, (key) => key)],
    [words.lapsed, lapsed > 0 ? number(lapsed) : ''],
    [words.badLines, badLines > 0 ? colors.red(number(badLines)) : ''],
  ];
  return [
    `${name}: ${number(lines)} ${say(words.lines)} ${colors.dim(`(${speed})`)}`,
    ...rows.filter(([, text]) => text !== '').map(([title, text]) => `  ${say(title)}  ${text}`),
  ];
}

function rate(lines: number, milliseconds: number): string {
  return number(Math.round((lines / Math.max(milliseconds, 1)) * 1000));
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
