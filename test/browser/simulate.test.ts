import { expect, it } from 'vitest';
import { chooseMachine, eventNamed, eventsOf, send, stepsOf, textOf, textsOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('simulating', () => {
  it('should let an event happen with one click, and say where the case is now', async () => {
    const { page, complaints } = await openInspector();
    await eventsOf(page)
      .getByRole('button', { name: /买家自提/ })
      .first()
      .click();

    await expect.poll(() => textsOf(stepsOf(page))).toHaveLength(2);
    expect((await textsOf(stepsOf(page)))[1]).toMatch(/^1 买家自提/);
    await expect
      .poll(() => page.locator('[aria-live]').allInnerTexts())
      .toContainEqual(expect.stringMatching(/已自提/));
    expect(complaints).toEqual([]);
  });

  it('should ask for the fields of an event with sensible defaults, and say which are wrong', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    const extended = eventNamed(page, '已延长收货时间');
    await extended.getByRole('button', { name: /需填写/ }).click();
    const until = extended.getByRole('textbox', { name: /截止时间/ });
    const proposed = await until.inputValue();

    await until.fill('');
    await extended.getByRole('button', { name: '触发', exact: true }).click();
    const wrong = await until.getAttribute('aria-invalid');
    const described = await extended.locator(`#${await until.getAttribute('aria-describedby')}`).innerText();
    const before = await stepsOf(page).count();
    await until.fill(proposed);
    await extended.getByRole('button', { name: '触发', exact: true }).click();

    expect(proposed).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/);
    expect([wrong, before]).toEqual(['true', 1]);
    expect(described).not.toBe('');
    await expect.poll(() => stepsOf(page).count()).toBe(2);
  });

  it('should let silence happen: advance to the next deadline, whose lapse is a step of its own', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    const running = page.getByRole('list', { name: '计时中的期限' });
    await expect.poll(() => textOf(running)).toContain('举证期限');

    await page.getByRole('button', { name: /快进到下一个期限/ }).click();

    await expect.poll(() => textsOf(stepsOf(page))).toHaveLength(3);
    expect(await textOf(running)).not.toContain('举证期限');
    await page.getByRole('tab', { name: '变化' }).click();
    await expect.poll(() => textOf(page.getByRole('tabpanel'))).toContain('举证逾期');
  });

  it('should keep what was tried before when another event is tried from an earlier step', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    await send(page, '买家撤销');
    await stepsOf(page).filter({ hasText: '买家反映破损' }).click();
    await send(page, '买家确认收货');

    await expect.poll(() => stepsOf(page).count()).toBe(4);
    const all = await textsOf(stepsOf(page));
    expect(all.join('\n')).toMatch(/买家反映破损[\s\S]*买家撤销/);
    expect(all.join('\n')).toContain('买家确认收货');

    await stepsOf(page).filter({ hasText: '买家撤销' }).click();
    await page.getByRole('tab', { name: '状态与案情' }).click();
    expect(await textOf(page.getByRole('tabpanel'))).toContain('告知买家结果');
  });

  it('should step back and forward', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损');
    const waiting = page.getByRole('tabpanel').getByText('等待举证');
    await page.getByRole('tab', { name: '状态与案情' }).click();
    await expect.poll(() => waiting.count()).toBe(1);

    await page.getByRole('button', { name: '后退一步' }).click();
    await expect.poll(() => waiting.count()).toBe(0);
    await page.getByRole('button', { name: '前进一步' }).click();

    await expect.poll(() => waiting.count()).toBe(1);
  });

  it('should compare any two steps', async () => {
    const { page } = await openInspector({
      address: '#scenario=bundled/damaged/left-with-guard-without-consent.yaml',
    });
    await stepsOf(page).filter({ hasText: '退款到账' }).click();
    await page.getByRole('tab', { name: '变化' }).click();
    const compared = page.getByRole('combobox', { name: '与哪一步比较' });
    const since = await textOf(page.getByRole('tabpanel'));
    const opened = await compared.locator('option').filter({ hasText: /^0 / }).getAttribute('value');
    await compared.selectOption(opened);

    await expect.poll(() => textOf(page.getByRole('tabpanel'))).toContain('责任认定');
    expect(since).not.toContain('责任认定');
  });

  it('should move the automatic confirmation with the opening of a new case, unless it was changed', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '新建案件' }).click();
    const opened = page.getByLabel(/^立案时间/);
    const due = page.getByLabel(/^自动确认收货时间/);

    await opened.fill('2026-01-01T08:00');
    await expect.poll(() => due.inputValue()).toBe('2026-01-11T08:00');
    await due.fill('2026-02-01T08:00');
    await opened.fill('2026-01-02T08:00');

    await expect.poll(() => opened.inputValue()).toBe('2026-01-02T08:00');
    expect(await due.inputValue()).toBe('2026-02-01T08:00');
  });

  it('should list where an event leads with the comma of the language', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: 'English' }).click();
    const about = page.locator('.pane.left .event .about').filter({ hasText: '→' });

    await expect.poll(() => textsOf(about)).toContainEqual(expect.stringMatching(/→ .+, /));
    expect((await textsOf(about)).join('')).not.toContain('、');
  });

  it('should tell the times in a refusal as the clock of the page does', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    await send(page, '买家反映破损', async (form) => {
      await form.getByLabel(/^时间/).last().fill('2020-01-01T00:00');
    });

    const said = eventsOf(page).getByRole('status');

    await expect
      .poll(() => textOf(said))
      .toMatch(/事件时间为 2020-01-01 00:00，而案件已到 \d{4}-\d\d-\d\d \d\d:\d\d。/);
    expect(await page.locator('[data-step-line]').innerText()).toContain('事件时间为 2020-01-01 00:00，');
    expect(await textOf(page.locator('main'))).not.toMatch(/\dT\d\d:|UTC/);
  });

  it('should keep a note with a step', async () => {
    const { page } = await openInspector();
    await page.getByRole('button', { name: '备注' }).click();
    await page.getByRole('textbox', { name: /备注|说明/ }).fill('客服已电话核实');
    await page.keyboard.press('Enter');
    await eventsOf(page)
      .getByRole('button', { name: /买家自提/ })
      .first()
      .click();

    await stepsOf(page).first().click();

    await expect
      .poll(() => page.getByRole('region', { name: '时间线' }).innerText())
      .toContain('客服已电话核实');
  });
});
