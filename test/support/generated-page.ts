import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const root = new URL('../../', import.meta.url);
const notice = '<!-- Generated. Change what it is generated from and run "npm run docs". -->\n\n';

/**
 * Holds a page of the repository against its rendering, or writes it where `UPDATE_DOCS` is set. Generated pages say
 * so in their first line.
 * @param path Path from the root of the repository, such as `docs/rulebook.md`.
 */
export function expectGenerated(path: string, rendering: string): void {
  const file = new URL(path, root);
  const page = `${notice}${rendering}`;
  if (process.env.UPDATE_DOCS) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, page);
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(kept === page, `${path} is stale. Run "npm run docs" and commit what it writes.`).toBe(true);
}
