import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which XState 4 and its inspector are installed: they cannot stand beside XState 5. */
export const legacyFolder = 'test/fixtures/legacy-inspect';

/** An app that uses them. */
export const legacyApp = join(legacyFolder, 'app.cjs');

/** Installs XState 4 and its inspector into a legacyFolder of their own. Without them these tests are skipped; in CI they fail. */
export function hasLegacyInspect(): boolean {
  if (existsSync(join(legacyFolder, 'node_modules/@xstate/inspect'))) return true;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['ci', '--prefix', legacyFolder, '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  const message = `@xstate/inspect could not be installed into ${legacyFolder}: ${stderr}`;
  if (process.env.CI) throw new Error(message);
  console.warn(`\n${'!'.repeat(80)}\n${message}\nIts tests are SKIPPED.\n${'!'.repeat(80)}\n`);
  return false;
}
