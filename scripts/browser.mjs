// Obtains the browser of the browser tests: Chromium that is there, else Debian's package, else Playwright's download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * The Chromium to test with, or `null`: the one `CHROMIUM` names, one of the system, or the one Playwright downloaded.
 * @returns {string | null}
 */
export function findBrowser() {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : null;
  const places = [
    ...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    chromium.executablePath(),
  ];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = obtain();

// Helpers

function obtain() {
  if (findBrowser() !== null) return 0;
  if (process.env.CHROMIUM) return missing(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist.`);
  console.log('browser: no Chromium is here; installing it, which takes a minute or two.');
  const isInstalled = (isDebian() && installPackage()) || download();
  if (isInstalled && findBrowser() !== null) {
    console.log(`browser: ${findBrowser()}`);
    return 0;
  }
  return missing('Chromium could not be installed.');
}

/** Without a browser nobody knows whether the page works. A person may go on without; CI may not. */
function missing(why) {
  const line = '!'.repeat(80);
  console.error(
    `${line}\nbrowser: ${why}\nThe browser tests will be skipped. To run them install Chromium, or set CHROMIUM to its path.\n${line}`,
  );
  return process.env.CI ? 1 : 0;
}

function isDebian() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** With a font that has Chinese characters, if there is none. */
function installPackage() {
  const hasChinese = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim();
  const packages = ['chromium', ...(hasChinese ? [] : ['fonts-noto-cjk'])];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  return [['update'], install].every((args) => run('apt-get', ['-qq', ...args], env));
}

function download() {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  return run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], process.env);
}

function run(command, args, env) {
  const { status } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0;
}
