import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserServer, chromium } from 'playwright-core';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens and where the built page is; `null` if there is no browser. */
    readonly browser: { readonly endpoint: string; readonly page: string } | null;
  }
}

/** Once before all browser tests: builds the page from the present sources and starts one browser for all files. */
export default async function launch(project: TestProject): Promise<() => Promise<void>> {
  const { findBrowser } = (await import(pathToFileURL(resolve('scripts/browser.mjs')).href)) as BrowserScript;
  const executablePath = findBrowser();
  if (executablePath === null) {
    if (process.env.CI) throw new Error(`${noBrowser} In CI that is a failure.`);
    console.warn(`\n${'!'.repeat(80)}\n${noBrowser} All browser tests are SKIPPED.\n${'!'.repeat(80)}\n`);
    project.provide('browser', null);
    return async () => {};
  }
  const [page, server] = await Promise.all([builtPage(), started(executablePath)]);
  project.provide('browser', { endpoint: server.wsEndpoint(), page });
  return () => server.close();
}

// Helpers

interface BrowserScript {
  findBrowser(): string | null;
}

const noBrowser = 'There is no browser. Run "npm run browser", or set CHROMIUM to the path of Chromium.';

function started(executablePath: string): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  });
}

const folder = resolve('node_modules/.cache/page-test');

/** The folder of the page, built when a source has changed since the last time. */
async function builtPage(): Promise<string> {
  const outDir = join(folder, 'web');
  const stamp = join(folder, 'stamp');
  const newest = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return outDir;
  mkdirSync(folder, { recursive: true });
  await build({ configFile: resolve('inspector/web/vite.config.ts'), build: { outDir } });
  writeFileSync(stamp, newest);
  return outDir;
}

const sources = [
  'domain',
  'policy',
  'guards',
  'actions',
  'machines',
  'replay',
  'explain',
  'verify',
  'inspector',
];

/** Changes when a source changes. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources.filter((name) => existsSync(name))) {
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(source, name);
      if (statSync(file).isFile()) hash.update(`${file} ${statSync(file).mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
