import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario } from '../support/scenario-text.ts';
import { chooseMachine, downloaded, eventsOf, send, stepsOf, textOf } from './support/hand.ts';
import { describeInBrowser, openInspector, picture } from './support/inspector.ts';

const scenario = 'bundled/damaged/left-with-guard-without-consent.yaml';

describeInBrowser('replaying', () => {
  it('should open a scenario of the package from the list', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '回放', exact: true }).click();
    await page.getByRole('searchbox', { name: '筛选场景' }).fill('门卫代签且无法证明');
    await page
      .getByRole('button', { name: /门卫代签且无法证明买家同意/ })
      .first()
      .click();

    await expect.poll(() => stepsOf(page).count()).toBe(11);
    expect(await textOf(page.getByRole('region', { name: '回放' }))).toContain('与期望完全一致');
    await picture(page, 'replay-zh');
  });

  it('should play a scenario step by step', async () => {
    const { page } = await openInspector({ address: `#scenario=${scenario}` });
    await expect.poll(() => textOf(page.getByRole('region', { name: '时间线' }))).toContain('第 0 / 10 步');

    await page.getByRole('button', { name: '播放' }).click();

    await expect
      .poll(() => textOf(page.getByRole('region', { name: '时间线' })), { timeout: 30_000 })
      .toContain('第 10 / 10 步');
  });

  it('should mark the first step that differs, with what was expected and what happened', async () => {
    const text = readFileSync('scenarios/damaged/left-with-guard-without-consent.yaml', 'utf8');
    const wrong = text.replace('DMG-7, bearer: merchant', 'DMG-7, bearer: courier');
    const { page } = await openInspector({
      scenarios: folderWith({ 'wrong.yaml': wrong }),
      address: '#scenario=given/wrong.yaml',
    });

    const pane = page.getByRole('region', { name: '回放' });

    await expect.poll(() => textOf(pane)).toContain('与期望不一致');
    expect(await textOf(pane)).toMatch(/期望.*快递公司|courier/);
    expect(await textOf(pane)).toMatch(/实际.*商家|merchant/);
  });

  it('should say in words that there is none of what is expected', async () => {
    const text = readFileSync('scenarios/damaged/left-with-guard-without-consent.yaml', 'utf8');
    const [head = '', ...rest] = text.split('\nexpect:');
    const wrong = `${head}\nexpect:\n  surcharge: { article: DMG-7, bearer: merchant }${rest.join('').replace(/\n {2}surcharge:.*/, '')}`;
    const { page } = await openInspector({
      scenarios: folderWith({ 'wrong.yaml': wrong }),
      address: '#scenario=given/wrong.yaml',
    });

    const pane = page.getByRole('region', { name: '回放' });

    await expect.poll(() => textOf(pane)).toContain('与期望不一致');
    expect(await textOf(pane)).toMatch(/期望 DMG-7 merchant 实际 无/);
    expect(await textOf(pane)).not.toContain('null');
  });

  it('should open a file that is picked, and say what is wrong with one that cannot be read', async () => {
    const folder = folderWith({
      'mine.yaml': goodScenario,
      'wrong.yaml': goodScenario.replace('paid:', 'piad:'),
    });
    const { page } = await openInspector();
    await page.getByRole('button', { name: '回放', exact: true }).click();
    const picker = page.locator('input[type=file]').first();
    await picker.setInputFiles(join(folder, 'wrong.yaml'));
    await expect.poll(() => textOf(page.locator('body'))).toContain('wrong.yaml:5:40');
    expect(await textOf(page.locator('body'))).toContain('input.order.piad');

    await picker.setInputFiles(join(folder, 'mine.yaml'));

    await expect.poll(() => textOf(page.getByRole('region', { name: '回放' }))).toContain('mine.yaml');
    expect(await stepsOf(page).count()).toBeGreaterThan(1);
  });

  it('should open what a carrier reports as the case it makes', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '回放', exact: true }).click();

    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles('test/feeds/payloads/kdniao-push-two-parcels.json');

    await expect
      .poll(() => textOf(page.getByRole('region', { name: '回放' })))
      .toContain('kdniao-push-two-parcels.json');
    expect(await textOf(page.locator('body'))).toContain('文件含多个包裹');
  });

  it('should open a file that is dropped on the page', async () => {
    const { page } = await openInspector();
    const data = await page.evaluateHandle(`
      const carried = new DataTransfer();
      carried.items.add(new File([${JSON.stringify(goodScenario)}], 'dropped.yaml'));
      carried;
    `);

    await eventsOf(page).waitFor();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await page.locator('body').dispatchEvent(type, { dataTransfer: data });
    }

    await expect.poll(() => textOf(page.getByRole('region', { name: '回放' }))).toContain('dropped.yaml');
  });

  it('should save the path that was taken as a scenario that replays green', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    await page.getByRole('button', { name: /快进到下一个期限/ }).click();
    await expect.poll(() => stepsOf(page).count()).toBe(3);

    await page.getByRole('button', { name: '存为场景' }).click();
    await page.getByRole('textbox', { name: '中文标题' }).fill('买家未举证');
    const file = await downloaded(page, () =>
      page.getByRole('dialog').getByRole('button', { name: '下载' }).click(),
    );

    const saved = readScenario(file.toString('utf8'), 'saved.yaml');
    expect(saved.title.zh).toBe('买家未举证');
    expect(run(saved).divergence).toBeNull();
    expect(run(saved).trace.length).toBeGreaterThan(1);
  });

  it('should list the scenarios of the folder it was started with', async () => {
    const { page } = await openInspector({ scenarios: folderWith({ 'own/mine.yaml': goodScenario }) });
    await page.getByRole('button', { name: '回放', exact: true }).click();

    const given = page.getByRole('region', { name: '回放' }).getByRole('group').first();
    await expect.poll(() => textOf(given)).toMatch(/^命令行指定的场景 1 /);
  });
});
