import type { Adapter } from './adapter.ts';
import { aftership } from './aftership.ts';
import { aftershipCodes } from './aftership-codes.ts';
import { cainiaoActionCodes, logisticsStatusCodes, nlifeCodes } from './cainiao-codes.ts';
import { generic } from './generic.ts';
import { kdniao } from './kdniao.ts';
import { kdniaoCodes } from './kdniao-codes.ts';
import { kuaidi100 } from './kuaidi100.ts';
import { kuaidi100Codes } from './kuaidi100-codes.ts';
import { logisticsStatus } from './logistics-status.ts';
import { seventeenTrack } from './seventeen-track.ts';
import { seventeenTrackCodes } from './seventeen-track-codes.ts';
import { shipengine } from './shipengine.ts';
import { shipengineCodes } from './shipengine-codes.ts';
import type { CodeTable } from './table.ts';
import { trackingmore } from './trackingmore.ts';
import { trackingmoreCodes } from './trackingmore-codes.ts';

/** The providers whose payloads are read, by name. */
export const adapters = {
  kuaidi100,
  kdniao,
  logisticsStatus,
  aftership,
  '17track': seventeenTrack,
  trackingmore,
  shipengine,
  generic,
} as const satisfies Readonly<Record<string, Adapter>>;

/** The name of a provider whose payloads are read. */
export type ProviderName = keyof typeof adapters;

/** The names of all providers whose payloads are read. */
export const providerNames = Object.keys(adapters) as ProviderName[];

/** Every table of codes, by provider: the same number means different things at different providers. */
export const codeTables: readonly CodeTable[] = [
  kuaidi100Codes,
  kdniaoCodes,
  logisticsStatusCodes,
  cainiaoActionCodes,
  nlifeCodes,
  aftershipCodes,
  seventeenTrackCodes,
  trackingmoreCodes,
  shipengineCodes,
];
