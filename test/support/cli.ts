import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** What a command printed and returned. */
export interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const package_ = resolve('node_modules/.cache/cli-test');

let built: string | null = null;

/** The command line as it is built from the present sources. The first caller builds it, the others wait. */
export function builtCli(): string {
  built ??= build();
  return built;
}
/** Runs the command line as a user does. */
export function cli(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Printed> {
  const { cwd, input, env } = options;
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [builtCli(), ...args], {
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => fulfil({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

// Helpers

function build(): string {
  const newest = fingerprint();
  const stamp = join(package_, 'stamp');
  const lock = join(package_, 'lock');
  mkdirSync(package_, { recursive: true });
  for (let waited = 0; !existsSync(stamp) || readFileSync(stamp, 'utf8') !== newest; waited++) {
    if (takes(lock)) {
      try {
        compile();
        writeFileSync(stamp, newest);
      } finally {
        rmSync(lock, { recursive: true });
      }
    } else {
      if (waited > 600) throw new Error(`The build of the command line did not end; remove ${lock}.`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  return join(package_, 'dist/cli/main.js');
}

const layers = [
  'domain',
  'feeds',
  'policy',
  'guards',
  'actions',
  'machines',
  'replay',
  'explain',
  'verify',
  'inspector',
  'cli',
];

/** Changes when a source changes. */
function fingerprint(): string {
  const files = layers.flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(layer, file)),
  );
  return files.map((file) => `${file} ${statSync(file).mtimeMs}`).join('\n');
}

/** Types are checked elsewhere. */
function compile(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(typescript, 'bin/tsc'),
      ...['-p', 'tsconfig.build.json', '--outDir', join(package_, 'dist'), '--noCheck'],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The command line could not be built:\n${stdout}`);
  copyFileSync('package.json', join(package_, 'package.json'));
  mkdirSync(join(package_, 'inspector'), { recursive: true });
  for (const folder of ['scenarios', 'inspector/layouts']) {
    rmSync(join(package_, folder), { force: true });
    symlinkSync(resolve(folder), join(package_, folder), 'dir');
  }
}

function takes(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
