import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { terminal } from '../../cli/terminal.ts';
import { walkLines } from '../../cli/walk.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { machineNames, machines } from '../../machines/index.ts';
import { articlesOn } from '../../policy/decide.ts';
import { layers } from '../../policy/rulebook.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { expectGeneratedPart } from '../support/generated-part.ts';

describe('README', () => {
  it('should show a real walk through a case', () => {
    const file = 'scenarios/damaged/left-with-guard-without-consent.yaml';
    const walked = run(readScenario(readFileSync(file, 'utf8'), file));
    const shown = { ...walked, trace: walked.trace.filter(({ index }) => [2, 4, 6, 9].includes(index)) };

    const lines = walkLines(shown, plainTerminal());

    expectGeneratedPart('README.md', 'trace', ['```text', ...trimmed(lines), '```'].join('\n'));
  });

  it('should show the quick start and what it prints', async () => {
    const printed = await printedBy(() => import('../../docs/examples/quick-start.ts'));

    const code = readFileSync('docs/examples/quick-start.ts', 'utf8').trim();
    expect(printed[0]).toContain('requestEvidence');
    expectGeneratedPart(
      'README.md',
      'quick-start',
      ['```ts', code, '```', '', 'It prints:', '', '```text', ...printed, '```'].join('\n'),
    );
  });

  it('should count states, articles and scenarios of every machine', () => {
    const rows = machineNames.map((name) => {
      const states = statesOf(machines[name]);
      const book = name === 'parcelCase' ? null : rulebooks[name];
      const books = book ? [book] : Object.values(rulebooks);
      const articles = books.flatMap((each) => layers.flatMap((layer) => articlesOn(each, layer))).length;
      const title = book ? `${book.title.en} ${book.title.zh}` : 'The whole case 包裹案件';
      return `| \`${name}\` | ${title} | ${states} | ${articles} | ${scenariosOf(name)} |`;
    });

    expectGeneratedPart(
      'README.md',
      'machines',
      ['| machine | | states | articles | scenarios |', '| --- | --- | --: | --: | --: |', ...rows].join(
        '\n',
      ),
    );
  });
});

describe('examples', () => {
  it('should perform effects through a live actor', async () => {
    const printed = await printedBy(() => import('../../docs/examples/live-actor.ts'));

    expect(printed.join('\n')).toContain('to be forwarded');
    expect(printed.join('\n')).toContain("notice: 'parcelLate'");
    expect(printed.join('\n')).toContain("key: 'case-2:1:");
  });
});

// Helpers

function plainTerminal() {
  return { ...terminal({ lang: 'en', color: false }), columns: 100 };
}

function trimmed(lines: readonly string[]): string[] {
  return lines.join('\n').trim().split('\n');
}

async function printedBy(example: () => Promise<unknown>): Promise<string[]> {
  const { formatWithOptions } = await import('node:util');
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    printed.push(...formatWithOptions({ colors: false }, ...values).split('\n'));
  });
  try {
    await example();
  } finally {
    log.mockRestore();
  }
  return printed.map((line) => line.trimEnd());
}

/** States that a case can rest in or pass through: all but the root. */
function statesOf(machine: AnyStateMachine): number {
  const count = (node: AnyStateNode): number =>
    Object.values(node.states).reduce((sum, child) => sum + 1 + count(child), 0);
  return count(machine.root);
}

/** Scenarios in the folder of an exception type, whichever machine plays them; for the whole case, all files. */
function scenariosOf(name: string): number {
  const folder = name === 'parcelCase' ? '' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return readdirSync(`scenarios/${folder}`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  ).length;
}
