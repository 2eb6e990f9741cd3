import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

const suite = {
  'a.yaml': good,
  'b.yaml': good.replace('payer.asking', 'freight.asking').replace('en: Broken', 'en: "#1 <broken> & co"'),
  'c.yaml': good.replace('paid: 12900', 'paid: 1.5'),
};

describe('parcel-exceptions replay --reporter', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should write TAP', async () => {
    const { code, stdout } = await cli(['replay', '.', '--reporter', 'tap'], { cwd: folderWith(suite) });
    const lines = stdout.split('\n');

    expect(lines[0]).toBe('TAP version 14');
    expect(lines.filter((line) => /^(ok|not ok|1\.\.)/.test(line))).toEqual([
      'ok 1 - a.yaml - Broken',
      'not ok 2 - b.yaml - \\#1 <broken> & co',
      'not ok 3 - c.yaml',
      '1..3',
    ]);
    expect(stdout).toContain(
      `  ---
  message: Step 1 of 2 differs: damage.reported (The buyer reported damage)  2026-03-02 10:00 UTC
  differences:
    - name: states
      expected: open.exception.damaged.assessment.freight.asking
      actual: open.exception.damaged.assessment.payer.asking
`
        .replace('message: Step', 'message: "Step')
        .replace('UTC\n', 'UTC"\n'),
    );
    expect(stdout).toContain('    - "c.yaml:5:46: input.order.paid: must be a whole number of fen');
    expect(code).toBe(2);
  });

  it('should write JUnit XML', async () => {
    const { code, stdout } = await cli(['replay', '.', '--reporter', 'junit'], { cwd: folderWith(suite) });

    expect(stdout.replace(/time="\d+\.\d{3}"/g, 'time="0"')).toContain(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="parcel-exceptions" tests="3" failures="1" errors="1" time="0">
  <testsuite name="scenarios" tests="3" failures="1" errors="1" time="0">
    <testcase name="Broken" classname="scenarios" file="a.yaml" time="0"/>
    <testcase name="#1 &lt;broken&gt; &amp; co" classname="scenarios" file="b.yaml" time="0">
      <failure message="Step 1 of 2 differs: damage.reported (The buyer reported damage)  2026-03-02 10:00 UTC">`);
    expect(stdout).toContain('<error message="invalid file">c.yaml:5:46: input.order.paid: must be');
    expect(openElements(stdout)).toEqual([]);
    expect(code).toBe(2);
  });

  it('should write JSON', async () => {
    const { code, stdout } = await cli(['replay', '.', '--reporter', 'json'], { cwd: folderWith(suite) });
    const { summary, files } = JSON.parse(stdout);

    expect(summary).toMatchObject({ passed: 1, diverged: 1, invalid: 1, skipped: 0 });
    expect(files).toMatchObject([
      { file: 'a.yaml', result: 'passed', machine: 'parcelCase', case: { status: 'open' }, divergence: null },
      {
        file: 'b.yaml',
        result: 'diverged',
        divergence: {
          step: { number: 1, event: { type: 'damage.reported' }, result: 'applied' },
          differences: [{ path: 'events[0].expect.states' }],
        },
      },
      { file: 'c.yaml', result: 'invalid', problems: [expect.stringMatching(/^c\.yaml:5:46: /)] },
    ]);
    expect(code).toBe(2);
  });

  it('should never colour what programs read', async () => {
    const env = { FORCE_COLOR: '1' };

    for (const name of ['tap', 'junit', 'json']) {
      const { stdout } = await cli(['replay', '.', '--reporter', name], { cwd: folderWith(suite), env });
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('should refuse a reporter that does not exist', async () => {
    const { code, stderr } = await cli(['replay', '--reporter', 'dots']);

    expect(stderr).toContain("argument 'dots' is invalid. Allowed choices are pretty, tap, junit, json.");
    expect(code).toBe(2);
  });
});

// Helpers

/** The elements of an XML text that are not closed, or closed out of order. */
function openElements(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name, empty] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return [`unexpected </${name}>`];
    } else if (!empty) {
      open.push(String(name));
    }
  }
  return open;
}
