import { explain, open, parcelCaseMachine, persist, renderExplanation, restore, step } from 'parcel-exceptions';

// A case is opened with what is known of the order. Amounts are in fen.
const { snapshot } = open(parcelCaseMachine, {
  caseId: 'case-1',
  openedAt: '2026-03-02T09:00:00Z',
  order: { waybill: 'YT0000000001', courier: 'yto', paid: 12900 },
});

// Events are things that happened. `step` is pure: it returns the next snapshot and what a host should do.
const reported = step(snapshot, { type: 'damage.reported', at: '2026-03-02T10:00:00Z' });
for (const { type, params } of reported.effects) console.log(type, params.key);

const decided = step(reported.snapshot, {
  type: 'facts.established',
  at: '2026-03-02T12:00:00Z',
  facts: { damageProof: 'shown', signedBy: 'thirdParty', contactProof: 'shown', consentProof: 'missing' },
});
console.log(decided.snapshot.context.verdict.payer);

// An event that means nothing now changes nothing and says why.
const tooEarly = step(decided.snapshot, { type: 'refund.paid', at: '2026-03-02T12:05:00Z', amount: 12900 });
if (tooEarly.outcome !== 'applied') console.log(tooEarly.outcome, tooEarly.reason.code);

// A snapshot is JSON and goes on where it was.
const kept = JSON.stringify(persist(decided.snapshot));
const restored = restore(parcelCaseMachine, JSON.parse(kept));
console.log(renderExplanation(explain(restored), 'en'));
