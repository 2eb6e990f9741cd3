import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { effectText } from '../../explain/render/effects.ts';
import { eventText } from '../../explain/render/events.ts';
import { readScenario } from '../../replay/read.ts';
import { type Run, run } from '../../replay/run.ts';

const runs: Run[] = [];

beforeAll(() => {
  for (const file of readdirSync('scenarios', { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.yaml')) runs.push(run(readScenario(readFileSync(`scenarios/${file}`, 'utf8'), file)));
  }
}, 60_000);

describe('effectText', () => {
  it('should say every effect of the bundled scenarios in English and in Chinese', () => {
    const effects = runs.flatMap(({ opened, trace }) => [
      ...opened.effects,
      ...trace.flatMap((step) => step.effects),
    ]);

    expect(new Set(effects.map(({ type }) => type)).size).toBeGreaterThan(12);
    for (const effect of effects) {
      expect(effectText(effect, 'en')).toMatch(/^[a-z][^\u4e00-\u9fff]+$/);
      expect(effectText(effect, 'zh')).toMatch(/[\u4e00-\u9fff]/);
      expect(effectText(effect, 'zh')).not.toMatch(/[a-z]{3} [a-z]/);
    }
  });

  it('should name amounts in yuan, parties, facts and times', () => {
    const key = 'c:1:0';

    expect(effectText({ type: 'fileClaim', params: { against: 'courier', amount: 12905, key } }, 'en')).toBe(
      'claim ¥129.05 from the courier',
    );
    expect(
      effectText(
        { type: 'requestEvidence', params: { from: 'buyer', facts: ['damageProof', 'stock'], key } },
        'en',
      ),
    ).toBe('ask the buyer for: photos or film of the damage; the goods are in stock');
    expect(
      effectText(
        {
          type: 'scheduleDeadline',
          params: {
            deadline: {
              id: 'evidence',
              from: '2026-03-02T10:00:00Z',
              dueAt: '2026-03-05T10:00:00Z',
              lapses: 'evidence.lapsed',
              mustAct: 'buyer',
            },
            key,
          },
        },
        'zh',
      ),
    ).toBe('设定期限 2026-03-05 10:00 UTC：举证期限');
  });
});

describe('eventText', () => {
  it('should say every event of the bundled scenarios in English and in Chinese', () => {
    for (const { trace } of runs) {
      for (const { event, reason } of trace) {
        if (!event || reason?.code === 'unknown' || reason?.code === 'invalid') continue;
        expect(eventText(event, 'en')).toMatch(/^[A-Z]/);
        expect(eventText(event, 'zh')).toMatch(/^[\u4e00-\u9fff“]/);
      }
    }
  });

  it('should say what an event carries', () => {
    const at = '2026-03-02T10:00:00Z';

    expect(eventText({ type: 'refund.paid', at, amount: 8800 }, 'en')).toBe('The refund was paid: ¥88.00');
    expect(eventText({ type: 'receipt.extended', at, until: '2026-03-09T00:00:00Z' }, 'zh')).toBe(
      '已延长收货时间：2026-03-09 00:00 UTC',
    );
    expect(
      eventText({ type: 'facts.established', at, facts: { stock: 'no', signedBy: 'buyer' } }, 'en'),
    ).toBe('Facts were established: the goods are in stock = no; who signed for the parcel = the buyer');
  });

  it('should keep the type of an event that does not exist', () => {
    expect(eventText({ type: 'parcel.exploded', at: '' }, 'zh')).toBe('parcel.exploded');
  });
});
