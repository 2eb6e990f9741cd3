import { writeFileSync } from 'node:fs';
import type { CaseInput } from '../../domain/case.ts';
import { ParcelError } from '../../domain/errors.ts';
import type { Text } from '../../domain/text.ts';
import { explain } from '../../explain/index.ts';
import {
  adapters,
  type Feed,
  type Parcel,
  type ProviderName,
  payloadsOf,
  providerNames,
  readFeed,
} from '../../feeds/index.ts';
import { zonePattern } from '../../feeds/time.ts';
import { type Ingested, ingest as ingestParcel } from '../../replay/ingest.ts';
import { scenarioSource } from '../../replay/ingest-scenario.ts';
import { nearest } from '../../replay/nearest.ts';
import { ingestLines } from '../ingest-lines.ts';
import { problemText, sourceOf } from '../sources.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';
import { wrapLine } from '../wrap.ts';

/** Options of `ingest`. */
export interface IngestOptions {
  readonly from?: string;
  /** One parcel of several. */
  readonly waybill?: string;
  readonly courier?: string;
  /** In yuan. */
  readonly paid?: string;
  readonly zone?: string;
  /** ISO instant. */
  readonly received?: string;
  /** The scenario file to write. */
  readonly save?: string;
  readonly json?: boolean;
}

/** Prints the cases that payloads of a provider make. Returns the exit code. */
export function ingest(path: string, options: IngestOptions, terminal: Terminal): number {
  try {
    const provider = providerOf(options.from);
    const { file, read } = sourceOf(path);
    const feed = feedOf(provider, file, payloadsOf(read(), file), options);
    const parcels = chosen(feed, options.waybill);
    const ingested = parcels.map((parcel) => ingestParcel(parcel, { order: orderOf(options) }));
    if (options.save !== undefined) save(options.save, ingested);
    if (options.json) terminal.out(JSON.stringify({ ...asData(ingested), rejected: feed.rejected }, null, 2));
    else for (const line of ingestLines(ingested, feed.rejected, terminal)) print(line, terminal);
    if (options.save !== undefined && !options.json) terminal.out(`\n${terminal.say(saved(options.save))}`);
    return OK;
  } catch (error) {
    terminal.error(problemText(error));
    return INVALID;
  }
}

// Helpers

function invalid(message: string): ParcelError {
  return new ParcelError('INVALID_FEED', message);
}

function print(line: string, { out, columns }: Terminal): void {
  out(wrapLine(line, columns).join('\n'));
}

function providerOf(name: string | undefined): ProviderName {
  const found = providerNames.find((each) => each === name);
  if (found) return found;
  const similar = name === undefined ? null : nearest(name, providerNames);
  const what = name === undefined ? '--from is missing' : `--from ${name}: there is no such provider`;
  const meant = similar ? ` Did you mean "${similar}"?` : '';
  throw invalid(`${what}.${meant} Providers: ${providerNames.join(', ')}.`);
}

/** Errors of a payload name the file. */
function feedOf(provider: ProviderName, file: string, payloads: unknown[], options: IngestOptions): Feed {
  const read = feedOptions(options);
  try {
    return readFeed(adapters[provider], payloads, read);
  } catch (error) {
    throw error instanceof ParcelError ? new ParcelError(error.code, `${file}: ${error.message}`) : error;
  }
}

function feedOptions({ zone, received }: IngestOptions) {
  if (zone !== undefined && !zonePattern.test(zone)) {
    throw invalid(`--zone ${zone}: write an offset from UTC such as +08:00, or Z`);
  }
  if (received !== undefined && !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(received)) {
    throw invalid(`--received ${received}: write an ISO date and time with Z or an offset`);
  }
  return { ...(zone !== undefined && { zone }), ...(received !== undefined && { receivedAt: received }) };
}

function orderOf({ courier, paid }: IngestOptions): Partial<CaseInput['order']> {
  if (paid !== undefined && !/^\d{1,9}(\.\d{1,2})?$/.test(paid)) {
    throw invalid(`--paid ${paid}: write an amount in yuan such as 59.90`);
  }
  return {
    ...(courier !== undefined && { courier }),
    ...(paid !== undefined && { paid: Math.round(Number(paid) * 100) }),
  };
}

function chosen({ parcels }: Feed, waybill: string | undefined): readonly Parcel[] {
  if (waybill === undefined) return parcels;
  const found = parcels.filter((parcel) => parcel.waybill === waybill);
  if (found.length > 0) return found;
  const numbers = parcels.map((parcel) => parcel.waybill).join(', ');
  throw invalid(`--waybill ${waybill}: the feed has no such parcel, only ${numbers || 'none'}`);
}

/** Writes the one case as a scenario. A file that exists is left alone. */
function save(file: string, ingested: readonly Ingested[]): void {
  const [first] = ingested;
  if (ingested.length !== 1 || !first) {
    throw invalid(`--save ${file}: the feed has ${ingested.length} parcels; choose one with --waybill`);
  }
  const source = scenarioSource(first);
  if (source === null) {
    throw invalid(`--save ${file}: no report has a time, so there is no case; give --received`);
  }
  try {
    writeFileSync(file, source, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`--save ${file}: ${code === 'EEXIST' ? 'the file exists; name another one' : message}`);
  }
}

function saved(file: string): Text {
  return {
    en: `Saved as ${file}. Play it with: parcel-exceptions replay ${file}`,
    zh: `已保存为 ${file}，可用 parcel-exceptions replay ${file} 回放`,
  };
}

function asData(ingested: readonly Ingested[]) {
  return {
    parcels: ingested.map(({ parcel, input, reports, suspicions, asks, assumptions, effects, snapshot }) => ({
      provider: parcel.provider,
      waybill: parcel.waybill,
      courier: parcel.courier,
      input,
      reports: reports.map(({ reading, ...became }) => {
        const { scan, says, perhaps, by, reversedBy } = reading;
        return { ...scan, says, perhaps, by, reversedBy: reversedBy?.key ?? null, ...became };
      }),
      suspicions,
      asks,
      assumptions,
      effects,
      case: snapshot && explain(snapshot),
    })),
  };
}
