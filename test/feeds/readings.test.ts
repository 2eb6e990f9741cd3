import { describe, expect, it } from 'vitest';
import { type CodeTable, codeTables } from '../../feeds/index.ts';
import { type Scan, scanOf, withoutDuplicates } from '../../feeds/scan.ts';
import { signalOfWords } from '../../feeds/words.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { ingested, typeOf } from '../support/ingested.ts';

const table = codeTables.find(({ provider }) => provider === 'kuaidi100') as CodeTable;

describe('reports in the light of others', () => {
  it('should take back a signature when the parcel is with the courier again', () => {
    const { reports, snapshot } = ingested(
      [scan(1, '301'), scan(2, '206'), scan(3, '5'), scan(4, '301')],
      table,
    );

    expect(reports.map(({ becomes, events }) => [becomes, events.map(({ type }) => type).join()])).toEqual([
      ['evidence', ''],
      ['event', 'recipient.unreachable'],
      ['event', 'parcel.outForDelivery'],
      ['event', 'parcel.signed'],
    ]);
    expect(snapshot?.matches({ open: { parcel: 'signed' } })).toBe(true);
  });

  it('should not take the signature of the sender for that of the buyer', () => {
    const { reports } = ingested([scan(1, '203'), scan(2, '6'), scan(3, '301')], table);

    expect(reports[2]).toMatchObject({
      becomes: 'triage',
      events: [],
      reading: { doubt: 'returnLeg', perhaps: ['returned', 'signedByBuyer'] },
    });
  });

  it('should not believe a code that its own words contradict', () => {
    const { reports } = ingested([scan(1, '5'), scan(2, '301', '快件已暂存至小区驿站，请及时取件')], table);

    expect(reports[1]).toMatchObject({
      becomes: 'triage',
      reading: { doubt: 'words', perhaps: ['signedByBuyer', 'atPickupPoint'] },
    });
  });

  it('should ask who signed, and for consent, instead of taking a signature for that of the buyer', () => {
    const asked = (code: string) =>
      ingested([scan(1, '5'), scan(2, code)], table).asks.map(({ fact }) => fact);

    expect(asked('3')).toEqual(['signedBy']);
    expect(asked('303')).toEqual(['signedBy', 'contactProof', 'consentProof']);
    expect(asked('501')).toEqual(['contactProof', 'consentProof']);
    expect(asked('304')).toEqual([]);
    expect(asked('301')).toEqual([]);
  });

  it('should find a lost parcel, and move a standing one, when it is seen again', () => {
    const aftership = codeTables.find(({ provider }) => provider === 'aftership') as CodeTable;
    const found = ingested(
      [scan(1, 'InTransit_001'), scan(2, 'Exception_013'), scan(3, 'InTransit_003')],
      aftership,
    );
    const moved = ingested([scan(1, '103'), scan(9, '202'), scan(10, '1002')], table);

    expect(found.reports[2]?.events.map(({ type }) => type)).toEqual(['parcel.found']);
    expect(moved.reports[2]?.events.map(({ type }) => type)).toEqual(['tracking.resumed']);
    expect(contextOf(moved.snapshot as never).lastTrackingAt).toBe('2026-03-01T10:00:00Z');
  });

  it('should hold the clock where an answer is due that a feed cannot hold', () => {
    const { reports, snapshot } = ingested([scan(1, '203'), scan(25, '4')], table);

    expect(reports[1]).toMatchObject({ becomes: 'event', heldBy: 'evidence' });
    expect(reports[1]?.events[0]?.at).toBe('2026-03-04T10:00:00.000Z');
    expect(contextOf(snapshot as never).facts.refusalReason).toBeUndefined();
  });

  it('should leave an event that would decide who bears the loss to a person', () => {
    const { reports, snapshot } = ingested([scan(1, '6'), scan(2, '4')], table);

    expect(reports.map(({ becomes }) => becomes)).toEqual(['event', 'triage']);
    expect(reports[1]?.why.en).toContain('decide who bears the loss');
    expect(contextOf(snapshot as never).verdict).toEqual({});
  });

  it('should tell what is said again from a second exception', () => {
    const { reports, ...made } = ingested([scan(1, '203'), scan(2, '203', 'again'), scan(3, '209')], table);

    expect(reports.map(({ becomes }) => becomes)).toEqual(['event', 'evidence', 'triage']);
    expect(typeOf({ reports, ...made })).toBe('refused');
    expect(made.suspicions.map(({ signal, stands }) => `${signal} ${stands}`)).toEqual([
      'refused opened',
      'damaged open',
    ]);
  });

  it('should keep a report without a time, and make no case if none has one', () => {
    const timeless = scanOf({ ...scan(1, '203'), at: null, basis: 'none' });

    expect(ingested([scan(1, '5'), timeless], table).reports.map(({ becomes }) => becomes)).toEqual([
      'event',
      'triage',
    ]);
    expect(ingested([timeless], table)).toMatchObject({ input: null, snapshot: null });
  });

  it('should drop a report without a code for the same one with a code', () => {
    const scans = [
      scan(1, '', '派件中'),
      scan(1, '5', '派件中'),
      scan(1, '5', '派件中'),
      scan(2, '', '派件中'),
    ];

    expect(withoutDuplicates(scans).map(({ key }) => key)).toEqual([
      'YT1|2026-03-01T10:00:00Z|5|派件中',
      'YT1|2026-03-02T10:00:00Z||派件中',
    ]);
  });

  it('should read an unknown code as the one around it, and else ask a person', () => {
    const track = codeTables.find(({ provider }) => provider === '17track') as CodeTable;
    const unknown = { ...scan(1, 'InTransit_Balloon'), fallback: ['InTransit'] };

    const { reports } = ingested([unknown, scan(2, 'Balloon')], track);

    expect(reports.map(({ reading, becomes }) => [reading.says, becomes])).toEqual([
      ['inTransit', 'evidence'],
      [null, 'triage'],
    ]);
    expect(reports[1]?.why.en).toContain('Balloon is in no table');
  });
});

describe('the words of carriers', () => {
  it.each([
    ['您的快件已签收，签收人凭取货码签收', 'collected'],
    ['快件已由小区店驿站代收，请及时取件', 'atPickupPoint'],
    ['已签收，签收人：门卫代收', 'signedByProxy'],
    ['客户签收人: 本人签收 已签收', 'signedByBuyer'],
    ['退件已签收', 'returned'],
    ['客户拒收，退回中', 'refused'],
    ['派送不成功，正在安排处理', 'attemptFailed'],
    ['您的快件离开【上海】，已发往【杭州】', 'inTransit'],
    ['Delivered, Front Door/Porch', 'signed'],
    ['Not delivered', 'attemptFailed'],
    ['Held at FedEx location for recipient pickup', 'atPickupPoint'],
    ['Customer not available or business closed', 'unreachable'],
    ['Returned to sender', 'returned'],
    ['Return to sender requested', 'returning'],
    ['', null],
    ['感谢您的支持', null],
  ])('should suggest of "%s": %s', (text, signal) => {
    expect(signalOfWords(text)).toBe(signal);
  });
});

// Helpers

/** A report at ten on a day of March 2026. */
function scan(day: number, code: string, text = ''): Scan {
  return scanOf({
    provider: 'kuaidi100',
    waybill: 'YT1',
    courier: 'yto',
    at: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
    basis: 'given',
    code,
    fallback: [],
    text,
    place: '',
    raw: { code, text },
  });
}
