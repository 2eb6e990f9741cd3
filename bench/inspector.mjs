// The inspector's page in Chromium: what it loads, its first chart, one step, and steps with a history of a thousand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { column, dist, median, quantile } from './measure.mjs';

const from = (file) => import(new URL(file, dist));
const { serve } = await from('inspector/server/serve.js');
const { openSession, send } = await from('inspector/session/session.js');
const { inventedInput } = await from('inspector/session/guesses.js');
const { linkTo } = await from('inspector/session/link.js');

const folder = fileURLToPath(new URL('inspector/web', dist));
const server = await serve({ page: folder, port: 0, scenarios: null, legacy: null, note: () => {} });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const rounds = Number(process.argv[2] ?? 10);
const scenario = '#scenario=bundled/damaged/left-with-guard-without-consent.yaml';

const [first, ready] = [[], []];
let requested = [];
for (let round = 0; round < rounds; round++) {
  const { page, files } = await opened('');
  first.push(await page.evaluate('firstChartAt'));
  ready.push(await page.evaluate('performance.now()'));
  requested = files;
  await page.context().close();
}
const sizes = requested.map((file) => [file, gzipSync(readFileSync(join(folder, file))).byteLength]);
const named = (...names) =>
  sizes.filter(([file]) => names.some((name) => file.startsWith(`assets/${name}-`)));
const layouts = sizes.filter(([file]) => /\.(zh|en)-[^/]*\.js$/.test(file));
const [rules, later] = [named('rules'), named('page', 'start')];
const early = sizes.filter((size) => ![...layouts, ...rules, ...later].includes(size));
console.log(
  `${kilobytes(early)} gzip for the first chart, its picture of ${kilobytes(named('zh')).trim()} included`,
);
console.log(`${kilobytes([...early, ...later])} gzip with the rest of the page`);
console.log(
  `${kilobytes(rules)} gzip of machines, rules, xstate and zod; ${kilobytes(layouts).trim()} of layouts`,
);
console.log(`${spread(first)} from the address to the first chart, wall time`);
console.log(`${spread(ready)} until a case can be stepped`);

console.log(`${spread(await steps(scenario, 10))} a step of a scenario, CPU time of the page`);
console.log(`${spread(await steps(await linkOf(1000), 10))} the same where there are 1,000 steps`);
await browser.close();
await server.close();

// Helpers

/** A page whose case can be stepped, and the files it took until then. */
async function opened(address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('svg .node.is-active')) window.firstChartAt ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  const files = new Set();
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) files.add(pathname === '/' ? 'index.html' : pathname.slice(1));
  });
  await page.goto(`${server.url}${address}`);
  await page.locator('svg [data-id].is-active').first().waitFor({ state: 'attached' });
  return { page, files: [...files] };
}

/** CPU milliseconds of the main thread for each of the last steps, gone back and forth. */
async function steps(address, count) {
  const { page } = await opened(address);
  await page.locator('.timeline button, [role=region] button').first().waitFor();
  await page.waitForTimeout(1_000);
  await page.keyboard.press('End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const times = [];
  for (let step = 0; step < 2 * count; step++) {
    const before = await spent();
    await page.keyboard.press(step < count ? 'ArrowLeft' : 'ArrowRight');
    times.push((await spent()) - before);
  }
  await page.context().close();
  return times;
}

/** The address of a case of so many steps. */
async function linkOf(count) {
  const openedAt = Date.parse('2026-03-01T08:00:00.000Z');
  let session = openSession('parcelCase', inventedInput(new Date(openedAt).toISOString()));
  for (let step = 1; step < count; step++) {
    const at = new Date(openedAt + step * 1000).toISOString();
    session = send(session, {
      type: ['parcel.outForDelivery', 'parcel.refused', 'damage.reported'][step % 3],
      at,
    });
  }
  return `#${(await linkTo(session)).hash}`;
}

function spread(values) {
  return `${column(median(values), 1, 7)} ms median, ${column(quantile(values, 0.9), 1, 7)} ms at 90 %:`;
}

function kilobytes(files) {
  return `${column(files.reduce((sum, [, size]) => sum + size, 0) / 1000, 1, 7)} KB`;
}
