import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readText } from '../../replay/files.ts';
import { folderWith } from '../support/folder.ts';
import { chooseMachine, stepsOf, textOf } from './support/hand.ts';
import { describeInBrowser, openInspector, picture } from './support/inspector.ts';

const files = ['left-with-guard-without-consent', 'leaking-secured-and-refused'];

describeInBrowser('coverage', () => {
  it('should count what a folder of scenarios reached, tint it, and list what it never did', async () => {
    const { page } = await openCoverage();

    const pane = page.getByRole('region', { name: '覆盖率' });

    await expect.poll(() => textOf(pane)).toMatch(/状态 \d+% \d+ \/ \d+/);
    const [, reached, all] = /状态 \d+% (\d+) \/ (\d+)/.exec(await textOf(pane)) ?? [];
    expect(Number(reached)).toBeGreaterThan(5);
    expect(Number(reached)).toBeLessThan(Number(all));
    await expect.poll(() => missedStates(page).count()).toBe(1);
    expect(await textOf(pane)).toMatch(/条款 \d+% \d+ \/ \d+/);
    await picture(page, 'coverage-zh');
  });

  it('should make a scenario that gets to what was never reached', async () => {
    const { page } = await openCoverage();
    const missed = missedStates(page);
    await missed.getByText('未到达 · 状态').click();

    await missed
      .getByRole('button', { name: /生成到达此处的场景/ })
      .first()
      .click();

    await expect.poll(() => stepsOf(page).count(), { timeout: 30_000 }).toBeGreaterThan(1);
  });
});

// Helpers

/** The list of the states that no scenario reached. */
function missedStates(page: Page): Locator {
  return page.getByRole('group').filter({ hasText: '未到达 · 状态' });
}

/** Coverage of two scenarios of the package, looked at in the machine for damage. */
async function openCoverage() {
  const scenarios = folderWith(
    Object.fromEntries(
      files.map((file) => [
        `${file}.yaml`,
        `machine: damaged\n${readText(`scenarios/damaged/${file}.yaml`)}`,
      ]),
    ),
  );
  const opened = await openInspector({ scenarios });
  await chooseMachine(opened.page, '破损');
  await opened.page.getByRole('button', { name: '覆盖率', exact: true }).click();
  await opened.page.getByRole('button', { name: '运行命令行指定的场景' }).click();
  return opened;
}
