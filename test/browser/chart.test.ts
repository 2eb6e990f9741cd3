import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { machineNames } from '../../machines/index.ts';
import { chooseMachine, send, stateOf, textOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('the chart', () => {
  it('should draw every machine of the package', async () => {
    const { page, complaints } = await openInspector();

    for (const name of machineNames) {
      await page.getByRole('combobox', { name: '状态机' }).selectOption(name);
      await expect.poll(() => chartOf(page).getAttribute('aria-label')).toContain(name);
    }
    expect(complaints).toEqual([]);
  });

  it('should mark the active states and what can happen by more than colour', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    const active = page.locator('svg .box.is-active').first();

    await expect.poll(() => active.getAttribute('aria-current')).toBe('true');
    const [line, plain] = [
      await styleOf(active.locator('> .shape'), 'strokeWidth'),
      await styleOf(page.locator('svg .box:not(.is-active) > .shape').first(), 'strokeWidth'),
    ];
    expect(Number.parseFloat(line)).toBeGreaterThan(Number.parseFloat(plain) * 1.5);
    const open = page.locator('svg .branch.is-enabled .sign.open');
    await expect.poll(async () => (await styleOf(open.first(), 'display')) === 'none').toBe(false);
  });

  it('should say why a transition is stopped when it is pointed at', async () => {
    const { page } = await openInspector();
    const stopped = page
      .locator('svg .branch.is-blocked')
      .filter({ has: page.locator('text') })
      .first();

    await stopped.hover();

    await expect.poll(() => textOf(page.locator('.chart-info'))).toMatch(/被条件拦下 .+/);
  });

  it('should change classes at a step, and paint nothing again', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await expect.poll(() => chartOf(page).getAttribute('aria-label')).toContain('damaged');
    await chartOf(page).evaluate((svg) => svg.setAttribute('data-kept', 'yes'));

    await send(page, '买家反映破损');

    await expect.poll(() => page.locator('svg .node.is-active').count()).toBeGreaterThan(2);
    expect(await chartOf(page).getAttribute('data-kept')).toBe('yes');
  });

  it('should zoom, fit the width, and be dragged', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    const full = await widthOf(chartOf(page));

    await page.getByRole('button', { name: '放大' }).click();
    const larger = await widthOf(chartOf(page));
    await page.getByRole('button', { name: '适应宽度' }).click();
    const room = await page.locator('.chart-scroll').evaluate(({ clientWidth }) => clientWidth);
    await expect.poll(() => widthOf(chartOf(page))).toBeLessThanOrEqual(room);
    await page.getByRole('button', { name: '放大' }).click({ clickCount: 4 });
    const scroller = page.locator('.chart-scroll');
    const before = await scroller.evaluate(({ scrollTop }) => scrollTop);
    const box = await scroller.boundingBox();
    if (!box) throw new Error('The chart is not shown.');
    await page.mouse.move(box.x + 200, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 180, { steps: 4 });
    await page.mouse.up();

    expect(larger).toBeGreaterThan(full * 1.2);
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).not.toBe(before);
  });

  it('should fold a state with the layout that ELK makes in its worker', async () => {
    const { page, complaints } = await openInspector();
    await chooseMachine(page, '破损');
    const inner = stateOf(page, 'open.remedy.waiting');
    await inner.waitFor();

    await page.locator('svg [data-toggle="open.remedy"]').click();

    await inner.waitFor({ state: 'detached' });
    expect(await stateOf(page, 'open.remedy').getAttribute('class')).toContain('collapsed');
    expect(complaints).toEqual([]);
  });

  it('should show the outline where a layout takes too long', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await page.route('**/elk-worker*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );

    await page.locator('svg [data-toggle="open.remedy"]').click();

    await page.getByRole('tree').waitFor({ timeout: 10_000 });
    expect(await textOf(page.locator('.pane.middle [role=status]'))).toContain('5 秒');
  });

  it('should be a tree of states as well, which the arrow keys walk', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await page.getByRole('button', { name: '大纲' }).click();
    const tree = page.getByRole('tree');
    expect(await textOf(tree.getByRole('treeitem').first())).toMatch(/^破损/);
    const open = tree.getByRole('treeitem', { name: /^处理中/ });
    await open.click();

    await page.keyboard.press('ArrowLeft');
    const closed = await open.getAttribute('aria-expanded');
    await page.keyboard.press('ArrowRight');
    const opened = await open.getAttribute('aria-expanded');
    await page.keyboard.press('ArrowRight');

    expect([closed, opened]).toEqual(['false', 'true']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('3');
  });

  it('should say in the legend which line marks what was just taken, once something was', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    const legend = page.getByRole('list', { name: '图例' });
    const before = await textOf(legend);

    await send(page, '买家反映破损');

    await expect.poll(() => textOf(legend)).toContain('刚走过');
    expect(before).not.toContain('刚走过');
  });

  it('should find a state by its name and bring it into view', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await chartOf(page).waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('已结案');
    await page.getByRole('option', { name: /已结案/ }).click();

    await expect.poll(() => stateOf(page, 'closed').getAttribute('class')).toContain('is-selected');
    await expect.poll(() => isInView(stateOf(page, 'closed'))).toBe(true);
  });
});

// Helpers

function chartOf(page: Page): Locator {
  return page.locator('.chart-host > svg');
}

async function widthOf(chart: Locator): Promise<number> {
  return Number(await chart.getAttribute('width'));
}

function styleOf(element: Locator, name: 'strokeWidth' | 'display'): Promise<string> {
  return element.evaluate((node, property) => getComputedStyle(node)[property], name);
}

function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const scroller = node.closest('.chart-scroll')?.getBoundingClientRect();
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return (
      scroller !== undefined &&
      left >= scroller.left &&
      right <= scroller.right &&
      top >= scroller.top &&
      bottom <= scroller.bottom
    );
  });
}
