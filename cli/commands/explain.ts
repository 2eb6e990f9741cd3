import type { Text } from '../../domain/text.ts';
import {
  explain as explainCase,
  explainEvent,
  renderChanges,
  renderEventExplanation,
  renderExplanation,
  whatWouldChange,
} from '../../explain/index.ts';
import { readScenario } from '../../replay/read.ts';
import { type Run, run } from '../../replay/run.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import { problemText, sourceOf } from '../sources.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';
import { wrapLine } from '../wrap.ts';

/** Options of `explain`. */
export interface ExplainOptions {
  /** After which step, from 1; 0 is the case just opened. The end when absent. */
  readonly at?: string;
  /** The type of an event, or a whole event as JSON. */
  readonly event?: string;
  readonly changes?: boolean;
}

/** Prints where the case of a scenario stands and why. Returns the exit code. */
export function explain(scenario: string, options: ExplainOptions, terminal: Terminal): number {
  const { at, event, changes = false } = options;
  const { columns, language } = terminal;
  const out = (text: string) => {
    for (const line of text.split('\n')) terminal.out(wrapLine(line, columns).join('\n'));
  };
  try {
    const { file, read } = sourceOf(scenario);
    const played = run(readScenario(read(), file), file.replace(/^.*[\\/]|\.[a-z]+$/gi, ''));
    const snapshot = snapshotAt(played, at);
    if (snapshot === null) return fail(badStep(at ?? '', played), terminal);
    const asked = event === undefined ? null : parseEvent(event);
    if (asked !== null && 'problem' in asked) return fail(asked.problem, terminal);
    if (asked === null && !changes) out(renderExplanation(explainCase(snapshot), language));
    if (asked !== null) out(renderEventExplanation(explainEvent(snapshot, asked.event), language));
    if (asked !== null && changes) out('');
    if (changes) out(renderChanges(whatWouldChange(snapshot), language));
    return OK;
  } catch (error) {
    terminal.error(problemText(error));
    return INVALID;
  }
}

// Helpers

function fail(problem: Text, { error, say }: Terminal): number {
  error(say(problem));
  return INVALID;
}

function snapshotAt({ opened, trace, snapshot }: Run, at: string | undefined): CaseSnapshot | null {
  if (at === undefined) return snapshot;
  if (!/^\d+$/.test(at)) return null;
  return at === '0' ? opened.snapshot : (trace[Number(at) - 1]?.snapshot ?? null);
}

function badStep(at: string, { trace }: Run): Text {
  return {
    en: `--at ${at}: the scenario has the steps 1 to ${trace.length}; 0 is the case just opened.`,
    zh: `--at ${at}：该场景有第 1 至 ${trace.length} 步；0 表示刚立案。`,
  };
}

function parseEvent(event: string): { event: unknown } | { problem: Text } {
  if (!event.trim().startsWith('{')) return { event };
  try {
    return { event: JSON.parse(event) };
  } catch (error) {
    const { message } = error as Error;
    return {
      problem: {
        en: `--event: this is no JSON: ${message}`,
        zh: `--event：不是有效的 JSON：${message}`,
      },
    };
  }
}
