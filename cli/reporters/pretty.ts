import type { Text } from '../../domain/text.ts';
import type { Colors, Terminal } from '../terminal.ts';
import { divergenceLines } from './divergence.ts';
import type { Reporter, Summary } from './reporter.ts';

/** One line a scenario; below it why it diverged, or what was updated. */
export function pretty(terminal: Terminal): Reporter {
  const { colors, say } = terminal;
  let isBlank = true;
  return {
    report(report) {
      if (report.kind === 'invalid') return out(`${colors.red('!')} ${report.file}  ${say(words.invalid)}`);
      const title = colors.dim(say(report.scenario.title));
      out(`${marks(colors)[report.kind]} ${report.file}  ${title}`);
      if (report.kind === 'diverged') block(divergenceLines(report.run, report.divergence, terminal));
      if (report.kind === 'updated') block(report.changes.map((line) => coloured(line, colors)));
    },
    end(summary) {
      if (!isBlank) out();
      out(summaryLine(summary, terminal));
    },
  };

  function out(line = '') {
    isBlank = line === '';
    terminal.out(line);
  }

  function block(lines: readonly string[]) {
    out();
    for (const line of lines) out(line === '' ? '' : `    ${line}`);
    out();
  }
}

/** What became of all files, on one line. */
function summaryLine(summary: Summary, { colors, language, say }: Terminal): string {
  const counts = (['passed', 'updated', 'diverged', 'invalid', 'skipped'] as const)
    .filter((kind) => summary[kind] > 0)
    .map((kind) => {
      const count =
        language === 'zh' ? `${summary[kind]} 个${words[kind].zh}` : `${summary[kind]} ${words[kind].en}`;
      return kind === 'passed' || kind === 'updated' ? colors.green(count) : colors.red(count);
    });
  const duration = colors.dim(`(${(summary.milliseconds / 1000).toFixed(2)} s)`);
  return `${counts.join(', ') || say(words.nothing)} ${duration}`;
}

// Helpers

const words = {
  passed: { en: 'passed', zh: '通过' },
  updated: { en: 'updated', zh: '已更新' },
  diverged: { en: 'diverged', zh: '不一致' },
  invalid: { en: 'invalid', zh: '无效' },
  skipped: { en: 'not played', zh: '未回放' },
  nothing: { en: 'nothing played', zh: '未回放任何场景' },
} as const satisfies Readonly<Record<string, Text>>;

function marks({ green, red, yellow }: Colors) {
  return { passed: green('✓'), updated: yellow('↻'), diverged: red('✗') };
}

function coloured(line: string, { green, red, dim }: Colors): string {
  if (line.startsWith('+')) return green(line);
  return line.startsWith('-') ? red(line) : dim(line);
}
