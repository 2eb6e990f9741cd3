/** A line of a log. */
export interface LogLine {
  readonly case: string;
  readonly open?: object;
  readonly event?: { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;
}

/** Opens a case in a log. */
export function openLine(id: string): LogLine {
  return {
    case: id,
    open: { openedAt: '2026-03-02T09:00:00Z', order: { waybill: `YT-${id}`, courier: 'yto', paid: 12900 } },
  };
}

/** A whole case of a log: opened, ten events that are applied, one that is not, closed. */
export function lifeOf(id: string): LogLine[] {
  const event = (at: string, type: string, fields: object = {}): LogLine => ({
    case: id,
    event: { type, at: `2026-03-${at}:00Z`, ...fields },
  });
  return [
    openLine(id),
    event('02T10:00', 'damage.reported'),
    event('02T10:10', 'replacement.signed'),
    event('02T10:30', 'facts.established', {
      facts: {
        damageProof: 'shown',
        inspectedBeforeSigning: 'no',
        signedBy: 'thirdParty',
        contactProof: 'shown',
      },
    }),
    event('02T12:30', 'facts.established', { facts: { consentProof: 'missing' } }),
    event('02T13:30', 'remedy.refundChosen'),
    event('02T17:30', 'refund.paid', { amount: 12900 }),
    event('02T17:40', 'buyer.notified'),
    event('02T18:40', 'facts.established', { facts: { damageCause: 'transport', courierCoverage: 'yes' } }),
    event('02T19:40', 'claim.filed', { amount: 12900 }),
    event('03T19:40', 'claim.accepted', { amount: 10000 }),
    event('04T19:40', 'claim.paid', { amount: 10000 }),
  ];
}

/** Lines as an NDJSON file. */
export function logOf(lines: readonly LogLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
