import { expect, it } from 'vitest';
import { chooseMachine, send, stepsOf, textOf, textsOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('keeping what was tried', () => {
  it('should have the case, its branches and its remarks again after a reload', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    await send(page, '买家撤销');
    await page.getByRole('button', { name: '后退一步' }).click();
    await page.getByRole('button', { name: '备注' }).click();
    await page.keyboard.type('已电话核实');
    await page.keyboard.press('Enter');
    await send(page, '买家确认收货');
    const before = await textsOf(stepsOf(page));
    await page.waitForLoadState('networkidle');

    await page.reload();

    await expect.poll(() => textsOf(stepsOf(page))).toEqual(before);
    expect(before).toHaveLength(4);
    expect(await textOf(page.locator('.where'))).toBe('第 2 / 2 步');
    await page.getByRole('button', { name: '后退一步' }).click();
    await page.getByText('已电话核实').waitFor();
  });

  it('should open an address as it is when nothing was tried there', async () => {
    const { page } = await openInspector({
      address: '#scenario=bundled/damaged/left-with-guard-without-consent.yaml',
    });
    await page.getByRole('button', { name: '换一个场景' }).waitFor();

    await page.reload();

    await page.getByRole('button', { name: '换一个场景' }).waitFor();
  });

  it('should lead back to a case with steps when another was opened over it', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    const back = page.getByRole('button', { name: '返回上一案件' });
    await send(page, '买家反映破损');
    await chooseMachine(page, '拒收');
    await expect.poll(() => stepsOf(page).count()).toBe(1);

    await back.click();

    await expect.poll(() => textsOf(stepsOf(page))).toHaveLength(2);
    expect((await textsOf(stepsOf(page)))[1]).toContain('买家反映破损');
    expect(await back.count()).toBe(0);
  });

  it('should give up a remark with Escape, and go on writing after what stands there', async () => {
    const { page } = await openInspector();
    const remark = page.locator('.note-button');
    await remark.click();
    await page.keyboard.type('写错了');
    await page.keyboard.press('Escape');
    const givenUp = await textOf(remark);

    await remark.click();
    await page.keyboard.type('第一句');
    await page.keyboard.press('Enter');
    await remark.click();
    await page.keyboard.type('，第二句');
    await page.keyboard.press('Enter');

    expect(givenUp).toBe('备注');
    expect(await textOf(remark)).toBe('第一句，第二句');
  });
});
