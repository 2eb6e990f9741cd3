import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseMachine, send, stateOf, stepsOf } from './support/hand.ts';
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

  it('should show the decision table on a narrow screen too', async () => {
    const { page } = await openInspector({
      width: 360,
      height: 740,
      address: '#scenario=bundled/damaged/left-with-guard-without-consent.yaml',
    });
    await page.getByRole('button', { name: '换一个场景' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: '判责', exact: true }).click();

    await page.getByRole('button', { name: '决策表' }).first().click();

    await page.getByRole('dialog').getByText('DMG-7').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('should have all buttons of the timeline in one row on a narrow screen, each with its name', async () => {
    const { page } = await openInspector({ width: 360, height: 740 });
    await page.locator('[data-choice="damage.warned"]').click();
    await expect.poll(() => stepsOf(page).count()).toBe(2);
    const buttons = page.locator('.timeline .bar button');

    const tops = await buttons.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    const middles = new Set(tops.map((top) => Math.round(top / 20)));

    expect(middles.size).toBe(1);
    await page.getByRole('button', { name: '存为场景' }).waitFor();
    await page.getByRole('button', { name: '导出' }).waitFor();
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
