import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseMachine, eventsOf, send, stepsOf, textOf, textsOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('languages, themes and access', () => {
  it('should speak Chinese first, English after a click, and remember it', async () => {
    const { page } = await openInspector();
    const first = [await page.title(), await page.evaluate(() => document.documentElement.lang)];

    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.title()).toBe('Parcel exception inspector');
    await page.reload();

    expect(first).toEqual(['包裹异常检查器', 'zh-CN']);
    expect(await page.title()).toBe('Parcel exception inspector');
    await page.getByRole('button', { name: '中文' }).waitFor();
  });

  it('should leave no word in the other language', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Simulate' }).waitFor();
    for (const mode of ['Replay', 'Coverage', 'Live', 'Simulate']) {
      await page.getByRole('button', { name: mode, exact: true }).click();
      const text = await page.evaluate(() => document.querySelector('.page')?.textContent ?? '');

      expect(text.replace('中文', '').match(/[\u4e00-\u9fff]+/g) ?? [], mode).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)(
    'should follow a %s system, and change on a click',
    async (colorScheme) => {
      const { page } = await openInspector({ colorScheme });
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const system = await ground();

      await page.getByRole('button', { name: '切换浅色或深色' }).click();

      await expect.poll(ground).not.toBe(system);
      expect(brightness(system) > 0.5).toBe(colorScheme === 'light');
    },
  );

  it('should do everything by keyboard', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

    await page.keyboard.press('t');
    await expect.poll(() => stepsOf(page).count()).toBe(2);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => textOf(page.locator('.where'))).toContain('0 /');
    await page.keyboard.press('End');
    await expect.poll(() => textOf(page.locator('.where'))).toContain('1 /');
    await page.keyboard.press('Home');
    await expect.poll(() => textOf(page.locator('.where'))).toContain('0 /');
    await page.keyboard.press('d');
    await expect
      .poll(() => page.getByRole('tab', { name: '变化' }).getAttribute('aria-selected'))
      .toBe('true');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '帮助' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('combobox');
  });

  it('should send the event whose number is pressed, but never while somebody types', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const plain = eventsOf(page).locator('[data-digit]:not([aria-expanded])').first();
    const digit = (await plain.getAttribute('data-digit')) ?? '';

    await page.getByRole('searchbox', { name: '筛选事件' }).fill(digit);
    await page.keyboard.press(digit);
    const typed = await stepsOf(page).count();
    await page.getByRole('searchbox', { name: '筛选事件' }).fill('');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(`Control+${digit}`);
    const held = await stepsOf(page).count();
    await page.keyboard.press(digit);

    expect([typed, held]).toEqual([1, 1]);
    await expect.poll(() => stepsOf(page).count()).toBe(2);
  });

  it('should say each step in a line for screen readers', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');

    await send(page, '买家反映破损');

    await expect
      .poll(() => textOf(page.locator('[data-step-line]')))
      .toMatch(/^买家反映破损。进入 .+。离开 /);
  });

  it.each(['light', 'dark'] as const)(
    'should have nothing that axe complains of when %s',
    async (colorScheme) => {
      const { page } = await openInspector({ colorScheme });
      await chooseMachine(page, '破损');
      await send(page, '买家反映破损');
      await page.locator('.chart-host svg').waitFor();
      const found = [await complaintsOf(page, 'simulate')];
      await page.getByRole('button', { name: '大纲' }).click();
      await page.getByRole('tree').waitFor();
      found.push(await complaintsOf(page, 'outline'));
      for (const mode of ['回放', '覆盖率', '实时']) {
        await page.getByRole('button', { name: mode, exact: true }).click();
        await page.waitForLoadState('networkidle');
        found.push(await complaintsOf(page, mode));
      }
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      found.push(await complaintsOf(page, 'help'));

      expect(found.flat()).toEqual([]);
    },
  );

  it('should have nothing that axe complains of on a narrow screen', async () => {
    const { page } = await openInspector({ width: 360, height: 740 });
    const found = [await complaintsOf(page, 'events')];
    await page.getByRole('button', { name: '状态图', exact: true }).click();
    await page.getByRole('tree').waitFor();
    found.push(await complaintsOf(page, 'outline'));
    await page.getByRole('button', { name: '图', exact: true }).click();
    await page.locator('.chart-host svg').waitFor();
    found.push(await complaintsOf(page, 'chart'));
    await page.getByRole('button', { name: '判责', exact: true }).click();
    found.push(await complaintsOf(page, 'verdict'));

    expect(found.flat()).toEqual([]);
  });

  it('should be usable 360 pixels wide, with nothing cut off at the side', async () => {
    const { page } = await openInspector({ width: 360, height: 740 });
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    const widths = [await widest()];

    await page.locator('[data-choice="damage.warned"]').click();
    for (const part of ['状态图', '判责', '事件']) {
      await page.getByRole('button', { name: part, exact: true }).first().click();
      widths.push(await widest());
    }

    expect(widths).toEqual([360, 360, 360, 360]);
    expect(await textsOf(stepsOf(page))).toHaveLength(2);
  });

  it('should write nothing smaller than 12 pixels', async () => {
    const { page } = await openInspector();
    await send(page, '买家反映破损');
    await page.locator('.chart-host svg').waitFor();

    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(({ childNodes }) =>
          [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    );

    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});

// Helpers

/** What axe finds against WCAG 2.2 AA and good practice. */
async function complaintsOf(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (name) => {
    const { axe: checker } = globalThis as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await checker.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`);
  }, where);
}

interface Axe {
  run(
    document: Document,
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
}

/** Of `rgb(r, g, b)`, from 0 to 1. */
function brightness(colour: string): number {
  const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / (3 * 255);
}
