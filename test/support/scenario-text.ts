/** A scenario that does what it expects, as text to spoil. */
export const goodScenario = `title: { en: Broken, zh: 破损 }
machine: parcelCase
input:
  openedAt: 2026-03-02T09:00:00Z
  order: { waybill: YT1, courier: yto, paid: 12900 }
events:
  - at: +1h
    type: damage.reported
    expect:
      states: [open.exception.damaged.assessment.payer.asking]
  - at: 2026-03-02T12:00:00Z
    type: claim.filed
    amount: 12900
    expect: { result: ignored, reason: notExpected }
expect:
  status: open
`;
