import { ParcelError, type Problem } from '../domain/errors.ts';
import type { Text } from '../domain/text.ts';
import { isBefore } from '../domain/time.ts';
import type { Adapter, ParcelReports, PayloadContent, Report } from './adapter.ts';
import { type Reading, readScans } from './reading.ts';
import { type Scan, scanOf } from './scan.ts';
import { signalCatalogue } from './signals.ts';
import { rowOf } from './table.ts';
import { reportTime } from './time.ts';

/** What a feed says of one parcel. */
export interface Parcel {
  readonly provider: string;
  readonly waybill: string;
  /** The courier as the provider names it; empty if it does not. */
  readonly courier: string;
  /** Every report, each once, in the order of the carrier's clock, in the light of the others. */
  readonly readings: readonly Reading[];
  /** What had to be assumed to read it. */
  readonly assumptions: readonly Text[];
}

/** What one or more payloads of a provider say. */
export interface Feed {
  readonly provider: string;
  readonly parcels: readonly Parcel[];
  /** Parcels that the provider could not look up, with its reason. */
  readonly rejected: readonly { readonly waybill: string; readonly reason: string }[];
}

/** How a feed is read. */
export interface FeedOptions {
  /** Offset of times that have none, such as `+08:00` or `Z`; that of the provider if absent. */
  readonly zone?: string;
  /** ISO instant at which the payload came: the time of a state that has none. */
  readonly receivedAt?: string;
}

/**
 * Reads payloads of one provider: parcels told apart by waybill, reports of several payloads put together.
 * @throws {ParcelError} `INVALID_FEED` naming each field that is not as documented, and each time that cannot be read.
 */
export function readFeed(adapter: Adapter, payloads: readonly unknown[], options: FeedOptions = {}): Feed {
  const contents = payloads.map((payload, index) => contentOf(adapter, payload, index, payloads.length));
  const found = new Map<string, { courier: string; scans: Scan[] }>();
  for (const reports of contents.flatMap(({ parcels }) => parcels)) {
    const parcel = found.get(reports.waybill) ?? { courier: '', scans: [] };
    found.set(reports.waybill, {
      courier: parcel.courier || reports.courier,
      scans: [...parcel.scans, ...scansOf(adapter, reports, options)],
    });
  }
  return {
    provider: adapter.provider,
    rejected: contents.flatMap(({ rejected }) => rejected),
    parcels: [...found].map(([waybill, { courier, scans }]) => ({
      provider: adapter.provider,
      waybill,
      courier,
      readings: readScans(scans, adapter.table),
      assumptions: assumptionsOf(adapter, scans, options),
    })),
  };
}

// Helpers

function contentOf(adapter: Adapter, payload: unknown, index: number, count: number): PayloadContent {
  try {
    return adapter.read(payload);
  } catch (error) {
    if (!(error instanceof ParcelError) || count === 1) throw error;
    throw new ParcelError(error.code, `Payload ${index + 1} of ${count}: ${error.message}`);
  }
}

function scansOf(
  adapter: Adapter,
  { waybill, courier, reports, state }: ParcelReports,
  options: FeedOptions,
) {
  const { zone = adapter.zone, receivedAt = null } = options;
  const problems: Problem[] = [];
  const timeOf = ({ time, path }: Pick<Report, 'time' | 'path'>) => {
    const read = reportTime(time, zone);
    if (read === null) {
      problems.push({
        path,
        message: `its time ${JSON.stringify(time)} cannot be read; write it as ISO 8601`,
      });
    }
    return read ?? { at: null, basis: 'none' as const };
  };
  const make = (report: Omit<Report, 'path'>, time: ReturnType<typeof timeOf>) => {
    const [code = '', ...fallback] = report.codes;
    const { provider } = adapter;
    const { text, place, raw } = report;
    return scanOf({ provider, waybill, courier, ...time, code, fallback, text, place, raw });
  };

  const dated = reports.map((report) => ({ report, time: timeOf(report) }));
  const newest = dated.reduce<(typeof dated)[number] | null>(
    (latest, each) =>
      each.time.at !== null && (latest?.time.at == null || isBefore(latest.time.at, each.time.at))
        ? each
        : latest,
    null,
  );
  const stated = state && tellsMore(adapter, state.codes, newest?.report.codes ?? []);
  const scans = dated.map(({ report, time }) =>
    make(
      stated === 'newest' && report === newest?.report ? { ...report, codes: state?.codes ?? [] } : report,
      time,
    ),
  );
  if (state && stated === 'itself') {
    const own = timeOf(state);
    const at = own.at ?? receivedAt ?? newest?.time.at ?? null;
    const time = own.at === null && at !== null ? { at, basis: 'assumed' as const } : own;
    scans.push(make({ ...state, place: '' }, time));
  }
  if (problems.length > 0) throw new ParcelError('INVALID_FEED', `Parcel ${waybill}:`, problems);
  return scans;
}

/**
 * Where the state of the whole parcel belongs: to the newest report, if that has no code and the state says where the
 * parcel is; beside the reports, if it says something else than the newest; nowhere, if it says the same.
 */
function tellsMore(
  { table }: Adapter,
  state: readonly string[],
  newest: readonly string[] | null,
): 'newest' | 'itself' | null {
  const [code = ''] = state;
  if (newest?.includes(code)) return null;
  const says = (table && rowOf(table, code)?.says) ?? null;
  const places = says !== null && signalCatalogue[says].leaves !== null;
  return newest?.length === 0 && places ? 'newest' : 'itself';
}

function assumptionsOf(adapter: Adapter, scans: readonly Scan[], { zone, receivedAt }: FeedOptions): Text[] {
  const assumed: Text[] = [];
  if (scans.some(({ basis }) => basis === 'assumed')) {
    const read = zone ?? adapter.zone;
    assumed.push({
      en: `Times without an offset are read as ${read} (option zone).`,
      zh: `未带时区的时间按 ${read} 读取（选项 zone）。`,
    });
  }
  const [undated] = scans.filter(({ at }) => at === null);
  if (undated && receivedAt === undefined) {
    assumed.push({
      en: 'A report without a time is not part of the course (option received).',
      zh: '没有时间的记录不计入经过（选项 received）。',
    });
  }
  return assumed;
}
