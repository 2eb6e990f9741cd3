import { describe, expect, it } from 'vitest';
import { adapters, payloadsOf, providerNames, readFeed } from '../../feeds/index.ts';
import { ingest } from '../../replay/ingest.ts';
import { scenarioSource } from '../../replay/ingest-scenario.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { typeOf } from '../support/ingested.ts';
import { parcelsOfFile, payloadFiles, payloadText, providerOfFile } from '../support/payloads.ts';

/** What each payload must make: waybill, exception, events, what is asked, what a person must decide on. */
const expected: Readonly<
  Record<string, readonly (readonly [string, string | null, string, string, string])[]>
> = {
  '17track-answer-with-rejected.json': [['JT3000112233445', 'lost', 'tracking.stale', '', 'lost']],
  '17track-webhook-refused.json': [
    ['YT7700120039999', 'refused', 'parcel.outForDelivery parcel.refused', 'refusalReason', ''],
  ],
  'aftership-answer-signed.json': [['SF1300112233445', null, 'parcel.outForDelivery parcel.signed', '', '']],
  'aftership-tracking-expired.json': [['312000777000111', 'lost', 'tracking.stale', '', 'lost']],
  'aftership-webhook-lost.json': [['312000777888999', 'lost', 'loss.reported', '', '']],
  'generic-history.json': [['9700112233445', null, 'parcel.outForDelivery', '', 'unreachable']],
  'kdniao-push-two-parcels.json': [
    ['75331200998811', 'damaged', 'damage.warned', 'damageProof damageExtent damageCause', ''],
    ['462100345566778', 'misrouted', 'parcel.missorted', '', ''],
  ],
  'kdniao-query-standing-still.json': [['773300998877665', 'lost', 'tracking.stale', '', 'lost']],
  'kuaidi100-push-aborted.json': [['312000456789012', null, '', '', 'notPickedUp standingStill']],
  'kuaidi100-push-corrected.json': [
    ['75320011998877', 'recipient', 'parcel.outForDelivery recipient.unreachable', '', ''],
  ],
  'kuaidi100-push-form.txt': [
    ['YT7700120034777', 'overArea', 'address.outsideArea', 'courierChoice acceptedOutsideRange', ''],
  ],
  'kuaidi100-push-refused.json': [
    ['YT7700120034001', 'refused', 'parcel.outForDelivery parcel.refused', 'refusalReason', ''],
  ],
  'kuaidi100-query-without-codes.json': [
    ['77330012450087', null, 'parcel.outForDelivery', 'signedBy contactProof consentProof', ''],
  ],
  'logistics-status-retained.json': [
    ['75331200223344', null, '', '', 'held missorted wrongHeading missedRun'],
  ],
  'logistics-status-station.json': [
    ['YT7700120035555', null, 'parcel.outForDelivery', 'contactProof consentProof signedBy', ''],
  ],
  'shipengine-tracking-outside-area.json': [
    ['SF1300998800001', 'overArea', 'address.outsideArea', 'courierChoice acceptedOutsideRange', 'declined'],
  ],
  'shipengine-webhook-damaged.json': [
    ['SF1300998877665', 'damaged', 'damage.warned', 'damageProof damageExtent damageCause', ''],
  ],
  'trackingmore-answer-returned.json': [['4600112233445', 'standstill', 'parcel.returning', '', '']],
  'trackingmore-webhook-damaged-or-lost.json': [['75331299887766', null, '', '', 'damaged lost']],
};

const readable = payloadFiles.filter((file) => file !== 'kuaidi100-query-failed.json');

describe('payloads in the documented form of each provider', () => {
  it('should be there for every provider', () => {
    expect([...new Set(payloadFiles.map(providerOfFile))].sort()).toEqual([...providerNames].sort());
  });

  it.each(readable)('should make the case that %s tells', (file) => {
    const made = parcelsOfFile(file).map((parcel) => {
      const result = ingest(parcel);
      return [
        parcel.waybill,
        typeOf(result),
        result.reports.flatMap(({ events }) => events.map(({ type }) => type)).join(' '),
        result.asks.map(({ fact }) => fact).join(' '),
        result.suspicions.flatMap(({ stands, signal }) => (stands === 'open' ? [signal] : [])).join(' '),
      ];
    });

    expect(made).toEqual(expected[file]);
  });

  it.each(readable)('should keep every report of %s, as it came', (file) => {
    for (const parcel of parcelsOfFile(file)) {
      const { reports } = ingest(parcel);
      const kept = new Set(reports.map(({ reading }) => reading.scan.key));

      expect(kept.size).toBe(parcel.readings.length);
      for (const { reading, why } of reports) {
        const raw = JSON.stringify(reading.scan.raw);
        expect(raw, reading.scan.key).toBeDefined();
        expect(JSON.stringify(payloadsOf(payloadText(file), file))).toContain(raw);
        expect(why.en.length * why.zh.length).toBeGreaterThan(0);
      }
    }
  });

  it.each(readable)('should make scenarios of %s that replay', (file) => {
    for (const parcel of parcelsOfFile(file)) {
      const made = ingest(parcel);
      const source = scenarioSource(made) ?? '';
      const replayed = run(readScenario(source, file));

      expect(replayed.divergence).toBeNull();
      expect(replayed.trace.flatMap(({ lapses }) => lapses)).toEqual([]);
      expect(replayed.snapshot.value).toEqual(made.snapshot?.value);
      for (const { reading } of made.reports) {
        expect(source.replace(/\s+/g, ' ')).toContain(reading.scan.text.replace(/\s+/g, ' '));
      }
    }
  });

  it('should say what the provider could not look up', () => {
    const file = '17track-answer-with-rejected.json';

    const { rejected } = readFeed(adapters['17track'], payloadsOf(payloadText(file), file));

    expect(rejected).toEqual([{ waybill: 'XX0000000000', reason: '-18019903 Carrier can not be detected.' }]);
  });

  it('should put the pushes of one parcel together, each report once', () => {
    const text = payloadText('kuaidi100-push-refused.json');
    const first = JSON.parse(text);
    first.lastResult.data = first.lastResult.data.slice(2);
    first.lastResult.state = '1001';

    const { parcels } = readFeed(adapters.kuaidi100, [first, JSON.parse(text), JSON.parse(text)]);

    expect(parcels.map(({ readings }) => readings.map(({ scan }) => scan.code))).toEqual([
      ['103', '1002', '1001', '5', '203'],
    ]);
  });

  it('should read the names of states where kuaidi100 gives no numbers', () => {
    const push = JSON.parse(payloadText('kuaidi100-push-refused.json'));
    for (const record of push.lastResult.data) delete record.statusCode;

    const [parcel] = readFeed(adapters.kuaidi100, [push]).parcels;

    expect(parcel?.readings.map(({ scan }) => scan.code)).toEqual(['1', '1002', '1001', '5', '203']);
  });

  it('should date the state of a parcel by when it was received', () => {
    const payload = JSON.parse(payloadText('aftership-tracking-expired.json'));

    const [dated] = readFeed(adapters.aftership, [payload], { receivedAt: '2026-02-20T00:00:00Z' }).parcels;
    const [borrowed] = readFeed(adapters.aftership, [payload]).parcels;

    expect(dated?.readings.at(-1)?.scan).toMatchObject({ at: '2026-02-20T00:00:00Z', code: 'Expired_001' });
    expect(dated?.assumptions).toEqual([]);
    expect(borrowed?.readings.at(-1)?.scan).toMatchObject({ at: '2026-01-20T02:00:00Z', basis: 'borrowed' });
    expect(borrowed?.assumptions.map(({ en }) => en).join()).toContain('has no time');
  });
});

describe('payloads that cannot be read', () => {
  it('should be refused with the field that is not as documented', () => {
    const broken = JSON.parse(payloadText('kuaidi100-push-refused.json'));
    broken.lastResult.data[1] = 'text';
    broken.lastResult.nu = '';

    expect(() => readFeed(adapters.kuaidi100, [broken])).toThrow(
      /not a kuaidi100 push.*--from[\s\S]*lastResult\.nu: .*number of the parcel[\s\S]*lastResult\.data\[1\]: /,
    );
  });

  it('should be refused with the report whose time cannot be read', () => {
    const broken = JSON.parse(payloadText('kdniao-push-two-parcels.json'));
    broken.Data[1].Traces[0].AcceptTime = '2026-02-30 10:00:00';

    expect(() => readFeed(adapters.kdniao, [broken])).toThrow(
      /462100345566778[\s\S]*Data\[1\]\.Traces\[0\]: its time "2026-02-30 10:00:00" cannot be read/,
    );
  });

  it.each([['kuaidi100-query-failed.json', /kuaidi100 answered with an error.*500 查询无结果/]])(
    'should be refused with what the provider answered: %s',
    (file, message) => {
      expect(() => parcelsOfFile(file)).toThrow(message);
    },
  );

  it.each([
    ['kdniao', { Success: false, Reason: 'no balance' }],
    ['aftership', { meta: { code: 401, message: 'Invalid API key' }, data: {} }],
    ['17track', { code: -18010002, data: { errors: [{ code: -18010002, message: 'invalid key' }] } }],
    ['trackingmore', { meta: { code: 4031, message: 'No result found' }, data: [] }],
  ] as const)('should be refused with the error %s answered', (provider, payload) => {
    expect(() => readFeed(adapters[provider], [payload])).toThrow(/answered with an error instead of data/);
  });

  it.each(providerNames)('should never make %s throw anything else, or find a parcel', (provider) => {
    const junk = [
      null,
      1,
      'x',
      [],
      {},
      { data: null },
      { data: {} },
      { data: [] },
      { lastResult: 1 },
      { Data: 1 },
    ];
    for (const payload of junk) {
      let code = 'none';
      try {
        expect(readFeed(adapters[provider], [payload]).parcels).toEqual([]);
      } catch (error) {
        code = (error as { code: string }).code;
      }
      expect(['none', 'INVALID_FEED'], JSON.stringify(payload)).toContain(code);
    }
  });

  it('should name the line of a file that is no JSON', () => {
    expect(() => payloadsOf('{"a":1}\n{"b":', 'feed.ndjson')).toThrow(
      /^feed\.ndjson:2:1: this line is no JSON/,
    );
    expect(() => payloadsOf('{\n  "a": 1,\n  b\n}', 'feed.json')).toThrow(/^feed\.json:3:3: this is no JSON/);
    expect(() => payloadsOf('', 'feed.json')).toThrow(/^feed\.json:1:1: the file is empty/);
    expect(() => payloadsOf('param=%7B', 'form.txt')).toThrow(/the field "param" of the form is no JSON/);
  });
});
