import { readFileSync } from 'node:fs';
import { adapters, payloadsOf, readFeed } from 'parcel-exceptions/feeds';
import { ingest } from 'parcel-exceptions/replay';

// A push as kuaidi100 sends it: signed for by the recipient, then a failed attempt, then somebody else signs.
const file = new URL('kuaidi100-push.json', import.meta.url);
const { parcels } = readFeed(
  adapters.kuaidi100,
  payloadsOf(readFileSync(file, 'utf8'), 'kuaidi100-push.json'),
);

for (const parcel of parcels) {
  const { reports, asks, snapshot } = ingest(parcel, { order: { paid: 5990 } });
  for (const { reading, becomes, events, why } of reports) {
    console.log(reading.scan.code, becomes, events.map(({ type }) => type).join() || why.en);
  }
  // The case waits for what no feed can know. It goes on like any other, with `step`.
  console.log('asked:', asks.map(({ fact }) => fact).join(', '));
  console.log('signed by the buyer:', snapshot?.matches({ open: { parcel: 'signed' } }));
}
