import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { builtCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

describe('the pages on the command line and on scenarios', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it.each(['docs/cli.md', 'docs/scenarios.md'])(
    'should show in %s what the commands print',
    (page) => {
      const text = readFileSync(page, 'utf8');
      const played = text.replace(
        /```console\n([\s\S]*?)```/g,
        (_block, session) => `\`\`\`console\n${play(session)}\`\`\``,
      );
      if (process.env.UPDATE_DOCS && timeless(played) !== timeless(text)) writeFileSync(page, played);

      expect(timeless(readFileSync(page, 'utf8'))).toBe(timeless(played));
    },
    120_000,
  );

  it('should show scenarios that do what they expect', () => {
    const blocks = [...readFileSync('docs/scenarios.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)]
      .map(([, block = '']) => block)
      .filter((block) => /^title:/m.test(block));

    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(run(readScenario(block, 'docs/scenarios.md')).divergence).toBeNull();
  });
});

// Helpers

/** The commands of a session with what they print, played in a copy of the examples. */
function play(session: string): string {
  const folder = join(folderWith({}), 'docs/examples');
  cpSync('docs/examples', folder, { recursive: true });
  cpSync('scenarios', join(folder, '../../scenarios'), { recursive: true });
  const commands = session.split('\n').filter((line) => line.startsWith('$ '));
  let code = 0;
  return commands
    .map((line) => {
      const command = line.slice(2);
      if (command === 'echo $?') return `${line}\n${code}\n`;
      const printed = shell(command, folder);
      code = printed.code;
      return `${line}\n${printed.output}`;
    })
    .join('');
}

function shell(command: string, cwd: string): { code: number; output: string } {
  const bin = resolve(dirname(builtCli()), '../../bin');
  mkdirSync(bin, { recursive: true });
  const program = join(bin, 'parcel-exceptions');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${builtCli()}" "$@"\n`);
  chmodSync(program, 0o755);
  const env = { PATH: `${bin}:${process.env.PATH}`, LANG: 'C.UTF-8' };
  try {
    const output = execFileSync('sh', ['-c', `{ ${command}; } 2>&1`], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { code: 0, output };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, output: stdout };
  }
}

/** Durations differ from run to run. */
function timeless(text: string): string {
  return text.replace(/\d+\.\d+ s\b/g, 'some s').replace(/[\d,]+ lines\/s/g, 'some lines/s');
}
