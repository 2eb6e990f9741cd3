import {
  type Adapter,
  adapters,
  type Parcel,
  payloadsOf,
  providerNames,
  readFeed,
} from '../../feeds/index.ts';
import { ingest } from '../../replay/ingest.ts';
import { scenarioSource } from '../../replay/ingest-scenario.ts';

/** A file of tracking data, as the scenario of the case it makes. */
export interface TrackingFile {
  /** The scenario of the first parcel: events, and the reports beside them as comments. */
  readonly text: string;
  /** The waybills of further parcels in the file. */
  readonly others: readonly string[];
}

/**
 * Reads what a carrier or aggregator reports. The provider is the one whose form the most reports of the file have.
 * @returns `null` if the file has the form of no provider; it may be a scenario then.
 */
export function trackingIn(text: string, file: string): TrackingFile | null {
  const [first, ...others] = providerNames
    .map((name) => parcelsOf(adapters[name], text, file))
    .reduce((best, parcels) => (reportsIn(parcels) > reportsIn(best) ? parcels : best), []);
  const scenario = first && scenarioSource(ingest(first));
  return scenario ? { text: scenario, others: others.map(({ waybill }) => waybill) } : null;
}

// Helpers

function parcelsOf(adapter: Adapter, text: string, file: string): readonly Parcel[] {
  try {
    return readFeed(adapter, payloadsOf(text, file)).parcels;
  } catch {
    return [];
  }
}

function reportsIn(parcels: readonly Parcel[]): number {
  return parcels.reduce((sum, { readings }) => sum + readings.length, 0);
}
