import { z } from 'zod';
import type { CaseInput } from '../domain/case.ts';
import { ParcelError } from '../domain/errors.ts';
import type { Posting } from '../domain/money.ts';
import type { Outcome, Verdict } from '../guards/case-context.ts';
import { type MachineName, machineNames, machines } from '../machines/index.ts';
import { issuesOf } from './issues.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from './snapshot.ts';
import { open, type Refusal, step } from './step.ts';

/** One line of a log: it opens a case or feeds an event to one. */
const lineSchema = z.strictObject({
  case: z.string().min(1).max(64),
  open: z.record(z.string(), z.unknown()).optional(),
  machine: z.enum(machineNames as [MachineName, ...MachineName[]]).optional(),
  event: z.record(z.string(), z.unknown()).optional(),
});

/** How often something happened, by name. */
export type Counts<Name extends string = string> = Readonly<Partial<Record<Name, number>>>;

/** What became of one case of a log. */
export interface CaseResult {
  readonly case: string;
  readonly machine: MachineName;
  readonly status: 'closed' | 'open';
  readonly outcome: Outcome | null;
  readonly verdict: Verdict;
  readonly postings: readonly Posting[];
  readonly applied: number;
  /** Events that changed nothing, by the code of the reason. */
  readonly refused: Counts<Refusal['code']>;
}

/** What became of a whole log. */
export interface LogTotals {
  readonly lines: number;
  readonly badLines: number;
  readonly cases: number;
  readonly open: number;
  readonly applied: number;
  readonly ignored: number;
  readonly rejected: number;
  readonly lapsed: number;
  readonly refused: Counts<Refusal['code']>;
  /** Closed cases, by how they ended for the buyer. */
  readonly outcomes: Counts;
}

/** Who hears of what a log does. */
export interface LogListener {
  /** A case closed, or the log ended while it was open. */
  result(result: CaseResult): void;
  /** A line cannot be used. It is skipped. */
  badLine(line: number, message: string): void;
}

/** Plays a log line by line. */
export interface LogPlayer {
  /** A line without its end. Empty lines are skipped. */
  feed(line: string): void;
  /** A line that is not even text. */
  skip(message: string): void;
  /** The log ended: the cases that are still open are told. */
  end(): LogTotals;
  totals(): LogTotals;
}

/** Cases that may be open at once, and closed cases that are remembered so that late events are told apart. */
export interface LogLimits {
  readonly open: number;
  readonly remembered: number;
}

/** Room for 100,000 open cases: some hundred megabytes. */
const defaultLimits: LogLimits = { open: 100_000, remembered: 10_000 };

interface OpenCase {
  readonly machine: MachineName;
  snapshot: CaseSnapshot;
  applied: number;
  readonly refused: Partial<Record<Refusal['code'], number>>;
}

/** A player for a log of many cases. It holds only open cases, so its memory does not grow with the log. */
export function playLog(listener: LogListener, limits: LogLimits = defaultLimits): LogPlayer {
  const cases = new Map<string, OpenCase>();
  const closed = new Set<string>();
  const refused: Partial<Record<Refusal['code'], number>> = {};
  const outcomes: Record<string, number> = {};
  const count = { lines: 0, badLines: 0, cases: 0, applied: 0, ignored: 0, rejected: 0, lapsed: 0 };

  const skip = (message: string) => {
    count.badLines += 1;
    listener.badLine(count.lines, message);
  };
  const refuse = (code: Refusal['code'], found?: OpenCase) => {
    refused[code] = (refused[code] ?? 0) + 1;
    if (found) found.refused[code] = (found.refused[code] ?? 0) + 1;
  };
  const close = (id: string, found: OpenCase) => {
    const { outcome } = contextOf(found.snapshot);
    outcomes[outcome ?? 'none'] = (outcomes[outcome ?? 'none'] ?? 0) + 1;
    cases.delete(id);
    closed.add(id);
    if (closed.size > limits.remembered) closed.delete(closed.values().next().value as string);
    listener.result(resultOf(id, found));
  };
  const openCase = (id: string, machine: MachineName, input: object) => {
    if (cases.has(id)) return skip(`the case "${id}" is already open`);
    if (closed.has(id)) return skip(`the case "${id}" has been closed; a new case needs another id`);
    if (cases.size >= limits.open) {
      return skip(`${limits.open} cases are open at once, which is the limit; split the log by case`);
    }
    try {
      const { snapshot } = open(machines[machine] as CaseMachine, { ...input, caseId: id } as CaseInput);
      cases.set(id, { machine, snapshot, applied: 0, refused: {} });
      count.cases += 1;
    } catch (error) {
      if (!(error instanceof ParcelError)) throw error;
      skip(error.message.replaceAll('\n', ' '));
    }
  };
  const feedEvent = (id: string, event: object) => {
    const found = cases.get(id);
    if (!found) {
      if (!closed.has(id)) return skip(`the case "${id}" is not open; a line with "open" must come first`);
      count.rejected += 1;
      return refuse('closed');
    }
    const result = step(found.snapshot, event);
    count[result.outcome] += 1;
    count.lapsed += result.lapses.length;
    if (result.outcome === 'applied') found.applied += 1;
    else refuse(result.reason.code, found);
    found.snapshot = result.snapshot;
    if (result.snapshot.status !== 'active') close(id, found);
  };
  const totals = (): LogTotals => ({
    ...count,
    open: cases.size,
    refused: { ...refused },
    outcomes: { ...outcomes },
  });

  return {
    feed(line) {
      count.lines += 1;
      if (line.trim() === '') return;
      const parsed = parseLine(line);
      if (typeof parsed === 'string') return skip(parsed);
      if (parsed.open) openCase(parsed.case, parsed.machine ?? 'parcelCase', parsed.open);
      else if (parsed.event) feedEvent(parsed.case, parsed.event);
    },
    skip(message) {
      count.lines += 1;
      skip(message);
    },
    end() {
      for (const [id, found] of cases) listener.result(resultOf(id, found));
      return totals();
    },
    totals,
  };
}

// Helpers

type Line = z.output<typeof lineSchema>;

/** The line, or what is wrong with it. */
function parseLine(line: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = issuesOf(parsed.error, lineSchema, value);
    return issue
      ? `${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`
      : 'is no line of a log';
  }
  const { open: opened, event, machine } = parsed.data;
  if ((opened === undefined) === (event === undefined)) return 'needs either "open" or "event"';
  if (event !== undefined && machine !== undefined) return '"machine" belongs to "open" only';
  return parsed.data;
}

function resultOf(id: string, { machine, snapshot, applied, refused }: OpenCase): CaseResult {
  const { outcome, verdict, postings } = contextOf(snapshot);
  const status = snapshot.status === 'active' ? 'open' : 'closed';
  return { case: id, machine, status, outcome, verdict, postings, applied, refused };
}
