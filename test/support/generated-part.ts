import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const root = new URL('../../', import.meta.url);

/**
 * Holds one part of a page, between `<!-- name -->` and `<!-- /name -->`, against its rendering, or writes it where
 * `UPDATE_DOCS` is set.
 */
export function expectGeneratedPart(path: string, name: string, rendering: string): void {
  const file = new URL(path, root);
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path} has no part ${begin} ... ${end}.`);
  const current = `${before}${begin}\n\n${rendering.trim()}\n\n${end}${after}`;
  if (process.env.UPDATE_DOCS) writeFileSync(file, current);
  const kept = readFileSync(file, 'utf8');
  expect(
    kept === current,
    `${path} is stale at ${begin}. Run "npm run docs" and commit what it writes.`,
  ).toBe(true);
}
