import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { describeInBrowser, openInspector, picture } from './support/inspector.ts';

const scenario = 'scenarios/damaged/left-with-guard-without-consent.yaml';

/** Takes the pictures of docs/inspector.md when documentation is written anew. */
describeInBrowser('the pictures of the documentation', () => {
  it('should show a case that was ruled', async () => {
    const { page } = await openInspector({
      ...size,
      reducedMotion: true,
      address: '#scenario=bundled/damaged/left-with-guard-without-consent.yaml',
    });
    await page.getByText('与期望完全一致').waitFor();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: '模拟', exact: true }).click();
    await page.locator('svg .box.is-active').first().waitFor();
    await page.locator('.layer').getByText('DMG-7').first().waitFor();
    await picture(page, 'inspector-simulate');

    await page.getByRole('button', { name: '决策表' }).first().click();
    await page.getByRole('dialog', { name: /决策表/ }).waitFor();
    await picture(page, 'inspector-table');

    expect(await page.locator('.decision tr.active').count()).toBe(1);
  });

  it('should show a scenario that differs from what it expects', async () => {
    const text = readFileSync(scenario, 'utf8').replace('bearer: merchant', 'bearer: courier');
    const scenarios = folderWith({ 'guard.yaml': text });
    const { page } = await openInspector({
      ...size,
      reducedMotion: true,
      scenarios,
      address: '#scenario=given/guard.yaml',
    });
    await page.getByRole('button', { name: '跳到该步' }).click();
    await page.locator('svg .box.is-active').first().waitFor();
    await picture(page, 'inspector-replay');

    expect(await page.locator('.expectations .differs').count()).toBe(1);
  });

  it('should show what scenarios reach', async () => {
    const { page } = await openInspector({ ...size, reducedMotion: true, scenarios: 'scenarios/damaged' });
    await page.getByRole('button', { name: '覆盖率' }).click();
    await page.getByRole('button', { name: '运行命令行指定的场景' }).click();
    await page.locator('.shares').waitFor({ timeout: 60_000 });
    await page.locator('svg .node.is-visited').first().waitFor();
    await picture(page, 'inspector-coverage');

    expect(await page.locator('.missed').count()).toBeGreaterThan(0);
  });

  it('should show the page on a narrow screen', async () => {
    const { page } = await openInspector({ width: 360, height: 740, reducedMotion: true });
    await page.locator('[data-choice="damage.reported"]').click();
    await page.getByRole('button', { name: '发生时间' }).first().waitFor();
    await picture(page, 'inspector-narrow');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('should be there', () => {
    const named = [...readFileSync('docs/inspector.md', 'utf8').matchAll(/\]\((images\/[^)]+)\)/g)];

    expect(named.length).toBeGreaterThan(3);
    for (const [, path = ''] of named) expect(existsSync(join('docs', path)), path).toBe(true);
  });
});

// Helpers

const size = { width: 1280, height: 800 };
