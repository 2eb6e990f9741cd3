import { activeStates } from '../../replay/compare.ts';
import { contextOf } from '../../replay/snapshot.ts';
import type { Terminal } from '../terminal.ts';
import type { Report, Reporter } from './reporter.ts';

/** One JSON document: what became of every file, and the summary. */
export function json(terminal: Terminal): Reporter {
  const files: object[] = [];
  return {
    report(report) {
      files.push(entryOf(report));
    },
    end(summary) {
      terminal.out(JSON.stringify({ summary, files }, null, 2));
    },
  };
}

// Helpers

function entryOf(report: Report): object {
  if (report.kind === 'invalid') {
    return { file: report.file, result: report.kind, problems: report.message.split('\n') };
  }
  const { file, kind, scenario, run, milliseconds } = report;
  const { outcome, verdict, postings } = contextOf(run.snapshot);
  return {
    file,
    result: kind,
    title: scenario.title,
    machine: run.machine,
    milliseconds,
    case: {
      status: run.snapshot.status === 'done' ? 'closed' : 'open',
      states: activeStates(run.snapshot),
      outcome,
      verdict,
      postings,
    },
    divergence: report.kind === 'diverged' ? divergenceOf(report.divergence) : null,
  };
}

function divergenceOf({ step, differences }: (Report & { kind: 'diverged' })['divergence']): object {
  return {
    step: step && { number: step.index + 1, at: step.at, event: step.event, result: step.result },
    differences,
    reason: step?.reason ?? null,
  };
}
