import { createWebSocketInspector } from '@statelyai/inspect';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { createActor } from 'xstate';
import { damagedMachine } from '../../machines/damaged.ts';
import { chooseMachine, eventNamed, eventsOf, send, stateOf, stepsOf, textOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('the keyboard alone', () => {
  it('should lead into the form that a digit opens, and out of it with Escape', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await leave(page);
    const event = eventNamed(page, '查明事实');
    const digit = (await event.locator('[data-digit]').getAttribute('data-digit')) ?? '';

    await page.keyboard.press(digit);
    await expect.poll(() => isIn(page, 'form.form')).toBe(true);
    await page.keyboard.press('Escape');

    await expect.poll(() => eventsOf(page).locator('form').count()).toBe(0);
    expect(await isIn(page, '[data-choice="facts.established"]')).toBe(true);
    expect(await stepsOf(page).count()).toBe(1);
  });

  it('should lead to the first field that is wrong', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '新建案件' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('spinbutton', { name: /买家实付货款/ }).fill('-1');
    await form.getByRole('textbox', { name: /运单号/ }).fill('');

    await form.getByRole('button', { name: '开始' }).or(form.locator('[type="submit"]')).first().click();

    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('order.waybill');
  });

  it('should move in the chart with the arrows, and never out of it into the steps', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    await stateOf(page, '').first().focus();

    for (let count = 0; count < 40; count += 1) await page.keyboard.press('ArrowLeft');

    expect(await isIn(page, '.chart-host')).toBe(true);
    expect(await textOf(page.locator('.where'))).toBe('第 1 / 1 步');
  });

  it('should step a live app with the arrows, and leave the case behind it alone', async () => {
    const { page, server } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    await page.getByRole('button', { name: '实时', exact: true }).click();
    const inspector = createWebSocketInspector({ url: server.url.replace('http', 'ws') });
    onTestFinished(() => inspector.stop());
    createActor(damagedMachine, { input, inspect: inspector.inspect })
      .start()
      .send({ type: 'damage.reported', at: '2026-03-02T10:00:00Z' });
    const shown = page.locator('.live-steps [aria-current]');
    await expect.poll(() => textOf(shown)).toContain('买家反映破损');
    await leave(page);

    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => textOf(shown)).toContain('启动');
    await page.keyboard.press('End');
    await expect.poll(() => textOf(shown)).toContain('买家反映破损');
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: '覆盖率', exact: true }).click();
    await leave(page);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: '模拟', exact: true }).click();

    expect(await textOf(page.locator('.where'))).toBe('第 1 / 1 步');
  });
});

// Helpers

const input = {
  caseId: 'case-1',
  openedAt: '2026-03-02T09:00:00Z',
  order: { waybill: 'YT0000000001', courier: 'yto', paid: 12_900 },
} as const;

/** Nothing has the focus. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

function isIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);
}
