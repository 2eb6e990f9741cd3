import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CodeTable, codeTables, rowOf, signalNames } from '../../feeds/index.ts';
import { type Scan, scanOf } from '../../feeds/scan.ts';
import { ingested, typeOf } from '../support/ingested.ts';

/** What each code opens once the parcel was out for delivery, by provider. Written from the requirements, not the tables. */
const opens: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kuaidi100: {
    refused: ['203', '14'],
    damaged: ['209'],
    overArea: ['207'],
    lost: ['202'],
    recipient: ['206'],
    standstill: ['6', '13'],
  },
  kdniao: {
    refused: ['404'],
    damaged: ['414'],
    overArea: ['423'],
    misrouted: ['422'],
    lost: ['403'],
    recipient: ['416', '420', '421'],
    standstill: ['401', '407', '604'],
  },
  logisticsStatus: { refused: ['REFUSE_SIGN'], damaged: ['DAMAGE'], standstill: ['RETURN'] },
  cainiaoAction: { refused: ['REJECT'], standstill: ['RT_*', 'RETURNED', 'CUS_TAX'] },
  nlife: { refused: ['REJECTED'] },
  aftership: {
    refused: ['Exception_003'],
    damaged: ['Exception_012'],
    lost: ['Exception_013', 'Expired', 'Expired_001'],
    recipient: ['Exception_002', 'Exception_007', 'AttemptFail_002', 'AttemptFail_003'],
    standstill: ['Exception_004', 'Exception_010', 'Exception_018'],
  },
  '17track': {
    refused: ['DeliveryFailure_Rejected', 'Exception_Rejected'],
    damaged: ['Exception_Damage'],
    lost: ['Exception_Lost', 'Exception_Destroyed', 'Expired', 'Expired_Other', '20'],
    recipient: ['DeliveryFailure_NoBody', 'DeliveryFailure_InvalidAddress', 'Exception_NoBody'],
    standstill: ['InTransit_CustomsRequiringInformation', 'Exception_Returning'],
  },
  trackingmore: {
    refused: ['exception009'],
    lost: ['expired'],
    standstill: ['exception006', 'exception011'],
  },
  shipengine: {
    refused: ['REFUSED_BY_CUSTOMER', 'CUSTOMER_IDENTIFICATION_FAILED'],
    damaged: ['PARCEL_DAMAGED'],
    lost: ['PARCEL_LOST', 'TRACKING_EXPIRED'],
    misrouted: ['MISROUTED', 'HELD_BY_CARRIER'],
    overArea: ['PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY'],
    recipient: ['ADDRESS_QUERY', 'CUSTOMER_MOVED', 'CUSTOMER_CARDED', 'COD_AMOUNT_NOT_PAID'],
    standstill: [
      'PICKUP_FAILED',
      'HELD_BY_CUSTOMS',
      'INCORRECT_DECLARATION',
      'DUTY_NOT_PAID',
      'RETURN_TO_SENDER',
    ],
  },
};

/** The only codes by which the buyer has signed. */
const buyerSigned = [
  'kuaidi100 301',
  'aftership Delivered_003',
  'aftership Delivered_004',
  'trackingmore delivered003',
];

describe.each(codeTables.map((table) => [table.provider, table] as const))(
  'the codes of %s',
  (provider, table) => {
    it('should each have words in both languages, and a reading, or say why not', () => {
      for (const { code, title, says, perhaps, note } of table.rows) {
        expect(title.en.length * title.zh.length, code).toBeGreaterThan(0);
        expect(perhaps, code).not.toContain(says);
        if (note) expect(note.zh, code).toMatch(/[\u4e00-\u9fff]/);
      }
      expect(table.source.en).not.toBe('');
    });

    it('should be unique in their field, and mean the same in every field', () => {
      const places = table.rows.map(({ level, code }) => `${level} ${code}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { code, says } of table.rows) expect(rowOf(table, code)?.says, code).toBe(says);
    });

    it('should open exactly the exceptions that are expected of them', () => {
      const opened: Record<string, string[]> = {};
      for (const { code } of table.rows) {
        const type = typeOf(ingested(afterDelivery(table, code), table));
        if (type !== null) opened[type] = [...(opened[type] ?? []), code];
      }
      const sorted = Object.fromEntries(Object.entries(opened).map(([type, codes]) => [type, codes.sort()]));
      const expected = Object.entries(opens[provider] ?? {}).map(([type, codes]) => [
        type,
        [...codes].sort(),
      ]);

      expect(sorted).toEqual(Object.fromEntries(expected));
    });

    it('should each become an event, evidence or triage, and never decide anything', () => {
      for (const { code, says } of table.rows) {
        const made = ingested(afterDelivery(table, code), table);
        const report = made.reports.find(({ reading }) => reading.scan.code === exampleOf(code));

        expect(['event', 'evidence', 'triage'], code).toContain(report?.becomes);
        if (says === null) expect(report?.becomes, code).toBe('triage');
        expect(made.snapshot?.context.verdict, code).toEqual({});
        const signed = made.reports.some(({ events }) => events.some(({ type }) => type === 'parcel.signed'));
        expect(signed, code).toBe(buyerSigned.includes(`${provider} ${code}`));
      }
    });
  },
);

describe('the tables', () => {
  it('should be told apart by provider: one number, several meanings', () => {
    const says = (provider: string, code: string) =>
      rowOf(codeTables.find((table) => table.provider === provider) as CodeTable, code)?.says;

    expect(['201', '202', '304', '401'].map((code) => says('kuaidi100', code))).toEqual([
      'late',
      'standingStill',
      null,
      'cancelled',
    ]);
    expect(['201', '202', '304', '401'].map((code) => says('kdniao', code))).toEqual([
      'arrivedInCity',
      'outForDelivery',
      'signedByProxy',
      'notPickedUp',
    ]);
  });

  it('should use every signal, or name it as a reading, but for those that only words give', () => {
    const used = new Set(
      codeTables.flatMap(({ rows }) => rows.flatMap(({ says, perhaps }) => [says, ...perhaps])),
    );

    expect(signalNames.filter((name) => !used.has(name))).toEqual([]);
  });

  it('should try the suffix of a failure before any prefix', () => {
    const table = codeTables.find(({ provider }) => provider === 'cainiaoAction') as CodeTable;

    expect(rowOf(table, 'PU_PICKUP_FAILURE')?.says).toBeNull();
    expect(rowOf(table, 'PU_PICKUP_SUCCESS')?.says).toBe('pickedUp');
    expect(rowOf(table, 'GTMS_STA_SIGNED')?.perhaps).toEqual(['atPickupPoint', 'collected']);
    expect(rowOf(table, 'NO_SUCH_CODE')).toBeNull();
  });

  const reviewed = '../shared/requirements/tracking-codes.json';

  it.skipIf(!existsSync(reviewed))(`should know every code reviewed in ${reviewed} (skipped: absent)`, () => {
    const rows = JSON.parse(readFileSync(reviewed, 'utf8')) as { provider: string; code: string }[];
    const codes = rows.flatMap(({ provider, code }) =>
      (code.split(' (')[0] as string).split(' / ').map((each) => [provider, each] as const),
    );

    expect(codes.length).toBeGreaterThan(230);
    expect(codes.filter(([provider, code]) => !knows(provider, code))).toEqual([]);
  });

  const vocabularies = '../shared/data/status_codes.csv';

  it.skipIf(!existsSync(vocabularies))(`should know the codes of ${vocabularies} (skipped: absent)`, () => {
    const sources: Readonly<Record<string, string>> = {
      kuaidi100: 'kuaidi100',
      kdniao_StateEx: 'kdniao',
      '17track_substatus': '17track',
      shipengine_detail: 'shipengine',
    };
    const codes = readFileSync(vocabularies, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .flatMap(([source = '', code = '']) => {
        const provider = sources[source];
        return provider ? [[provider, code] as const] : [];
      });

    expect(codes.length).toBeGreaterThan(150);
    expect(codes.filter(([provider, code]) => !knows(provider, code))).toEqual([]);
  });
});

// Helpers

function knows(provider: string, code: string): boolean {
  const name = provider === 'taobaoTopNlife' ? 'nlife' : provider;
  const table = codeTables.find((each) => each.provider === name);
  return table !== undefined && rowOf(table, code) !== null;
}

/** A parcel that was picked up and out for delivery when the report came. */
function afterDelivery(table: CodeTable, code: string): Scan[] {
  const scan = (at: string, found: Partial<Scan>) =>
    scanOf({
      provider: table.provider,
      waybill: 'YT1',
      courier: 'yto',
      at,
      basis: 'given',
      code: '',
      fallback: [],
      text: '',
      place: 'Hangzhou',
      raw: null,
      ...found,
    });
  return [
    scan('2026-03-03T10:00:00Z', { text: 'Picked up' }),
    scan('2026-03-05T01:00:00Z', { text: 'Out for delivery' }),
    scan('2026-03-05T03:00:00Z', { code: exampleOf(code) }),
  ];
}

/** A code of a form: `RT_*` stands for `RT_X`. */
function exampleOf(code: string): string {
  return code.replace('*', 'X');
}
