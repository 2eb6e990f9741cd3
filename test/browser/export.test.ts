import { createWebSocketInspector } from '@statelyai/inspect';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { createActor } from 'xstate';
import { damagedMachine } from '../../machines/damaged.ts';
import { downloaded, send, stepsOf, textOf, textsOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

const address = '#scenario=bundled/damaged/left-with-guard-without-consent.yaml';

describeInBrowser('exporting', () => {
  it('should give the chart as SVG that stands alone', async () => {
    const { page } = await openInspector({ address });

    const svg = (await exported(page, /SVG/)).toString('utf8');

    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('<style>');
    expect(svg).toContain('已签收');
    expect(svg).not.toMatch(/href="http|url\(http/);
  });

  it('should give the chart as PNG', async () => {
    const { page } = await openInspector({ address });

    const png = await exported(page, /PNG/);

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(400);
  });

  it('should give the chart as Mermaid text', async () => {
    const { page } = await openInspector({ address });

    expect((await exported(page, /Mermaid/)).toString('utf8')).toContain('stateDiagram-v2');
  });

  it('should give a report of the run in one file that needs nothing else, with personal data masked', async () => {
    const { page, context } = await openInspector({ address });
    await stepsOf(page).nth(10).click();

    const report = (await exported(page, /HTML/)).toString('utf8');
    const reader = await context.newPage();
    await reader.setContent(report);

    const text = await textOf(reader.locator('body'));
    expect(text).toContain('DMG-7');
    expect(text).toContain('¥129.00');
    expect(report).not.toMatch(/<script|src="http|href="http|@import/);
    expect(text).not.toContain('YT0000000001');
  });

  it('should mask the phone in a case id, and say that the rest of it and the notes are told as written', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '新建案件' }).click();
    await page.getByRole('textbox', { name: '案件编号' }).fill('张三-13800138000');
    await page.getByRole('button', { name: '立案', exact: true }).click();
    await page.getByRole('button', { name: '备注' }).click();
    await page.getByRole('textbox', { name: /备注|说明/ }).fill('王五 微信 wx_abc，电话 13900139000');
    await page.keyboard.press('Enter');

    const report = (await exported(page, /HTML/)).toString('utf8');

    expect(report).not.toMatch(/1[38]\d00/);
    expect(report).toContain('王五 微信 wx_abc，电话 ***');
    expect(report).toContain('其余为填写者原文');
    await expect.poll(() => textOf(page.locator('.notices'))).toContain('转发前请自行核对');
    await page.getByRole('button', { name: '导出' }).click();
    expect(await textOf(page.getByRole('menuitem', { name: /HTML/ }))).toContain('含备注原文');
    expect(await textOf(page.getByRole('menuitem', { name: /复制链接/ }))).toContain('备注原文');
  });

  it('should give a link that carries the events, which opens the same case elsewhere', async () => {
    const { page, context, server } = await openInspector();
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(server.url).origin,
    });
    await send(page, '买家反映破损');
    await expect.poll(() => stepsOf(page).count()).toBe(2);

    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /复制链接/ }).click();
    await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toContain('#t=');
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    const other = await context.newPage();
    await other.goto(link);

    await expect.poll(() => textsOf(stepsOf(other))).toHaveLength(2);
    expect((await textsOf(stepsOf(other)))[1]).toContain('买家反映破损');
  });

  it('should report the case of a live app, not the one that was simulated before', async () => {
    const { page, server } = await openInspector();
    await send(page, '买家反映破损');
    await page.getByRole('button', { name: '实时', exact: true }).click();
    const inspector = createWebSocketInspector({ url: server.url.replace('http', 'ws') });
    onTestFinished(() => inspector.stop());
    const input = {
      caseId: 'live-case-7',
      openedAt: '2026-03-02T09:00:00Z',
      order: { waybill: 'YT0000000001', courier: 'yto', paid: 12_900 },
    } as const;
    createActor(damagedMachine, { input, inspect: inspector.inspect })
      .start()
      .send({ type: 'damage.reported', at: '2026-03-02T10:00:00Z' });
    await page.locator('.live-steps [aria-current]').filter({ hasText: '买家反映破损' }).waitFor();

    await page.getByRole('button', { name: '导出' }).click();
    const report = await downloaded(page, () => page.getByRole('menuitem', { name: /HTML/ }).click());

    expect(report.toString('utf8')).toContain('live-case-7');
  });
});

// Helpers

/** Exports and gives the bytes of the file. */
async function exported(page: Page, kind: RegExp): Promise<Buffer> {
  await stepsOf(page).first().waitFor();
  await page.locator('svg .node.is-active').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: '导出' }).click();
  return downloaded(page, () => page.getByRole('menuitem', { name: kind }).click());
}
