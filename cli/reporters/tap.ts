import { stringify } from 'yaml';
import { pairsOf } from '../../explain/render/pairs.ts';
import type { Terminal } from '../terminal.ts';
import { divergenceLines, headingOf } from './divergence.ts';
import type { Report, Reporter } from './reporter.ts';

/** TAP version 14: one test a file, a divergence as its YAML block. */
export function tap(terminal: Terminal): Reporter {
  const { out, say } = terminal;
  let count = 0;
  out('TAP version 14');
  return {
    report(report) {
      count += 1;
      const title = report.kind === 'invalid' ? '' : ` - ${say(report.scenario.title)}`;
      out(`${report.kind === 'passed' ? 'ok' : 'not ok'} ${count} - ${escaped(`${report.file}${title}`)}`);
      for (const line of detailLines(report, terminal)) out(`  ${line}`);
    },
    end() {
      out(`1..${count}`);
    },
  };
}

// Helpers

function detailLines(report: Report, terminal: Terminal): string[] {
  if (report.kind === 'invalid')
    return block({ message: 'invalid file', problems: report.message.split('\n') });
  if (report.kind !== 'diverged') return [];
  const { run, divergence } = report;
  return block({
    message: headingOf(run, divergence, terminal),
    differences: divergence.differences.flatMap(pairsOf),
    explanation: divergenceLines(run, divergence, terminal).join('\n'),
  });
}

function block(detail: object): string[] {
  return ['---', ...stringify(detail, { lineWidth: 0 }).trimEnd().split('\n'), '...'];
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}
