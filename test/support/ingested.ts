import { explain } from '../../explain/index.ts';
import { type CodeTable, type Parcel, readScans, type Scan } from '../../feeds/index.ts';
import { type Ingested, ingest } from '../../replay/ingest.ts';

/** The case that these scans make. */
export function ingested(scans: readonly Scan[], table: CodeTable | null): Ingested {
  return ingest(parcelOf(scans, table));
}

/** The exception type of an ingested case; `null`: none. */
export function typeOf({ snapshot }: Ingested): string | null {
  return (snapshot && explain(snapshot).type?.value) ?? null;
}

// Helpers

/** A parcel of these scans. */
function parcelOf(scans: readonly Scan[], table: CodeTable | null): Parcel {
  const [first] = scans;
  return {
    provider: first?.provider ?? 'generic',
    waybill: first?.waybill ?? 'none',
    courier: first?.courier ?? '',
    readings: readScans(scans, table),
    assumptions: [],
  };
}
