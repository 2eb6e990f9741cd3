import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseMachine, send, stateOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('the page in its window', () => {
  it.each([1440, 360])('should never scroll away as a whole, %d pixels wide', async (width) => {
    const { page } = await openInspector({ width, height: 740 });
    const heights = [];
    for (const mode of ['模拟', '回放', '覆盖率', '实时']) {
      await page.getByRole('button', { name: mode, exact: true }).first().click();
      await page.waitForLoadState('networkidle');
      heights.push(await page.evaluate(() => document.documentElement.scrollHeight));
    }
    await page.getByRole('button', { name: '模拟', exact: true }).click();
    if (width === 360) await page.getByRole('button', { name: '状态图', exact: true }).click();
    await page.getByRole('button', { name: '大纲' }).click();
    await page.getByRole('tree').waitFor();
    heights.push(await page.evaluate(() => document.documentElement.scrollHeight));

    expect(heights).toEqual([740, 740, 740, 740, 740]);
  });

  it('should say in full that a step was refused, in both languages', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '快递派送前报告破损', (form) => form.getByLabel(/^时间/).fill('2020-01-01T08:00'));
    const refused = page.locator('.step.refused .when');
    const room = () => refused.evaluate(({ scrollWidth, clientWidth }) => clientWidth - scrollWidth);
    await expect.poll(() => refused.innerText()).toContain('被拒绝');
    const zh = await room();

    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => refused.innerText()).toContain('rejected');

    expect([zh, await room()]).toEqual([0, 0]);
  });

  it('should keep what is pointed at in its place while the wheel zooms', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '包裹案件（总图）');
    const place = () => middleOf(page, 'open.parcel.underway.inTransit');
    await stateOf(page, 'open.parcel.underway.inTransit').waitFor();
    const before = await place();
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down('Control');
    for (let count = 0; count < 5; count += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');

    await expect.poll(() => page.locator('.scale').innerText()).toBe('161%');
    const after = await place();
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(5);
  });

  it('should find states and events by their names in either language', async () => {
    const { page } = await openInspector();
    const search = page.getByRole('combobox', { name: '搜索状态、事件' });

    const found = page.getByRole('listbox');

    await search.fill('in transit');
    await expect.poll(() => found.innerText()).toContain('运输中');
    await search.fill('reported damage');

    await expect.poll(() => found.innerText()).toContain('买家反映破损');
  });
});

// Helpers

async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await stateOf(page, id).first().boundingBox();
  if (!box) throw new Error(`${id} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
