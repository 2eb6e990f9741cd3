import { expect, it } from 'vitest';
import { eventsOf, stepsOf, textOf, textsOf } from './support/hand.ts';
import { describeInBrowser, openInspector, picture } from './support/inspector.ts';

const address = '#scenario=bundled/damaged/left-with-guard-without-consent.yaml';

describeInBrowser('the verdict', () => {
  it('should say who pays under which rule, from which source, on which facts, and what it displaced', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(3).click();

    const payer = page.getByRole('region', { name: '由谁赔付买家' });

    await expect.poll(() => textOf(payer)).toContain('DMG-7');
    expect(await textOf(payer)).toContain('商家');
    expect(await textOf(payer.getByRole('list', { name: '依据' }))).toContain('第 300 行');
    expect(await textsOf(payer.getByRole('list', { name: '理由' }).getByRole('listitem'))).toContain(
      '同意第三方签收的凭证 未出示',
    );
    await picture(page, 'verdict-zh');
  });

  it('should say what is missing, whom to ask, and what silence would mean', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(3).click();

    const recourse = page.getByRole('region', { name: '商家可向谁追偿' });

    await expect.poll(() => textOf(recourse)).toContain('破损原因');
    expect(await textOf(recourse)).toContain('询问快递公司');
    expect(await textOf(recourse)).toContain('DMG-30');
  });

  it('should say what would change it', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(3).click();
    const payer = page.getByRole('region', { name: '由谁赔付买家' });

    await payer.getByText('何种变化会改变认定').click();

    await expect.poll(() => textOf(payer.getByRole('group').first())).toContain('DMG-9');
  });

  it('should be a table too, whose rule that governs is marked', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(3).click();

    await page.getByRole('region', { name: '由谁赔付买家' }).getByRole('button', { name: '决策表' }).click();
    const table = page.getByRole('dialog').getByRole('table');
    const governing = table.locator('tr[aria-current]');

    await expect.poll(() => governing.count()).toBe(1);
    expect(await textOf(governing)).toContain('DMG-7');
    expect(await textOf(table.getByRole('row').nth(1))).toContain('当前值');
  });

  it('should show the money that moved', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(10).click();

    const money = page.getByRole('tabpanel').getByRole('table').last();

    await expect
      .poll(() => textsOf(money.getByRole('row')))
      .toContainEqual(expect.stringMatching(/担保账户 → 买家.*¥129\.00/));
    expect(await textsOf(money.getByRole('row'))).toContainEqual(
      expect.stringMatching(/快递公司 → 商家.*¥100\.00/),
    );
  });

  it('should give the reason of every event that is stopped by a condition', async () => {
    const { page } = await openInspector({ address });
    await stepsOf(page).nth(3).click();
    await page.getByRole('button', { name: '模拟', exact: true }).click();

    const stopped = eventsOf(page).getByRole('listitem').filter({ hasText: '买家选择就地购买配件' }).first();

    await expect
      .poll(() => textOf(stopped))
      .toContain('有凭证表明损坏的是可单独购买的部件（损坏程度＝待查）');
  });
});
