import { z } from 'zod';
import { ParcelError, problemsOf } from '../domain/errors.ts';
import type { CodeTable } from './table.ts';

/** One report of a payload, as it stands there. */
export interface Report {
  /** The time in the form of the provider; empty or absent if there is none. */
  readonly time: unknown;
  /** Its codes, the most specific first; empty ones are left out. */
  readonly codes: readonly string[];
  readonly text: string;
  readonly place: string;
  /** Where it stands in the payload, such as `lastResult.data[3]`. */
  readonly path: string;
}

/** What a payload says of one parcel. */
export interface ParcelReports {
  readonly waybill: string;
  /** The courier as the provider names it; empty if it does not. */
  readonly courier: string;
  readonly reports: readonly Report[];
  /** The state the provider gives the whole parcel, beside the reports. */
  readonly state: Omit<Report, 'place'> | null;
}

/** What a payload holds: parcels, and what the provider says it could not look up. */
export interface PayloadContent {
  readonly parcels: readonly ParcelReports[];
  readonly rejected: readonly { readonly waybill: string; readonly reason: string }[];
}

/** How the payloads of one provider are read. */
export interface Adapter {
  readonly provider: string;
  readonly table: CodeTable | null;
  /** The offset in which a time without one is read. */
  readonly zone: string;
  /**
   * The parcels of a payload.
   * @throws {ParcelError} `INVALID_FEED` naming each field that is not as documented, or the error the provider answered.
   */
  read(payload: unknown): PayloadContent;
}

/** Text of a field that may be absent or `null`, or a number where some senders write one. */
export const optionalText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** The number of a parcel. */
export const waybillText = z
  .union([z.string(), z.number()], { error: 'must be the number of the parcel' })
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1, { error: 'must be the number of the parcel' }).max(64));

/** Codes without empty ones. */
export function codesOf(...codes: readonly string[]): string[] {
  return codes.filter((code) => code !== '');
}

/**
 * Parses a payload.
 * @throws {ParcelError} `INVALID_FEED` naming each wrong field.
 */
export function parsePayload<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new ParcelError(
    'INVALID_FEED',
    `This is not ${what}. Check --from, or pass the payload on as the provider sent it:`,
    problemsOf(parsed.error.issues),
  );
}

/** Whether a value is an object with this field. */
export function hasField(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value;
}

/** The error a provider answered instead of data. */
export function answeredError(provider: string, words: string): ParcelError {
  return new ParcelError(
    'INVALID_FEED',
    `${provider} answered with an error instead of data: ${words}. Ask again; there is nothing to read.`,
  );
}
