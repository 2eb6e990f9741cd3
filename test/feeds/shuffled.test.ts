import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapters, type Parcel, type ProviderName, readFeed } from '../../feeds/index.ts';
import { type Ingested, ingest } from '../../replay/ingest.ts';
import { scenarioSource } from '../../replay/ingest-scenario.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { persist } from '../../replay/snapshot.ts';

/** How each provider writes one report and a payload of reports. No state of the whole parcel: it would be one more. */
const forms = {
  kuaidi100: form(
    ({ at, code, text }) => ({ ftime: at.replace('T', ' ').slice(0, 19), context: text, statusCode: code }),
    (data) => ({ nu: 'YT1', com: 'yuantong', data }),
  ),
  kdniao: form(
    ({ at, code, text }) => ({ AcceptTime: at, AcceptStation: text, Action: code }),
    (Traces) => ({ LogisticCode: 'YT1', ShipperCode: 'YTO', Success: true, Traces }),
  ),
  logisticsStatus: form(
    ({ at, code, text }) => ({ time: Date.parse(at), desc: text, subLogisticsStatus: code }),
    (logisticsTraceDetailList) => ({ data: { mailNo: 'YT1', cpCode: 'YTO', logisticsTraceDetailList } }),
  ),
  aftership: form(
    ({ at, code, text }) => ({ checkpoint_time: at, message: text, subtag: code }),
    (checkpoints) => ({ msg: { tracking_number: 'YT1', slug: 'yto', checkpoints } }),
  ),
  '17track': form(
    ({ at, code, text }) => ({ time_utc: at, description: text, sub_status: code }),
    (events) => ({
      event: 'TRACKING_UPDATED',
      data: { number: 'YT1', track_info: { tracking: { providers: [{ events }] } } },
    }),
  ),
  trackingmore: form(
    ({ at, code, text }) => ({
      checkpoint_date: at,
      tracking_detail: text,
      checkpoint_delivery_substatus: code,
    }),
    (trackinfo) => ({ data: { tracking_number: 'YT1', origin_info: { trackinfo } } }),
  ),
  shipengine: form(
    ({ at, code, text }) => ({ occurred_at: at, description: text, status_detail_code: code }),
    (events) => ({ resource_type: 'API_TRACK', data: { tracking_number: 'YT1', events } }),
  ),
  generic: form(
    ({ at, code, text }) => ({ at, code, text }),
    (events) => ({ waybill: 'YT1', events }),
  ),
} as const satisfies Readonly<Record<ProviderName, Form>>;

const providers = Object.keys(forms) as ProviderName[];

describe('shuffled, repeated and truncated feeds', () => {
  it.each(providers)(
    'should make the same case of %s, in whatever order and number reports come',
    (provider) => {
      fc.assert(
        fc.property(disordered(provider), ({ reports, deliveries }) => {
          const whole = caseOf(provider, [reports]);

          expect(told(caseOf(provider, [...deliveries, reports]))).toEqual(told(whole));
          expect(told(caseOf(provider, [reports, ...deliveries]))).toEqual(told(whole));
          expect(told(caseOf(provider, [[...reports].reverse()]))).toEqual(told(whole));
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each(providers)(
    'should keep every report of %s, decide nothing, and replay without a lapse',
    (provider) => {
      fc.assert(
        fc.property(reportsOf(provider), (reports) => {
          const made = caseOf(provider, [reports]);
          const { parcels } = readFeed(adapters[provider], [payload(provider, reports)]);
          const raw = new Set(made.reports.map(({ reading }) => JSON.stringify(reading.scan.raw)));
          const replayed = run(readScenario(scenarioSource(made) ?? '', provider));

          expect(made.reports.length).toBe(parcels[0]?.readings.length);
          for (const report of reports.filter(({ code }) => code !== '')) {
            expect(raw).toContain(JSON.stringify(forms[provider].report(report)));
          }
          expect(made.snapshot?.context.verdict).toEqual({});
          expect(replayed.divergence).toBeNull();
          expect(replayed.trace.flatMap(({ lapses }) => lapses)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('should meet events, evidence, triage and reversals, so that the properties above are not vacuous', () => {
    const seen = new Set<string>();
    for (const reports of fc.sample(reportsOf('kuaidi100'), { seed: 1, numRuns: 60 })) {
      for (const { becomes, reading, heldBy } of caseOf('kuaidi100', [reports]).reports) {
        seen.add(becomes);
        if (reading.reversedBy) seen.add('reversed');
        if (reading.doubt) seen.add(reading.doubt);
        if (heldBy) seen.add('held');
      }
    }

    expect([...seen].sort()).toEqual([
      'event',
      'evidence',
      'held',
      'returnLeg',
      'reversed',
      'triage',
      'words',
    ]);
  });
});

// Helpers

interface WrittenReport {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly code: string;
  readonly text: string;
}

interface Form {
  report(report: WrittenReport): unknown;
  payload(reports: readonly unknown[]): unknown;
}

function form(report: Form['report'], payload: Form['payload']): Form {
  return { report, payload };
}

function payload(provider: ProviderName, reports: readonly WrittenReport[]): unknown {
  return forms[provider].payload(reports.map((report) => forms[provider].report(report)));
}

/** Histories of up to twelve reports; some of one instant, some without a code, some with an unknown one. */
function reportsOf(provider: ProviderName): fc.Arbitrary<WrittenReport[]> {
  const rows = adapters[provider].table?.rows ?? [];
  const codes = ['', 'no-such-code', ...rows.map(({ code }) => code)];
  const report = fc.record({
    at: fc
      .integer({ min: 0, max: 40 })
      .map((step) => new Date(Date.UTC(2026, 2, 1) + step * 21_600_000).toISOString()),
    code: fc.constantFrom(...codes),
    text: fc.constantFrom('', '派件中', '已签收', 'Delivered', '快件已暂存至驿站', '备注'),
  });
  return fc.array(report, { minLength: 1, maxLength: 12 });
}

/** A history, and deliveries of parts of it, each in an order of its own. */
function disordered(provider: ProviderName) {
  return reportsOf(provider).chain((reports) =>
    fc.record({
      reports: fc.constant(reports),
      deliveries: fc.array(fc.shuffledSubarray(reports), { maxLength: 3 }),
    }),
  );
}

function caseOf(provider: ProviderName, deliveries: readonly (readonly WrittenReport[])[]): Ingested {
  const payloads = deliveries.map((reports) => payload(provider, reports));
  const [parcel] = readFeed(adapters[provider], payloads).parcels;
  return ingest(parcel as Parcel);
}

/** What a case tells, without the machine it lives in. */
function told({ snapshot, reports, suspicions, asks }: Ingested) {
  return {
    case: snapshot && persist(snapshot),
    reports: reports.map(({ reading, becomes, events, heldBy }) => [
      reading.scan.key,
      becomes,
      events,
      heldBy,
    ]),
    suspicions,
    asks,
  };
}
