/** Adapters: what carriers and aggregators report, read as suspicions of a case. Runs in browsers too. */
export type { Adapter, ParcelReports, PayloadContent, Report } from './adapter.ts';
export { type Feed, type FeedOptions, type Parcel, readFeed } from './feed.ts';
export { payloadsOf } from './payload.ts';
export { adapters, codeTables, type ProviderName, providerNames } from './providers.ts';
export { type Reading, readScans } from './reading.ts';
export type { Scan } from './scan.ts';
export { type SignalDefinition, type SignalName, signalCatalogue, signalNames } from './signals.ts';
export { type CodeRow, type CodeTable, rowOf } from './table.ts';
export type { TimeBasis } from './time.ts';
