import { expect, it } from 'vitest';
import { chooseMachine, eventNamed, textOf } from './support/hand.ts';
import { describeInBrowser, openInspector } from './support/inspector.ts';

const chinese = /[\u4e00-\u9fff]/;

describeInBrowser('what is wrong', () => {
  it('should be said in the language of the page, also after it was changed', async () => {
    const { page } = await openInspector();
    await chooseMachine(page, '破损');
    const extended = eventNamed(page, '已延长收货时间');
    await extended.getByRole('button', { name: /需填写/ }).click();
    await extended.getByRole('textbox', { name: /截止时间/ }).fill('');
    await extended.getByRole('button', { name: '触发', exact: true }).click();
    const wrong = page.locator('form.form .wrong');
    const before = await textOf(wrong);

    await page.getByRole('button', { name: 'English' }).click();

    await expect.poll(() => textOf(wrong)).not.toBe(before);
    expect(before).toMatch(chinese);
    expect(await textOf(wrong)).not.toMatch(chinese);
  });

  it('should be said of a link that was cut off, in Chinese and in English', async () => {
    const { page } = await openInspector({ address: '#t=abc' });
    const notice = page.locator('.notices .notice');
    const zh = await textOf(notice);

    await page.getByRole('button', { name: 'English' }).click();

    expect(zh).toMatch(/^此链接无法打开 链接在传递中被截断/);
    expect(zh).not.toMatch(/[a-z]/i);
    await expect.poll(() => textOf(notice)).toMatch(/^This link cannot be opened .*cut off or changed/);
    expect(await textOf(notice)).not.toMatch(chinese);
  });

  it('should be said of an address that names no scenario, however it is written', async () => {
    const { page, complaints } = await openInspector({ address: '#scenario=%E0%A4%A' });

    expect(await textOf(page.locator('.notices .notice'))).toContain('没有场景');
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});
