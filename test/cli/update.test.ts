import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

const outdated = good
  .replace('payer.asking', 'freight.asking')
  .replace('status: open', 'status: closed # is it?');

describe('parcel-exceptions replay --update', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should rewrite the expectations that differ, show what changed and touch nothing else', async () => {
    const cwd = folderWith({ 'outdated.yaml': outdated, 'good.yaml': good });

    const { code, stdout } = await cli(['replay', '.', '--update'], { cwd });

    expect(readFileSync(join(cwd, 'outdated.yaml'), 'utf8')).toBe(
      good.replace('status: open', 'status: open # is it?'),
    );
    expect(readFileSync(join(cwd, 'good.yaml'), 'utf8')).toBe(good);
    expect(readdirSync(cwd)).toEqual(['good.yaml', 'outdated.yaml']);
    expect(stdout).toContain(`↻ outdated.yaml  Broken

    @ 10
    -       states: [open.exception.damaged.assessment.freight.asking]
    +       states: [open.exception.damaged.assessment.payer.asking]
    @ 16
    -   status: closed # is it?
    +   status: open # is it?
`);
    expect(stdout).toMatch(/\n1 passed, 1 updated \(/);
    expect(code).toBe(0);
  });

  it('should leave an invalid file as it is', async () => {
    const broken = outdated.replace('paid: 12900', 'paid: -1');
    const cwd = folderWith({ 'broken.yaml': broken });

    const { code } = await cli(['replay', '.', '--update'], { cwd });

    expect(readFileSync(join(cwd, 'broken.yaml'), 'utf8')).toBe(broken);
    expect(code).toBe(2);
  });

  it('should not write over a file of another update', async () => {
    const cwd = folderWith({ 'outdated.yaml': outdated });
    writeFileSync(join(cwd, 'outdated.yaml.new'), 'somebody writes here');

    const { code, stderr } = await cli(['replay', 'outdated.yaml', '--update'], { cwd });

    expect(stderr).toBe(
      'outdated.yaml: beside it stands a file of the same name that ends in .new; remove it first\n',
    );
    expect(readFileSync(join(cwd, 'outdated.yaml'), 'utf8')).toBe(outdated);
    expect(readFileSync(join(cwd, 'outdated.yaml.new'), 'utf8')).toBe('somebody writes here');
    expect(code).toBe(2);
  });

  it.each<[where: string, args: string[], env: NodeJS.ProcessEnv, message: string]>([
    ['in CI', ['.'], { CI: 'true' }, '--update is refused in CI: a person has to look at what changes.\n'],
    ['stdin', ['-'], {}, '--update cannot write to stdin; name the files.\n'],
    ['the bundled scenarios', [], {}, '--update needs the files or folders to change.\n'],
    [
      'without showing it',
      ['.', '--reporter', 'json'],
      {},
      '--update shows what it changes and works with --reporter pretty only.\n',
    ],
  ])('should refuse to update %s', async (_where, args, env, message) => {
    const cwd = folderWith({ 'outdated.yaml': outdated });

    const { code, stdout, stderr } = await cli(['replay', '--update', ...args], {
      cwd,
      env,
      input: outdated,
    });

    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: message });
    expect(readFileSync(join(cwd, 'outdated.yaml'), 'utf8')).toBe(outdated);
  });
});
