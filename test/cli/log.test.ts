import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { lifeOf, logOf, openLine } from '../support/log.ts';

describe('parcel-exceptions replay --log', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should replay interleaved cases and sum up', async () => {
    const cwd = folderWith({
      'events.ndjson': logOf([...interleaved(lifeOf('c1'), lifeOf('c2')), openLine('c3')]),
    });

    const { code, stdout, stderr } = await cli(['replay', '--log', 'events.ndjson'], { cwd });

    expect(stdout.replace(/\(.*\)/, '(time)')).toBe(`events.ndjson: 25 lines (time)
  cases  3: 2 closed, 1 open
  closed by  refunded 2
  events  20 applied, 2 ignored, 0 rejected
  refused  notExpected 2
`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('should give the result of each case as a line of JSON', async () => {
    const { code, stdout } = await cli(['replay', '--log', '-', '--reporter', 'json'], {
      input: logOf([openLine('c2'), ...lifeOf('c1')]),
    });
    const [first, second, ...more] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(first).toMatchObject({
      case: 'c1',
      machine: 'parcelCase',
      status: 'closed',
      outcome: 'refunded',
      verdict: { payer: { article: 'DMG-7', ruling: 'merchant' } },
      applied: 10,
      refused: { notExpected: 1 },
    });
    expect(second).toMatchObject({ case: 'c2', status: 'open', outcome: null, applied: 0, refused: {} });
    expect(more).toEqual([]);
    expect(code).toBe(0);
  });

  it('should fail with --strict where an event changes nothing', async () => {
    const calm = logOf(lifeOf('c1').filter(({ event }) => event?.type !== 'replacement.signed'));

    const ignored = await cli(['replay', '--log', '-', '--strict'], { input: logOf(lifeOf('c1')) });
    const applied = await cli(['replay', '--log', '-', '--strict'], { input: calm });

    expect([ignored.code, applied.code]).toEqual([1, 0]);
  });

  it('should name each bad line by its number and go on', async () => {
    const lines = [
      JSON.stringify(openLine('c1')),
      'no json',
      '[]',
      '',
      '{"case":"c1"}',
      '{"case":"c1","evnt":{}}',
      JSON.stringify({ ...openLine('c9'), machine: 'damagd' }),
      JSON.stringify(openLine('c1')),
      JSON.stringify({ case: 'c2', event: { type: 'parcel.signed', at: '2026-03-02T10:00:00Z' } }),
      JSON.stringify({ case: 'c3', open: { openedAt: '2026-03-02T09:00:00Z' } }),
      JSON.stringify({ case: 'c1', event: { type: 'parcel.explode', at: '2026-03-02T10:00:00Z' } }),
      JSON.stringify({ case: 'c1', event: { type: 'parcel.signed', at: '2026-03-02T10:00:00Z' } }),
    ];
    const cwd = folderWith({
      'events.ndjson': Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0xff, 0x0a])]),
    });

    const { code, stdout, stderr } = await cli(['replay', '--log', 'events.ndjson'], { cwd });

    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^events\.ndjson:2:1: no JSON: /),
      'events.ndjson:3:1: must be a map of fields, not a list',
      'events.ndjson:5:1: needs either "open" or "event"',
      'events.ndjson:6:1: evnt: there is no such field; did you mean "event"?',
      expect.stringMatching(
        /^events\.ndjson:7:1: machine: "damagd" is not one of .* did you mean "damaged"\?$/,
      ),
      'events.ndjson:8:1: the case "c1" is already open',
      'events.ndjson:9:1: the case "c2" is not open; a line with "open" must come first',
      expect.stringMatching(/^events\.ndjson:10:1: The case cannot be opened with this input: +order: /),
      'events.ndjson:13:1: the line is not UTF-8',
    ]);
    expect(stdout).toContain('  cases  1: 0 closed, 1 open\n');
    expect(stdout).toContain('  events  1 applied, 0 ignored, 1 rejected\n  refused  unknown 1\n');
    expect(stdout).toContain('  bad lines  9\n');
    expect(code).toBe(2);
  });

  it.each<[what: string, args: string[], message: string]>([
    ['a log that does not exist', ['nowhere.ndjson'], 'nowhere.ndjson: there is no such file\n'],
    ['a folder', ['.'], '.: it is a folder; a log is one file\n'],
    ['scenarios beside it', ['-', 'a.yaml'], '--log replays a log; name no scenarios beside it.\n'],
    ['an update', ['-', '--update'], '--log does not go together with --bail or --update.\n'],
    [
      'a reporter of tests',
      ['-', '--reporter', 'tap'],
      '--log works with --reporter pretty or json, not tap.\n',
    ],
  ])('should refuse %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await cli(['replay', '--log', ...args]);

    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: message });
  });
});

// Helpers

function interleaved<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  return one.flatMap((item, index) => [item, ...other.slice(index, index + 1)]);
}
