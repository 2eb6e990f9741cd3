import type { Terminal } from '../terminal.ts';
import { divergenceLines, headingOf } from './divergence.ts';
import type { Report, Reporter } from './reporter.ts';

/** JUnit XML, as build servers read it: one suite, one test case a file. */
export function junit(terminal: Terminal): Reporter {
  const cases: string[] = [];
  return {
    report(report) {
      cases.push(testCase(report, terminal));
    },
    end({ passed, diverged, invalid, milliseconds }) {
      const counts = `tests="${passed + diverged + invalid}" failures="${diverged}" errors="${invalid}"`;
      const time = `time="${seconds(milliseconds)}"`;
      terminal.out('<?xml version="1.0" encoding="UTF-8"?>');
      terminal.out(`<testsuites name="parcel-exceptions" ${counts} ${time}>`);
      terminal.out(`  <testsuite name="scenarios" ${counts} ${time}>`);
      for (const line of cases) terminal.out(line);
      terminal.out('  </testsuite>');
      terminal.out('</testsuites>');
    },
  };
}

// Helpers

function testCase(report: Report, terminal: Terminal): string {
  const folder = report.file.split(/[\\/]/).slice(0, -1).join('.') || 'scenarios';
  const attributes = `classname="${escaped(folder)}" file="${escaped(report.file)}"`;
  if (report.kind === 'invalid') {
    return [
      `    <testcase name="${escaped(report.file)}" ${attributes} time="0">`,
      `      <error message="invalid file">${escaped(report.message)}</error>`,
      '    </testcase>',
    ].join('\n');
  }
  const name = escaped(terminal.say(report.scenario.title));
  const open = `    <testcase name="${name}" ${attributes} time="${seconds(report.milliseconds)}"`;
  if (report.kind !== 'diverged') return `${open}/>`;
  const { run, divergence } = report;
  return [
    `${open}>`,
    `      <failure message="${escaped(headingOf(run, divergence, terminal))}">${escaped(
      divergenceLines(run, divergence, terminal).join('\n'),
    )}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Text inside XML: what would be markup is escaped, what XML cannot hold is left out. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return [...text]
    .filter((character) => character >= ' ' || '\n\t'.includes(character))
    .map((character) => entities[character] ?? character)
    .join('');
}
