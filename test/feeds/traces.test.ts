import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adapters, type Parcel, readFeed } from '../../feeds/index.ts';
import { ingest } from '../../replay/ingest.ts';
import { scenarioSource } from '../../replay/ingest-scenario.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';

const folder = '../shared/data/traces';
const present = existsSync(folder);
const files = present ? readdirSync(folder).sort() : [];

if (!present) {
  console.warn(
    `The recorded carrier histories are absent (${folder}), so nothing recorded is ingested here.`,
  );
}

/** Where each recorded history ends: the last thing said, what is asked, what a person must look at. */
const ends: Readonly<Record<string, readonly [says: string | null, asks: string, triage: string]>> = {
  'canadapost-address-error-delivered.json': ['signed', 'dataErrorBy signedBy', 'dataWrong'],
  'canadapost-address-error-open.json': ['outForDelivery', 'dataErrorBy', 'dataWrong'],
  'correios-JT365572014BR.json': ['pickedUp', '', ''],
  'dhl-repeated-clearance-hold.json': ['customs', '', 'held'],
  'fedex-delivered-signature.json': ['signed', 'signedBy', ''],
  'fedex-held-for-pickup.json': [
    'collected',
    'contactProof consentProof signedBy',
    'unreachable unreachable unreachable attemptFailed',
  ],
  'ups-rescheduled.json': ['inTransit', '', ''],
};

describe('recorded carrier histories', () => {
  it.skipIf(present)(`are absent here (${folder})`, () => {
    expect(files).toEqual([]);
  });

  describe.skipIf(!present)('through the generic adapter', () => {
    it('should all be known', () => {
      expect(files).toEqual(Object.keys(ends));
    });

    it.each(files)('should end %s sensibly, without an exception that only words suggest', (file) => {
      const { reports, asks, snapshot } = ingest(parcelOf(file));
      const triage = reports.filter(({ becomes }) => becomes === 'triage').map(({ reading }) => reading.says);

      expect([
        reports.at(-1)?.reading.says,
        asks.map(({ fact }) => fact).join(' '),
        triage.join(' '),
      ]).toEqual(ends[file]);
      expect(snapshot?.matches({ open: { exception: 'none' } })).toBe(true);
      expect(snapshot?.context.verdict).toEqual({});
    });

    it.each(files)('should drop no report of %s', (file) => {
      const { events } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { events: unknown[] };
      const { reports } = ingest(parcelOf(file));
      const kept = reports.map(({ reading }) => JSON.stringify(reading.scan.raw));

      expect(new Set(kept)).toEqual(new Set(events.map((event) => JSON.stringify(event))));
    });

    it.each(files)('should make a scenario of %s that replays', (file) => {
      const source = scenarioSource(ingest(parcelOf(file))) ?? '';

      expect(run(readScenario(source, file)).divergence).toBeNull();
    });

    it('should take back a delivery that did not hold', () => {
      const { reports } = ingest(parcelOf('canadapost-address-error-delivered.json'));
      const signed = reports.filter(({ reading }) => reading.says === 'signed');

      expect(signed.map(({ reading }) => reading.reversedBy?.code ?? null)).toEqual(['0173', null]);
    });
  });
});

// Helpers

function parcelOf(file: string): Parcel {
  const payload: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const [parcel] = readFeed(adapters.generic, [payload]).parcels;
  if (!parcel) throw new Error(`${file} has no parcel`);
  return parcel;
}
