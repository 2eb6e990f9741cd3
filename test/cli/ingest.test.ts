import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

const payload = (name: string) => resolve('test/feeds/payloads', name);
const refused = payload('kuaidi100-push-refused.json');

beforeAll(() => {
  builtCli();
}, 120_000);

describe('parcel-exceptions ingest', () => {
  it('should print the reports, what is suspected and asked, what was assumed, and the case', async () => {
    const { code, stdout } = await cli(['ingest', '--from', 'kuaidi100', refused]);

    expect(stdout).toMatch(/^kuaidi100 {2}YT7700120034001 {2}yuantong\n/);
    expect(stdout).toMatch(/2026-03-05 02:02:11 UTC {2}203 .* event +parcel\.refused\n/);
    expect(stdout).toMatch(/Suspicion\n {2}refused by the recipient +being handled\n/);
    expect(stdout).toMatch(/To be asked\n {2}reason of the refusal +courier\n/);
    expect(stdout).toContain('Times without an offset are read as +08:00');
    expect(stdout).toContain('1.00 yuan stands for it');
    expect(stdout).toMatch(/The case\n {2}Refused, open\n/);
    expect(stdout).toMatch(/next deadline: 2026-03-08 02:02:11 UTC {2}courier/);
    expect(code).toBe(0);
  });

  it('should read what is piped in, and speak Chinese', async () => {
    const { code, stdout } = await cli(['ingest', '--from', 'kuaidi100', '-', '--lang', 'zh'], {
      input: readFileSync(refused),
    });

    expect(stdout).toContain('待查事实\n  拒收原因  快递公司\n');
    expect(stdout).toContain('案件\n  拒收，处理中\n');
    expect(code).toBe(0);
  });

  it('should take the order from its options', async () => {
    const { stdout } = await cli([
      ...['ingest', '--from', 'kuaidi100', refused, '--json'],
      ...['--paid', '59.90', '--courier', 'yto', '--zone', 'Z'],
    ]);
    const { parcels } = JSON.parse(stdout);

    expect(parcels[0].input.order).toEqual({ waybill: 'YT7700120034001', courier: 'yto', paid: 5990 });
    expect(parcels[0].reports[0]).toMatchObject({
      at: '2026-03-03T19:47:05Z',
      code: '103',
      says: 'pickedUp',
      becomes: 'evidence',
      raw: { statusCode: '103' },
    });
    expect(parcels[0].case.type.value).toBe('refused');
  });

  it('should save a scenario that replays, with every report beside it', async () => {
    const folder = folderWith({});
    const file = join(folder, 'refused.yaml');

    const saved = await cli(['ingest', '--from', 'kuaidi100', refused, '--save', file]);
    const replayed = await cli(['replay', file]);
    const again = await cli(['ingest', '--from', 'kuaidi100', refused, '--save', file]);

    expect(saved.stdout).toContain('parcel-exceptions replay');
    expect(readFileSync(file, 'utf8')).toMatch(/# event: 2026-03-05T02:02:11Z 203 快件被拒收/);
    expect([saved.code, replayed.code]).toEqual([0, 0]);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('the file exists') });
  });

  it('should print every parcel of a payload, or the one that is asked for', async () => {
    const two = payload('kdniao-push-two-parcels.json');

    const all = await cli(['ingest', '--from', 'kdniao', two]);
    const one = await cli(['ingest', '--from', 'kdniao', two, '--waybill', '462100345566778']);
    const none = await cli(['ingest', '--from', 'kdniao', two, '--waybill', 'YT1']);
    const both = await cli(['ingest', '--from', 'kdniao', two, '--save', join(folderWith({}), 'x.yaml')]);

    expect(all.stdout.match(/^kdniao /gm)).toHaveLength(2);
    expect(one.stdout.match(/^kdniao /gm)).toHaveLength(1);
    expect(none.stderr).toContain('only 75331200998811, 462100345566778');
    expect(both.stderr).toContain('choose one with --waybill');
    expect([all.code, one.code, none.code, both.code]).toEqual([0, 0, 2, 2]);
  });

  it('should say which parcels the provider rejected', async () => {
    const { stdout } = await cli([
      'ingest',
      '--from',
      '17track',
      payload('17track-answer-with-rejected.json'),
    ]);

    expect(stdout).toContain('The provider rejected XX0000000000: -18019903');
  });

  it.each([
    [['--from', 'kuaidi10', refused], 'Did you mean "kuaidi100"? Providers: kuaidi100, kdniao'],
    [[refused], '--from is missing. Providers: kuaidi100'],
    [['--from', 'aftership', refused], 'kuaidi100-push-refused.json: This is not an AfterShip'],
    [['--from', 'kuaidi100', 'nowhere.json'], 'nowhere.json: there is no such file'],
    [['--from', 'kuaidi100', refused, '--zone', 'Asia/Shanghai'], '--zone Asia/Shanghai: write an offset'],
    [['--from', 'kuaidi100', refused, '--paid', 'much'], '--paid much: write an amount in yuan'],
    [['--from', 'kuaidi100', refused, '--received', 'today'], '--received today: write an ISO date'],
    [['--from', 'kuaidi100', payload('kuaidi100-query-failed.json')], 'answered with an error'],
  ])('should refuse %s', async (args, message) => {
    const { code, stdout, stderr } = await cli(['ingest', ...args]);

    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('parcel-exceptions codes', () => {
  it('should print the cross-walk, a provider, a code of it, or a code wherever it exists', async () => {
    const [all, provider, code, everywhere] = await Promise.all([
      cli(['codes']),
      cli(['codes', 'kuaidi100']),
      cli(['codes', 'kuaidi100', '203']),
      cli(['codes', '202']),
    ]);

    expect(all.stdout.split('\n').length).toBeGreaterThan(300);
    expect(provider.stdout).toMatch(/advanced +208 +retained +triage .*perhaps held at a centre/);
    expect(code.stdout).toMatch(/203 +refused +refused by the recipient +parcel\.refused/);
    expect(everywhere.stdout).toMatch(/kuaidi100\n.*no update for long[\s\S]*kdniao\n.*out for delivery/);
    expect([all.code, provider.code, code.code, everywhere.code]).toEqual([0, 0, 0, 0]);
  });

  it('should print it in Chinese and as JSON', async () => {
    const chinese = await cli(['codes', 'kuaidi100', '203', '--lang', 'zh']);
    const json = JSON.parse((await cli(['codes', 'kdniao', '311', '--json'])).stdout);

    expect(chinese.stdout).toMatch(/快递100\n.*拒收 +收件人拒收 +parcel\.refused/);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({
      provider: 'kdniao',
      code: '311',
      says: null,
      perhaps: [{ signal: 'atPickupPoint' }, { signal: 'collected', becomes: ['parcel.collected'] }],
    });
  });

  it('should say what it does not know', async () => {
    const provider = await cli(['codes', 'kuaidi10']);
    const code = await cli(['codes', 'kuaidi100', '9999']);

    expect(provider.stderr).toContain('Did you mean "kuaidi100"?');
    expect(code.stderr).toContain('A report with it goes to triage');
    expect([provider.code, code.code]).toEqual([2, 2]);
  });
});
