import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { folderWith } from '../../support/folder.ts';

/** What stands there, once something does, in one line. */
export async function textOf(locator: Locator): Promise<string> {
  return oneLine(await locator.first().innerText());
}

/** What stands in each match, in one line each. */
export async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map(oneLine);
}

/** The pane of the events that can happen. */
export function eventsOf(page: Page): Locator {
  return page.getByRole('region', { name: '模拟', exact: true });
}

/** One event in that pane, by its title. */
export function eventNamed(page: Page, title: string): Locator {
  return eventsOf(page).getByRole('listitem').filter({ hasText: title }).first();
}

/** Lets an event happen: with the button, or, to fill in its fields first, with its form. */
export async function send(
  page: Page,
  title: string,
  fill?: (form: Locator) => Promise<void>,
): Promise<void> {
  const event = eventNamed(page, title);
  await event.getByRole('button', { name: /^(需填写|发生时间)/ }).click();
  await fill?.(event);
  await event.getByRole('button', { name: '触发', exact: true }).click();
}

/** The steps of the timeline. */
export function stepsOf(page: Page): Locator {
  return page.getByRole('region', { name: '步' }).getByRole('button');
}

/** The state of the chart of an id such as `open.remedy.waiting`. */
export function stateOf(page: Page, id: string): Locator {
  return page.locator(`svg [data-id="${id}"]`);
}

/** Chooses a machine. */
export async function chooseMachine(page: Page, title: string): Promise<void> {
  await page.getByRole('combobox', { name: '状态机' }).selectOption({ label: title });
}

/** The bytes of the file that is downloaded when something is done. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await act();
  const file = join(folderWith({}), 'downloaded');
  await (await download).saveAs(file);
  return readFileSync(file);
}

// Helpers

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
