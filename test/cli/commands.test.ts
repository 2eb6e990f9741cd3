import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineNames } from '../../machines/index.ts';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

const left = 'damaged/left-with-guard-without-consent';

beforeAll(() => {
  builtCli();
}, 120_000);

describe('parcel-exceptions explain', () => {
  it('should explain where the case of a scenario stands at its end, and why', async () => {
    const { code, stdout } = await cli(['explain', left]);

    expect(stdout).toMatch(/^left-with-guard-without-consent {2}Damaged, closed\n/);
    expect(stdout).toContain('Who makes the buyer whole: merchant\n  rule     DMG-7  ');
    expect(code).toBe(0);
  });

  it('should explain it after a step, from the case just opened to the end', async () => {
    const opened = await cli(['explain', left, '--at', '0']);
    const asked = await cli(['explain', left, '--at', '1']);

    expect(opened.stdout).toMatch(/^left-with-guard-without-consent {2}no exception, open\n/);
    expect(asked.stdout).toContain('Who makes the buyer whole: pending');
  });

  it('should say whether an event would be accepted, given by its type or as a whole', async () => {
    const type = await cli(['explain', left, '--at', '3', '--event', 'refund.paid']);
    const whole = await cli([
      'explain',
      left,
      '--at',
      '4',
      '--event',
      '{"type":"refund.paid","at":"2026-03-02T15:00:00Z","amount":1}',
    ]);
    const misspelt = await cli(['explain', left, '--event', 'refund.payed']);

    expect(type.stdout).toMatch(/^refund\.paid \(The refund was paid\): not accepted now\n/);
    expect(whole.stdout).toContain('fails  The refund is exactly what the buyer paid for the goods');
    expect(misspelt.stdout).toContain('Did you mean "refund.paid"?');
    expect([type.code, whole.code, misspelt.code]).toEqual([0, 0, 0]);
  });

  it('should say what would change the ruling', async () => {
    const { stdout } = await cli(['explain', left, '--at', '3', '--changes']);

    expect(stdout).toContain('What would change the ruling');
    expect(stdout).toContain(
      'DMG-5  proof that the buyer consented to a third party signing = shown (now missing)',
    );
  });

  it('should explain in Chinese', async () => {
    const { stdout } = await cli(['explain', left, '--at', '3', '--lang', 'zh']);

    expect(stdout).toContain('由谁赔付买家：商家');
  });

  it('should explain a file and what comes from stdin, whether or not it does what it expects', async () => {
    const diverging = good.replace('payer.asking', 'freight.asking');
    const cwd = folderWith({ 'mine.yaml': diverging });

    const file = await cli(['explain', 'mine.yaml'], { cwd });
    const piped = await cli(['explain', '-'], { input: diverging });

    expect(file.stdout).toContain('Damaged, open');
    expect(piped.stdout).toContain('Damaged, open');
  });

  it.each<[what: string, args: string[], message: string]>([
    ['a scenario that does not exist', ['nowhere'], 'nowhere: there is no such file or folder\n'],
    [
      'a step that does not exist',
      [left, '--at', '11'],
      '--at 11: the scenario has the steps 1 to 10; 0 is the case just opened.\n',
    ],
    [
      'a step that is no number',
      [left, '--at', 'last'],
      '--at last: the scenario has the steps 1 to 10; 0 is the case just opened.\n',
    ],
    [
      'an event that is no JSON',
      [left, '--event', '{type}'],
      expect.stringMatching(/^--event: this is no JSON: /),
    ],
  ])('should refuse %s', async (_what, args, message) => {
    expect(await cli(['explain', ...args])).toEqual({ code: 2, stdout: '', stderr: message });
  });

  it('should refuse an invalid scenario with its place', async () => {
    const { code, stderr } = await cli(['explain', '-'], { input: good.replace('paid:', 'piad:') });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '<stdin>:5:40: input.order.piad: there is no such field; did you mean "paid"?\n',
    });
  });
});

describe('parcel-exceptions rules', () => {
  it('should print the rulebook as a table, in English and Chinese', async () => {
    const english = await cli(['rules']);
    const chinese = await cli(['rules', '--lang', 'zh']);

    expect(english.stdout).toMatch(/^DMG-7 +payer +merchant +001:300 +Left with a third party/m);
    expect(chinese.stdout).toMatch(/^DMG-7 +.*第三方签收且无法证明买家同意/m);
    expect([english.code, chinese.code]).toEqual([0, 0]);
  });

  it('should print only one exception type', async () => {
    const { stdout } = await cli(['rules', '--type', 'lost']);

    expect(stdout).toMatch(/^LST-1 /m);
    expect(stdout).not.toMatch(/^DMG-\d/m);
  });

  it('should print only what the product decided by itself', async () => {
    const { stdout } = await cli(['rules', '--assumed', '--type', 'damaged']);

    expect(stdout).toMatch(/^A-35 +DMG-3 /m);
    expect(stdout).not.toMatch(/DMG-7 /);
  });

  it('should print JSON and Markdown', async () => {
    const json = await cli(['rules', '--json']);
    const markdown = await cli(['rules', '--markdown']);

    expect(JSON.parse(json.stdout).articles.find(({ id }: { id: string }) => id === 'DMG-7')).toMatchObject({
      type: 'damaged',
      ruling: 'merchant',
    });
    expect(markdown.stdout).toMatch(/^\| DMG-7 \|/m);
  });

  it.each<[what: string, args: string[], message: RegExp]>([
    ['an unknown type', ['--type', 'damagd'], /^There is no exception type "damagd"/],
    ['a date that is none', ['--on', 'today'], /^"today" is no date\. Write it as /],
    ['a date before all parameters', ['--on', '1999-12-31'], /in force on 1999-12-31/],
    ['two forms at once', ['--json', '--markdown'], /'--json' cannot be used with option '--markdown'/],
  ])('should refuse %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await cli(['rules', ...args]);

    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('should end quietly when the reader closes the pipe', () => {
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${builtCli()}" rules --json | head -n 1`],
      { encoding: 'utf8' },
    );

    expect({ stdout, stderr, status }).toEqual({ stdout: '{\n', stderr: '', status: 0 });
  });
});

describe('parcel-exceptions schema', () => {
  it('should print the JSON Schema that editors use', async () => {
    const { code, stdout } = await cli(['schema']);

    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8')));
    expect(code).toBe(0);
  });

  it('should print the JSON Schema of events and of the input', async () => {
    const event = await cli(['schema', 'event']);
    const input = await cli(['schema', 'input']);

    expect(JSON.parse(event.stdout).anyOf).toContainEqual(
      expect.objectContaining({ required: ['type', 'at', 'amount'], additionalProperties: false }),
    );
    expect(JSON.parse(input.stdout).required).toEqual(['caseId', 'openedAt', 'order']);
  });

  it('should refuse what has no schema', async () => {
    const { code, stderr } = await cli(['schema', 'events']);

    expect(stderr).toContain('Allowed choices are scenario, event, input.');
    expect(code).toBe(2);
  });
});

describe('parcel-exceptions draw', () => {
  it('should draw the parcel case with its regions', async () => {
    const { code, stdout } = await cli(['draw']);

    expect(stdout).toMatch(/^stateDiagram-v2\n {2}\[\*\] --> open\n/);
    expect(stdout.match(/^ {4}--$/gm)).toHaveLength(6);
    expect(stdout.length).toBeLessThan(50_000);
    expect(stdout).toContain('remedy_choosing --> remedy_refunding: ');
    expect(code).toBe(0);
  });

  it('should draw one machine, in Chinese', async () => {
    const { stdout } = await cli(['draw', 'damaged', '--lang', 'zh']);

    expect(stdout).toContain('state "漏液" as damaged_leaking\n');
  });

  it('should draw a view as an SVG file of its own', async () => {
    const { code, stdout } = await cli(['draw', '--format', 'svg', '--view', 'damaged', '--lang', 'zh']);

    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>\n$/s);
    expect(stdout).toContain('data-id="open.exception.damaged.leaking"');
    expect(stdout).not.toContain('data-id="open.exception.lost.searching"');
    expect(code).toBe(0);
  });

  it('should refuse a view that does not exist', async () => {
    const { code, stderr } = await cli(['draw', 'damaged', '--format', 'svg', '--view', 'lost']);

    expect([code, stderr]).toEqual([2, 'There is no view "lost". Views: all.\n']);
  });

  it('should refuse a machine that does not exist', async () => {
    expect(await cli(['draw', 'damage'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no machine "damage". Did you mean "damaged"? Machines: ${machineNames.join(', ')}.\n`,
    });
  });
});

describe('parcel-exceptions start', () => {
  it('should replay the bundled scenarios and walk through one case to its verdict', async () => {
    const { code, stdout } = await cli(['start']);

    expect(stdout).toMatch(
      /^Replayed \d{3} bundled scenarios: every one does what it expects \(\d+\.\d s\)\.\n/,
    );
    expect(stdout).toContain(`2026-03-02 13:30  The buyer chose a refund
                  ● What the buyer gets > Refund under way
                  → refund ¥129.00 to the buyer out of escrow
`);
    expect(stdout).toContain('§ DMG-7 Who makes the buyer whole: merchant');
    expect(stdout).toContain('After-sales service handbook 001, line 300 (stated, R-101)');
    expect(stdout).toContain('¥100.00  courier → merchant ');
    expect(code).toBe(0);
  });

  it('should speak Chinese', async () => {
    const { stdout } = await cli(['start', '--lang', 'zh']);

    expect(stdout).toContain(`2026-03-02 13:30  买家选择退款
                  ● 对买家的补救 › 退款中
                  → 向买家退款 ¥129.00，出自担保账户
`);
    expect(stdout).not.toMatch(/→ .*[a-z]{4}/);
  });
});
