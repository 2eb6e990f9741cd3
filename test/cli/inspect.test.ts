import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { scenarioListSchema } from '../../inspector/api.ts';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario } from '../support/scenario-text.ts';

beforeAll(() => {
  // the page itself is tested in a browser
  const page = join(dirname(builtCli()), '../inspector/web');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Inspector</title>');
}, 120_000);

describe('parcel-exceptions inspect', () => {
  it('should print where the inspector is, serve it, and end when it is interrupted', async () => {
    const inspector = inspect('--lang', 'en');
    const printed = await inspector.until(/http:\S+/);
    const page = await (await fetch(printed)).text();

    const ended = await inspector.interrupt();

    expect(page).toContain('<title>Inspector</title>');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^The inspector is at http:\/\/127\.0\.0\.1:\d+\/\?lang=en {2}\(Ctrl\+C ends it\)\n/,
    );
    await expect(fetch(printed)).rejects.toThrow('fetch failed');
  });

  it('should end though apps and pages are connected', async () => {
    const inspector = inspect('--lang', 'zh');
    const url = new URL(await inspector.until(/http:\S+/));
    const app = new WebSocket(`ws://${url.host}`);
    await new Promise((fulfil) => app.once('open', fulfil));

    const { code, stdout } = await inspector.interrupt();

    expect(stdout).toContain('应用 1 已连接。');
    expect(code).toBe(0);
  });

  it('should lead to the bundled scenario that was named', async () => {
    const inspector = inspect('damaged/left-with-guard-without-consent');

    const url = new URL(await inspector.until(/http:\S+/));

    const id = decodeURIComponent(url.hash.replace('#scenario=', ''));
    const scenario = await fetch(`${url.origin}/api/scenario?id=${encodeURIComponent(id)}`);
    expect(await scenario.text()).toContain('Left with a guard, no consent can be proved');
  });

  it('should lead to the scenario file that was named, and serve the folder that was', async () => {
    const cwd = folderWith({ 'mine.yaml': goodScenario, 'more/other.yaml': goodScenario });

    const file = new URL(await inspect('mine.yaml', { cwd }).until(/http:\S+/));
    const folder = new URL(await inspect('more', { cwd }).until(/http:\S+/));

    const [first] = scenarioListSchema.parse(await (await fetch(`${folder.origin}/api/scenarios`)).json());
    expect(file.hash).toBe(`#scenario=${encodeURIComponent('given/mine.yaml')}`);
    expect(folder.hash).toBe('');
    expect(first?.id).toBe('given/other.yaml');
  });

  it('should open no browser where it is told not to, or where there is no screen, and say so', async () => {
    const told = inspect('--lang', 'en');
    const screenless = inspect('--lang', 'en', { open: true });
    await told.until(/Apps with .*/);
    await screenless.until(/No browser was opened; open the address yourself\./);

    expect((await told.interrupt()).stdout).not.toContain('No browser');
  });

  it.each<[what: string, args: string[], message: string]>([
    [
      'a port that is no number',
      ['--port', 'eighty'],
      '--port eighty: a port is a whole number from 0 to 65535; 0 takes any free one.\n',
    ],
    [
      'a port that does not exist',
      ['--port', '65536'],
      '--port 65536: a port is a whole number from 0 to 65535; 0 takes any free one.\n',
    ],
    [
      'an app at no WebSocket address',
      ['--legacy', 'http://127.0.0.1:8888'],
      '--legacy http://127.0.0.1:8888: give the WebSocket address of the app, such as ws://127.0.0.1:8888.\n',
    ],
    ['a scenario that does not exist', ['nowhere'], 'nowhere: there is no such file or folder\n'],
  ])('should refuse %s', async (_what, args, message) => {
    const refused = await cli(['inspect', '--no-open', '--lang', 'en', ...args]);

    expect(refused).toEqual({ code: 2, stdout: '', stderr: message });
  });

  it('should refuse a port that is taken and say what to do', async () => {
    const { port } = new URL(await inspect().until(/http:\S+/));

    const { code, stderr } = await cli(['inspect', '--no-open', '--lang', 'zh', '--port', port]);

    expect(stderr).toBe(
      `端口 ${port} 已被其他程序占用。请用 --port 指定其他端口，或省略 --port 以自动选用空闲端口。\n`,
    );
    expect(code).toBe(2);
  });
});

// Helpers

interface Options {
  readonly cwd?: string;
  readonly open?: boolean;
}

/** Runs `inspect` on a free port until it is interrupted or the test is over. */
function inspect(...given: readonly (string | Options)[]) {
  const args = given.filter((each) => typeof each === 'string');
  const { cwd, open = false } = given.find((each) => typeof each === 'object') ?? {};
  const child = spawn(
    process.execPath,
    [builtCli(), 'inspect', '--port', '0', ...(open ? [] : ['--no-open']), ...args],
    { cwd, env: { PATH: process.env.PATH, LANG: 'C.UTF-8', CI: '1' } },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((fulfil) => child.once('close', fulfil));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    /** What it printed that looks like this, as soon as the line is complete. */
    until: (wanted: RegExp) =>
      new Promise<string>((fulfil, reject) => {
        const check = () => {
          const found = wanted.exec(stdout.slice(0, stdout.lastIndexOf('\n') + 1));
          if (found) fulfil(found[0]);
        };
        child.stdout.on('data', check);
        child.once('close', () => reject(new Error(`It ended: ${stdout}${stderr}`)));
        check();
      }),
    async interrupt() {
      child.kill('SIGINT');
      return { code: await ended, stdout, stderr };
    },
  };
}
