import { ParcelError, type Problem } from '../domain/errors.ts';
import type { Text } from '../domain/text.ts';
import { isBefore } from '../domain/time.ts';
import type { Adapter, ParcelReports, PayloadContent, Report } from './adapter.ts';
import { type Reading, readScans } from './reading.ts';
import { type Scan, scanOf } from './scan.ts';
import { signalCatalogue } from './signals.ts';
import { rowOf } from './table.ts';
import { type ReportTime, reportTime } from './time.ts';

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
  const contents = payloads.map((payload, index) => ({
    payload,
    ...contentOf(adapter, payload, index, payloads.length),
  }));
  const found = new Map<string, { courier: string; scans: Scan[] }>();
  for (const { payload, parcels } of contents) {
    for (const reports of parcels) {
      const parcel = found.get(reports.waybill) ?? { courier: '', scans: [] };
      found.set(reports.waybill, {
        courier: parcel.courier || reports.courier,
        scans: [...parcel.scans, ...scansOf(adapter, payload, reports, options)],
      });
    }
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

interface Dated {
  readonly report: Report;
  readonly time: ReportTime;
}

function scansOf(
  adapter: Adapter,
  payload: unknown,
  { waybill, courier, reports, state }: ParcelReports,
  { zone = adapter.zone, receivedAt }: FeedOptions,
): Scan[] {
  const problems: Problem[] = [];
  const timeOf = ({ time, path }: Pick<Report, 'time' | 'path'>): ReportTime => {
    const read = reportTime(time, zone);
    if (read) return read;
    const message = `its time ${JSON.stringify(time)} cannot be read; write it as ISO 8601`;
    problems.push({ path, message });
    return { at: null, basis: 'none' };
  };
  const dated: Dated[] = reports.map((report) => ({ report, time: timeOf(report) }));
  const all = state
    ? withState(adapter, dated, state, timeOf({ ...state, time: state.time || receivedAt }))
    : dated;
  if (problems.length > 0) throw new ParcelError('INVALID_FEED', `Parcel ${waybill}:`, problems);
  return all.map(({ report: { codes, text, place, path }, time }) => {
    const [code = '', ...fallback] = codes;
    const { provider } = adapter;
    const raw = valueAt(payload, path);
    return scanOf({ provider, waybill, courier, ...time, code, fallback, text, place, raw });
  });
}

/**
 * The reports with the state of the whole parcel: as the code of the newest report, if that has none and the state says
 * where the parcel is; as a report of its own, if it says something else than the newest; else it is said already.
 */
function withState(
  { table }: Adapter,
  dated: readonly Dated[],
  state: NonNullable<ParcelReports['state']>,
  time: ReportTime,
): readonly Dated[] {
  const newest = dated.reduce<Dated | null>((latest, each) => (isNewer(each, latest) ? each : latest), null);
  const [code = ''] = state.codes;
  if (newest?.report.codes.includes(code)) return dated;
  const says = (table && rowOf(table, code)?.says) ?? null;
  if (newest?.report.codes.length === 0 && says !== null && signalCatalogue[says].leaves !== null) {
    const { codes } = state;
    return dated.map((each) => (each === newest ? { ...each, report: { ...each.report, codes } } : each));
  }
  const borrowed = newest?.time.at ? ({ at: newest.time.at, basis: 'borrowed' } as const) : time;
  return [...dated, { report: { ...state, place: '' }, time: time.at === null ? borrowed : time }];
}

function isNewer({ time: { at }, report: { text } }: Dated, latest: Dated | null): boolean {
  if (at === null) return false;
  if (latest === null || latest.time.at === null) return true;
  return latest.time.at === at ? text > latest.report.text : isBefore(latest.time.at, at);
}

/** The value at a path such as `lastResult.data[3]`. */
function valueAt(payload: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null)?.[name], payload);
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
  if (scans.some(({ basis }) => basis === 'borrowed')) {
    assumed.push({
      en: 'The state of the parcel has no time: that of the newest report stands for it (option received).',
      zh: '包裹状态没有时间，暂用最新记录的时间（选项 received）。',
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
