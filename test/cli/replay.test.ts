import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

const diverging = good.replace('payer.asking', 'freight.asking');

describe('parcel-exceptions replay', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should replay the bundled scenarios when no path is given', async () => {
    const { code, stdout, stderr } = await cli(['replay']);

    expect(stdout).toContain(
      'left-with-guard-without-consent.yaml  Left with a guard, no consent can be proved',
    );
    expect(stdout).toMatch(/\n\d{3} passed \(\d+\.\d\d s\)\n$/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('should replay files and folders in order, each once, and leave out what is no scenario', async () => {
    const cwd = folderWith({
      'b.yaml': good,
      'a.yml': good,
      'inner/c.json': JSON.stringify(scenarioJson),
      'inner/notes.txt': 'no scenario',
      'inner/scenario.schema.json': '{}',
      'node_modules/d.yaml': good,
      '.hidden/e.yaml': good,
    });
    symlinkSync(join(cwd, 'b.yaml'), join(cwd, 'z.yaml'));

    const { code, stdout } = await cli(['replay', 'b.yaml', '.', './a.yml'], { cwd });

    expect(files(stdout)).toEqual(['✓ b.yaml', '✓ a.yml', '✓ inner/c.json']);
    expect(code).toBe(0);
  });

  it('should explain a divergence: the step, what differs, the guards and what would be accepted', async () => {
    const cwd = folderWith({ 'wrong.yaml': diverging });

    const { code, stdout, stderr } = await cli(['replay', 'wrong.yaml'], { cwd });

    expect(stdout).toContain(`✗ wrong.yaml  Broken

    Step 1 of 2 differs: damage.reported (The buyer reported damage)  2026-03-02 10:00 UTC
      states
        expected  open.exception.damaged.assessment.freight.asking
        actual    open.exception.damaged.assessment.payer.asking
`);
    expect(stdout).toContain('leads to  Where the parcel is > Signed for');
    expect(stdout).toMatch(/Accepted now\n(.*\n)* {6}facts\.established/);
    expect(stdout).toMatch(/\n1 diverged \(.* s\)\n$/);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('should name the facts a guard read where an event was refused', async () => {
    const cwd = folderWith({
      'refused.yaml': good
        .replace('claim.filed', 'facts.corrected')
        .replace(
          'amount: 12900\n    expect: { result: ignored, reason: notExpected }',
          'facts: { stock: yes }\n    reason: mistaken',
        ),
    });

    const { code, stdout } = await cli(['replay', 'refused.yaml'], { cwd });

    expect(stdout).toContain(`      result
        expected  applied
        actual    ignored
`);
    expect(stdout).toContain('facts.corrected (Established facts were corrected): not accepted now');
    expect(stdout).toMatch(
      /fails {2}The event changes an established fact.*\(.*in stock = pending, the event says yes/,
    );
    expect(code).toBe(1);
  });

  it('should explain in Chinese when asked to, or when the system speaks Chinese', async () => {
    const cwd = folderWith({ 'wrong.yaml': diverging });

    const asked = await cli(['replay', 'wrong.yaml', '--lang', 'zh'], { cwd });
    const spoken = await cli(['replay', 'wrong.yaml'], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    const english = await cli(['replay', 'wrong.yaml', '--lang', 'en'], {
      cwd,
      env: { LANG: 'zh_CN.UTF-8' },
    });

    expect(asked.stdout).toContain('✗ wrong.yaml  破损');
    expect(asked.stdout).toContain('第 1 步（共 2 步）不一致：damage.reported（买家反映破损）');
    expect(timeless(spoken.stdout)).toBe(timeless(asked.stdout));
    expect(english.stdout).toContain('Step 1 of 2 differs');
  });

  it('should name file, line and column of what is invalid, and replay the others', async () => {
    const cwd = folderWith({ 'bad.yaml': good.replace('paid: 12900', 'paid: -1'), 'good.yaml': good });

    const { code, stdout, stderr } = await cli(['replay', '.'], { cwd });

    expect(stderr).toBe('bad.yaml:5:46: input.order.paid: must not be negative, not -1\n');
    expect(files(stdout)).toEqual(['! bad.yaml', '✓ good.yaml']);
    expect(stdout).toMatch(/\n1 passed, 1 invalid \(/);
    expect(code).toBe(2);
  });

  it.each<[what: string, content: string | Uint8Array, problem: string]>([
    ['is empty', '', 'bad.yaml:1:1: the file is empty\n'],
    [
      'is too large',
      `${good}#${'x'.repeat(1_200_000)}`,
      'bad.yaml:1:1: the file is too large: 1.2 MB (1200414 bytes); a scenario has at most 1 MB. Replay event logs with --log.\n',
    ],
    [
      'is not UTF-8',
      Buffer.concat([Buffer.from('title:\n  zh: 破'), Buffer.from([0xcb, 0xf0])]),
      'bad.yaml:2:8: not UTF-8 at byte offset 16. Save the file as UTF-8.\n',
    ],
    [
      'is UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]),
      'bad.yaml:1:1: not UTF-8 at byte offset 0. It looks like UTF-16. Save the file as UTF-8.\n',
    ],
    [
      'ends inside a character',
      Buffer.from('title: 破').subarray(0, 9),
      'bad.yaml:1:8: not UTF-8 at byte offset 7. Save the file as UTF-8.\n',
    ],
  ])('should refuse a file that %s', async (_what, content, problem) => {
    const cwd = folderWith({ 'bad.yaml': content });

    const { code, stderr } = await cli(['replay', 'bad.yaml'], { cwd });

    expect({ code, stderr }).toEqual({ code: 2, stderr: problem });
  });

  it('should refuse paths that do not exist and folders without scenarios', async () => {
    const cwd = folderWith({ 'empty/readme.txt': '', 'good.yaml': good });

    const { code, stdout, stderr } = await cli(['replay', 'nowhere', 'empty', 'good.yaml'], { cwd });

    expect(stderr).toBe(
      'nowhere: there is no such file or folder\nempty: the folder has no scenario (*.yaml, *.yml or *.json)\n',
    );
    expect(stdout).toMatch(/1 passed, 2 invalid/);
    expect(code).toBe(2);
  });

  it('should refuse a case id that two files have, and name both places', async () => {
    const named = good.replace('input:', 'input:\n  caseId: case-1');
    const cwd = folderWith({ 'a.yaml': named, 'b.yaml': `# copied\n${named}` });

    const { code, stderr } = await cli(['replay', '.'], { cwd });

    expect(stderr).toBe(
      'b.yaml:5:11: input.caseId: the case "case-1" is already in a.yaml:4:11; give each its own\n',
    );
    expect(code).toBe(2);
  });

  it('should stop after the first failure with --bail, and say what was not played', async () => {
    const cwd = folderWith({ 'a.yaml': good, 'b.yaml': diverging, 'c.yaml': good, 'd.yaml': good });

    const { code, stdout } = await cli(['replay', '.', '--bail'], { cwd });

    expect(files(stdout)).toEqual(['✓ a.yaml', '✗ b.yaml']);
    expect(stdout).toMatch(/\n1 passed, 1 diverged, 2 not played \(/);
    expect(code).toBe(1);
  });

  it('should read a scenario from stdin', async () => {
    const named = await cli(['replay', '-'], { input: diverging });
    const invalid = await cli(['replay', '-'], { input: 'title: 5\n' });

    expect(files(named.stdout)).toEqual(['✗ <stdin>']);
    expect(named.code).toBe(1);
    expect(invalid.stderr).toContain('<stdin>:1:8: title: must be a map of fields, not 5\n');
    expect(invalid.code).toBe(2);
  });

  it('should read what a shell pipes in', () => {
    const cwd = folderWith({ 'good.yaml': good });
    const { stdout } = spawnSync(
      'sh',
      ['-c', `cat good.yaml | "${process.execPath}" "${builtCli()}" replay`],
      {
        cwd,
        encoding: 'utf8',
      },
    );

    expect(files(stdout)).toEqual(['✓ <stdin>']);
  });

  it('should use no colours and show no progress where the output is no terminal, unless told to', async () => {
    const cwd = folderWith({ 'good.yaml': good });

    const piped = await cli(['replay', 'good.yaml'], { cwd });
    const forced = await cli(['replay', 'good.yaml'], { cwd, env: { FORCE_COLOR: '1' } });
    const refused = await cli(['replay', 'good.yaml', '--no-color'], { cwd, env: { FORCE_COLOR: '1' } });

    expect(piped.stdout).not.toContain('\u001b');
    expect(piped.stderr).toBe('');
    expect(forced.stdout).toContain('\u001b[32m✓\u001b[39m good.yaml');
    expect(refused.stdout).not.toContain('\u001b');
  });
});

// Helpers

const scenarioJson = {
  title: { en: 'Collected', zh: '自提' },
  input: { openedAt: '2026-03-02T09:00:00Z', order: { waybill: 'YT2', courier: 'yto', paid: 100 } },
  events: [{ at: '+1h', type: 'parcel.signed' }],
  expect: { outcome: 'delivered' },
};

/** The lines that name files, without their titles. */
function files(stdout: string): string[] {
  return stdout.split('\n').flatMap((line) => /^[✓✗!↻] \S+/.exec(line)?.[0] ?? []);
}

function timeless(text: string): string {
  return text.replace(/\d+\.\d\d s/g, 'some s');
}
