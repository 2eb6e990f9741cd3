import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

const commands = ['replay', 'explain', 'rules', 'schema', 'draw', 'inspect', 'ingest', 'codes', 'start'];

describe('parcel-exceptions', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should say what it can do, in English and Chinese', async () => {
    const english = await cli(['--help']);
    const chinese = await cli(['--help', '--lang', 'zh']);

    for (const name of commands) {
      expect(english.stdout).toMatch(new RegExp(`^  ${name} .*[a-z]`, 'm'));
      expect(chinese.stdout).toMatch(new RegExp(`^  ${name} .*[\\u4e00-\\u9fff]`, 'm'));
    }
    expect([english.code, chinese.code]).toEqual([0, 0]);
  });

  it.each(commands)('should describe every argument and option of %s', async (name) => {
    const { code, stdout } = await cli([name, '--help']);

    const undescribed = stdout
      .split('\n')
      .filter((line) => /^ {2}\S/.test(line) && !/^ {2}\S.* {2,}\S/.test(line));
    expect(undescribed).toEqual([]);
    expect(stdout).toContain('--lang <language>');
    expect(code).toBe(0);
  });

  it('should load neither machines nor schemas to show its help', async () => {
    const folder = folderWith({});

    await cli(['--help'], { env: { NODE_V8_COVERAGE: folder } });

    const [coverage = ''] = readdirSync(folder);
    const { result } = JSON.parse(readFileSync(join(folder, coverage), 'utf8')) as {
      result: { url: string }[];
    };
    const packages = result.flatMap(({ url }) => /node_modules\/(?!\.cache)([^/]+)/.exec(url)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(['commander', 'picocolors']);
  });

  it('should say its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

    expect(await cli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('should show the help and fail without a command', async () => {
    const { code, stdout, stderr } = await cli([]);

    expect(stderr).toContain('Usage: parcel-exceptions');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each<[what: string, args: string[], message: string]>([
    [
      'a command that does not exist',
      ['replya'],
      "error: unknown command 'replya'\n(Did you mean replay?)\n",
    ],
    [
      'an option that does not exist',
      ['replay', '--reportr', 'tap'],
      "error: unknown option '--reportr'\n(Did you mean --reporter?)\n",
    ],
    [
      'too many arguments',
      ['rules', 'damaged'],
      "error: too many arguments for 'rules'. Expected 0 arguments but got 1.\n",
    ],
    ['a missing argument', ['explain'], "error: missing required argument 'scenario'\n"],
    [
      'a language it does not speak',
      ['rules', '--lang', 'fr'],
      "error: option '--lang <language>' argument 'fr' is invalid. Allowed choices are zh, en.\n",
    ],
  ])('should refuse %s', async (_what, args, message) => {
    expect(await cli(args)).toEqual({ code: 2, stdout: '', stderr: message });
  });
});
