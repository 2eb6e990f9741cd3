import { describe, expect, it } from 'vitest';
import type { Language, Text } from '../../domain/text.ts';
import {
  explain,
  explainEvent,
  renderChanges,
  renderEventExplanation,
  renderExplanation,
  whatWouldChange,
} from '../../explain/index.ts';
import { columns, labelled, widthOf, wrapped } from '../../explain/render/layout.ts';
import { instantText, spanText, yuan } from '../../explain/render/words.ts';
import { machineNames } from '../../machines/index.ts';
import {
  awarded,
  caseOf,
  complainedOf,
  damagedDecided,
  leftWithThirdParty,
  notYetDamaged,
} from '../support/explained.ts';
import { sampled } from '../support/sampled.ts';

const chinese = /[\u3000-\u9fff\uff01-\uffef]/;

describe.each(machineNames)('rendered explanations of %s', (machine) => {
  const some = () => sampled(machine).filter((_, place) => place % 4 === 0);

  it('should hold no Chinese in English and no English titles in Chinese', () => {
    for (const { snapshot, explanation } of some()) {
      expectOneLanguage(explanation, (language) => renderExplanation(explanation, language));
      const changes = whatWouldChange(snapshot);
      expectOneLanguage(changes, (language) => renderChanges(changes, language));
      for (const type of ['facts.established', 'remedy.reshipChosen', 'claim.filed', 'parcel.signed']) {
        const event = explainEvent(snapshot, type);
        expectOneLanguage(event, (language) => renderEventExplanation(event, language));
      }
    }
  });

  it('should name every layer, every deadline and every posting', () => {
    for (const { explanation } of some()) {
      for (const language of ['en', 'zh'] as const) {
        const lines = renderExplanation(explanation, language).split('\n');
        for (const { title } of explanation.layers) {
          expect(lines.filter((line) => line.startsWith(title[language]))).toHaveLength(1);
        }
        for (const { title } of explanation.deadlines) {
          expect(lines.some((line) => line.endsWith(title[language]))).toBe(true);
        }
        for (const { amount } of explanation.postings) {
          expect(lines.some((line) => line.includes(` ${yuan(amount)} `))).toBe(true);
        }
        expect(lines.every((line) => line === line.trimEnd())).toBe(true);
      }
    }
  });
});

describe('a rendered explanation', () => {
  it('should say who bears the loss, by which rule and source, and on which facts', () => {
    const text = renderExplanation(explain(damagedDecided()), 'en');

    expect(text).toContain('Who makes the buyer whole: merchant\n  rule     DMG-6  Left with a third party');
    expect(text).toMatch(/source {3}After-sales service handbook 001, line \d+ \(stated, R-100\)/);
    expect(text).toContain('because  who signed for the parcel = a third party\n');
    expect(text).toMatch(/DMG-1 +merchant +who signed for the parcel = a third party, needs nobody\n/);
    expect(text).toContain('Who bears the freight: merchant, both ways\n');
  });

  it('should say in Chinese what is missing, whom to ask and what follows from silence', () => {
    const text = renderExplanation(explain(leftWithThirdParty()), 'zh');

    expect(text).toContain('由谁赔付买家：待查\n');
    expect(text).toMatch(/尚缺 +派送前联系买家的凭证 +问快递公司 {2}逾期视为：未出示\n/);
    expect(text).toMatch(/先问 +快递公司：派送前联系买家的凭证，同意第三方签收的凭证\n/);
    expect(text).toMatch(/如逾期 +商家（DMG-6）\n/);
    expect(text).toContain('运费由谁承担：随赔付方而定\n');
    expect(text).toMatch(/2026-03-04 11:00 UTC {2}还有 3 天 {2}快递公司须处理 {2}举证期限/);
    expect(text).toContain('逾期即：举证逾期 → 商家（DMG-6）');
  });

  it('should say that a human decided, and that there is nothing to rule', () => {
    expect(renderExplanation(explain(awarded()), 'en')).toContain(
      'Who bears the freight: way out: merchant, way back: courier (decided by a human)\n',
    );
    expect(renderExplanation(explain(notYetDamaged()), 'zh')).toContain('case  暂无异常，处理中\n');
    expect(renderChanges(whatWouldChange(notYetDamaged()), 'en')).toContain('so nothing is ruled');
  });

  it('should say what would change the ruling, and name the present value only where there is one', () => {
    const text = renderChanges(whatWouldChange(damagedDecided()), 'en');

    expect(text).toContain(
      [
        'Who makes the buyer whole: merchant (DMG-6)',
        '  by evidence',
        '    buyer, if',
        '      DMG-9  photos or film of the damage = missing (now shown)',
      ].join('\n'),
    );
    expect(text).toContain('who signed for the parcel = the buyer (now a third party) and inspected');
    expect(text).toContain('inspected before signing = no\n');
  });

  it('should say in Chinese which article gave way', () => {
    expect(renderExplanation(explain(complainedOf()), 'zh')).toMatch(
      /被取代 +DMG-2 {2}由 DMG-\d+ {2}买家未验货/,
    );
  });

  it('should say why an event is refused and what is expected instead', () => {
    const english = renderEventExplanation(explainEvent(damagedDecided(), 'remedy.partChosen'), 'en');
    const nowhere = renderEventExplanation(explainEvent(damagedDecided(), 'refund.paid'), 'zh');

    expect(english).toContain(
      'remedy.partChosen (The buyer will buy the damaged part locally): not accepted',
    );
    expect(english).toContain('bought separately (extent of the damage = partial)\n');
    expect(english).toContain('\nExpected instead\n');
    expect(nowhere).toContain('refund.paid（退款到账）：当前不接受\n');
    expect(nowhere).toMatch(/可接受于 +对买家的补救 › 退款中\n/);
  });

  it('should say which amount would do', () => {
    const owed = caseOf('refused', [
      { type: 'parcel.refused', reason: 'wrongItem' },
      { type: 'return.agreed' },
      { type: 'parcel.returned' },
      { type: 'remedy.refundChosen' },
    ]);

    expect(renderEventExplanation(explainEvent(owed, { type: 'refund.paid', amount: 5 }), 'en')).toContain(
      'exactly ¥128.00, paid by the buyer',
    );
  });
});

describe('the layout', () => {
  it('should count Chinese characters as two columns', () => {
    expect(widthOf('签收人＝本人')).toBe(12);
    expect(widthOf('DMG-6 ¥1')).toBe(8);
    expect(
      columns([
        ['商家', 'a'],
        ['buyer', 'b'],
      ]),
    ).toEqual(['商家   a', 'buyer  b']);
  });

  it('should show a label once and leave out what has no lines', () => {
    expect(
      labelled([
        ['条款', ['a', 'b']],
        ['出处', []],
        ['理', ['c']],
      ]),
    ).toEqual(['  条款  a', '        b', '  理    c']);
  });

  it('should keep lines within 100 columns', () => {
    const lines = wrapped(
      Array.from({ length: 40 }, (_, place) => `parcel.event${place}`),
      ', ',
    );

    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
    expect(lines.join(' ').split(', ')).toHaveLength(40);
  });

  it('should write amounts, instants and spans for people', () => {
    expect([yuan(0), yuan(5), yuan(12_800), yuan(1_234_567)]).toEqual([
      '¥0.00',
      '¥0.05',
      '¥128.00',
      '¥12345.67',
    ]);
    expect(instantText('2026-03-01T08:00:00.000Z')).toBe('2026-03-01 08:00 UTC');
    expect(instantText('2026-03-01T08:00:07+08:00')).toBe('2026-03-01 08:00:07 +08:00');
    expect(spanText(273_600_000, 'en')).toBe('3 d 4 h');
    expect(spanText(273_600_000, 'zh')).toBe('3 天 4 小时');
    expect(spanText(30_000, 'en')).toBe('0 min');
  });
});

// Helpers

/** Titles that a rendering may show: no Chinese in English; in Chinese no English title of several words. */
function expectOneLanguage(explained: object, render: (language: Language) => string): void {
  expect(render('en')).not.toMatch(chinese);
  const chineseText = render('zh');
  const told = textsIn(explained).filter(({ en }) => en.includes(' '));
  expect(told.filter(({ en }) => chineseText.includes(en))).toEqual([]);
}

function textsIn(data: unknown): Text[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'en' in data && 'zh' in data ? [data as Text] : [];
  return [...own, ...Object.values(data).flatMap(textsIn)];
}
