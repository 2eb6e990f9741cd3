import type { Text } from '../../domain/text.ts';
import type { Terminal } from '../terminal.ts';
import { divergenceLines } from './divergence.ts';
import type { Reporter, Summary } from './reporter.ts';

const words = {
  passed: { en: 'passed', zh: '通过' },
  diverged: { en: 'diverged', zh: '不一致' },
  invalid: { en: 'invalid', zh: '无效' },
  skipped: { en: 'not played', zh: '未回放' },
} as const satisfies Readonly<Record<string, Text>>;

/** One line a scenario, the explanation of a divergence below its line. */
export function pretty(terminal: Terminal): Reporter {
  const { colors, out, say } = terminal;
  return {
    report(report) {
      if (report.kind === 'invalid') {
        out(`${colors.red('!')} ${report.file} ${colors.red(`(${say(words.invalid)})`)}`);
        return;
      }
      const { file, scenario, run } = report;
      const mark = report.kind === 'passed' ? colors.green('✓') : colors.red('✗');
      out(`${mark} ${file}  ${colors.dim(say(scenario.title))}`);
      if (run.divergence)
        for (const line of divergenceLines(scenario, run, run.divergence, terminal)) out(line);
    },
    end(summary) {
      out();
      out(summaryLine(summary, terminal));
    },
  };
}

function summaryLine(summary: Summary, { colors, say }: Terminal): string {
  const { passed, diverged, invalid, skipped, milliseconds } = summary;
  const parts = [
    passed > 0 || diverged + invalid === 0 ? colors.green(`${passed} ${say(words.passed)}`) : '',
    diverged > 0 ? colors.red(`${diverged} ${say(words.diverged)}`) : '',
    invalid > 0 ? colors.red(`${invalid} ${say(words.invalid)}`) : '',
    skipped > 0 ? colors.yellow(`${skipped} ${say(words.skipped)}`) : '',
  ];
  const duration = colors.dim(`(${(milliseconds / 1000).toFixed(2)} s)`);
  return `${parts.filter((part) => part !== '').join(', ')} ${duration}`;
}
