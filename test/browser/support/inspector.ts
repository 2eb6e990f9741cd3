import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { type InspectorServer, serve } from '../../../inspector/server/serve.ts';

/** How the inspector is opened. */
export interface OpenOptions {
  /** A scenario file or folder, as given on the command line. */
  readonly scenarios?: string;
  /** What stands after the address, such as `#scenario=bundled/damaged/leaking-goods.yaml`. */
  readonly address?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: 'zh-CN' | 'en-GB';
  readonly reducedMotion?: boolean;
  /** WebSocket address of an app with @xstate/inspect. */
  readonly legacy?: string;
}

/** An opened inspector. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: InspectorServer;
  /** Errors of the page and requests that left this machine, as they happen. */
  readonly complaints: readonly string[];
}

/** `describe` for tests that need the browser: skipped, and said to be, where there is none. */
export const describeInBrowser: typeof describe.skip =
  inject('browser') === null ? describe.skip : (describe as unknown as typeof describe.skip);

/** Serves the inspector and opens its page, as `parcel-exceptions inspect` does. Closed after the test. */
export async function openInspector(options: OpenOptions = {}): Promise<Opened> {
  const {
    width = 1440,
    height = 900,
    colorScheme = 'light',
    locale = 'zh-CN',
    reducedMotion = false,
  } = options;
  const { page: folder } = provided();
  const server = await serve({
    page: folder,
    port: 0,
    scenarios: options.scenarios ?? null,
    legacy: options.legacy ?? null,
    note: () => {},
  });
  const context = await (await sharedBrowser()).newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  open.push(async () => {
    await context.close();
    await server.close();
  });
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('request', (request) => {
    const isHere = request.url().startsWith(server.url) || /^(data|blob):/.test(request.url());
    if (!isHere) complaints.push(`asks ${request.url()}`);
  });
  const page = await context.newPage();
  await page.goto(`${server.url}${options.address ?? ''}`);
  return { page, context, server, complaints };
}

/** Takes the picture of a page of the documentation when those are written anew; else nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.UPDATE_DOCS) return;
  const path = join('docs', 'images', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

// Helpers

const open: (() => Promise<void>)[] = [];
let browser: Browser | null = null;

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

afterAll(async () => {
  await browser?.close();
  browser = null;
});

function provided() {
  const given = inject('browser');
  if (given === null) throw new Error('There is no browser; describe such tests with describeInBrowser.');
  return given;
}

async function sharedBrowser(): Promise<Browser> {
  browser ??= await chromium.connect(provided().endpoint);
  return browser;
}
