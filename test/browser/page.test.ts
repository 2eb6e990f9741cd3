import { expect, it } from 'vitest';
import { describeInBrowser, openInspector } from './support/inspector.ts';

describeInBrowser('the page', () => {
  it('should open with no error and without asking anybody else', async () => {
    const { page, complaints } = await openInspector();

    expect(await page.title()).not.toBe('');
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
});
