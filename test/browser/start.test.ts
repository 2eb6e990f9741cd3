import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { send, stateOf, stepsOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('the start of the page', () => {
  it('should show the first chart before the rules are there, just as it stays', async () => {
    const { page, arrive } = await openedWithoutRules();

    await page.locator('svg .node.is-active').first().waitFor();
    expect(await page.getByRole('status').innerText()).toBe('正在载入规则…');
    const early = await partsInView(page);
    arrive();

    await stateOf(page, 'open.parcel.underway.inTransit').waitFor();
    expect(early).toContain('运输中 is-active');
    expect(await partsInView(page)).toEqual(early);
  });

  it('should paint the first chart from less than 50 KB, and be less than 100 KB without the rules and ELK', async () => {
    const { page } = await openInspector({ address: 'icon.svg' });
    const sizes = new Map<string, number>();
    page.on('response', async (response) => {
      const name = new URL(response.url()).pathname.split('/').at(-1) ?? '';
      if (!response.url().includes('/api/')) sizes.set(name, gzipSync(await response.body()).byteLength);
    });

    await page.goto(new URL('/', page.url()).href);
    await stateOf(page, 'open.parcel.underway.inTransit').waitFor();
    await page.waitForLoadState('networkidle');

    const isLayout = (name: string) => /^[a-z]+\.(zh|en)-/i.test(name);
    const without = (...parts: string[]) =>
      [...sizes]
        .filter(([name]) => !isLayout(name) && !parts.some((part) => name.startsWith(`${part}-`)))
        .reduce((sum, [, size]) => sum + size, 0);
    expect([...sizes.keys()].map((name) => name.split('-')[0])).toEqual(
      expect.arrayContaining(['rules', 'page', 'zh']),
    );
    expect(without('rules', 'page', 'start')).toBeLessThan(50_000);
    expect(without('rules')).toBeLessThan(100_000);
  });

  it('should say so if the rest of the page does not come, and offer to load it again', async () => {
    const { page } = await openInspector({ address: 'icon.svg' });
    await page.route('**/page-*.js', (route) => route.abort());

    await page.goto(new URL('/', page.url()).href);

    await page.getByText('页面未能载入').waitFor();
    await page.unroute('**/page-*.js');
    await page.getByRole('button', { name: '重新载入页面' }).click();
    await stateOf(page, 'open.parcel.underway.inTransit').waitFor();
  });

  it('should say so if a panel that is opened later does not come', async () => {
    const { page } = await openInspector();
    await stateOf(page, 'open.parcel.underway.inTransit').waitFor();
    await page.route('**/changes-*.js', (route) => route.abort());

    await page.getByRole('tab', { name: '变化' }).click();

    await page.getByRole('tabpanel').getByText('页面未能载入').waitFor();
  });

  it('should show no other chart before the one a link asks for', async () => {
    const { page, arrive } = await openedWithoutRules('#scenario=bundled/damaged/leaking-goods.yaml');

    await page.getByText('正在载入规则…').waitFor();
    expect(await page.locator('svg .node').count()).toBe(0);
    arrive();

    await page.locator('svg .node.is-active').first().waitFor();
  });

  it('should show no other chart before the case that was worked on', async () => {
    const { page } = await openInspector();
    await send(page, '买家拒收');
    await page.waitForLoadState('networkidle');
    const arrive = await holdRules(page);

    await page.reload({ waitUntil: 'commit' });

    await page.getByText('正在载入规则…').waitFor();
    expect(await page.locator('svg .node').count()).toBe(0);
    arrive();
    await expect.poll(() => stepsOf(page).count()).toBe(2);
  });
});

// Helpers

/** The page as it is until the rules arrive. */
async function openedWithoutRules(
  address = '',
): Promise<{ readonly page: Page; readonly arrive: () => void }> {
  const { page } = await openInspector({ address: 'icon.svg' });
  const arrive = await holdRules(page);
  await page.goto(new URL(`/${address}`, page.url()).href, { waitUntil: 'commit' });
  return { page, arrive };
}

/** Lets the rules arrive only when the function is called that it gives. */
async function holdRules(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/rules-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  return () => arrive();
}

/** The titles of the states that can be seen, with what marks them and where they stand. */
async function partsInView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const view = document.querySelector('.chart-scroll')?.getBoundingClientRect();
    return [...document.querySelectorAll('.chart-scroll .node.box')].flatMap((node) => {
      const { x, y, right, bottom } = node.getBoundingClientRect();
      const isSeen = view && right > view.left && x < view.right && bottom > view.top && y < view.bottom;
      const title = node.querySelector('.title')?.textContent ?? '';
      const marks = [...node.classList].filter((name) => name.startsWith('is-'));
      return isSeen ? [[title, ...marks].join(' '), `${Math.round(x)} ${Math.round(y)}`] : [];
    });
  });
}
