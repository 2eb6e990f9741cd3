import { readdirSync, readFileSync } from 'node:fs';
import { adapters, type Parcel, payloadsOf, providerNames, readFeed } from '../../feeds/index.ts';

const folder = new URL('../feeds/payloads/', import.meta.url);

/** The payloads in the documented form of each provider, by file name. Their data are invented. */
export const payloadFiles = readdirSync(folder).sort();

/** The provider that a payload file is named after. */
export function providerOfFile(file: string) {
  const name = file.startsWith('logistics-status') ? 'logisticsStatus' : file.split('-')[0];
  const found = providerNames.find((each) => each === name);
  if (!found) throw new Error(`${file} names no provider`);
  return found;
}

/** The text of a payload file. */
export function payloadText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** The parcels of a payload file. */
export function parcelsOfFile(file: string): readonly Parcel[] {
  return readFeed(adapters[providerOfFile(file)], payloadsOf(payloadText(file), file)).parcels;
}
