import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../actions/effects.ts';
import type { Language } from '../../domain/text.ts';
import { type RequestedNotice, renderNotice } from '../../explain/index.ts';
import { type NoticeDefinition, notices } from '../../explain/notices.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';

interface Sent {
  readonly requested: RequestedNotice;
  readonly snapshot: CaseSnapshot;
  /** Everything the case knew or was told: its context and the event. */
  readonly told: string;
  readonly where: string;
}

const languages: readonly Language[] = ['en', 'zh'];
const sent = everyNotice();

describe('a notice to the buyer', () => {
  it('should be requested by some scenario, whichever it is', () => {
    const requested = new Set(sent.map(({ requested: { notice } }) => notice));

    expect(Object.keys(notices).filter((notice) => !requested.has(notice as never))).toEqual([]);
  });

  it('should have text in both languages and leave no placeholder open', () => {
    for (const { requested, snapshot, where } of sent) {
      for (const language of languages) {
        const text = renderNotice(requested, snapshot, language);

        expect(text, where).not.toMatch(/[{}]|undefined|null|NaN/);
        expect(text.length, where).toBeGreaterThan(8);
      }
    }
  });

  it('should name only numbers and dates that the case knows', () => {
    for (const { requested, snapshot, told, where } of sent) {
      for (const language of languages) {
        for (const { kind, value } of figuresIn(renderNotice(requested, snapshot, language))) {
          expect(told, `${where}: the ${kind} ${value}`).toContain(
            kind === 'amount' ? `:${fen(value)}` : value,
          );
        }
      }
    }
  });

  it.each(Object.entries<NoticeDefinition>(notices))(
    'should promise nothing, whatever the case: %s',
    (_notice, { sentences: [first, ...others] }) => {
      for (const { en, zh } of [first, ...others]) {
        expect(en).not.toMatch(/\b(will|promise|guarantee|soon|shortly|at once|sorry)\b|\d/i);
        expect(zh).not.toMatch(/保证|承诺|尽快|马上|立即|一定|将会|很快|\d/);
        expect(placeholders(en)).toEqual(placeholders(zh));
      }
      for (const name of placeholders(first.en)) expect(['waybill', 'courier']).toContain(name);
    },
  );

  it('should say every sentence in some scenario, so that none is lost to a fact nobody knows', () => {
    const said = sent.map(({ requested, snapshot }) => renderNotice(requested, snapshot, 'en'));
    const lost = Object.values<NoticeDefinition>(notices)
      .flatMap(({ sentences }) => sentences)
      .filter(({ en }) => !said.some((text) => asPattern(en).test(text)));

    expect(lost.map(({ en }) => en)).toEqual([]);
  });

  it('should give the result with outcome, reason and amount', () => {
    const { requested, snapshot } = found('damaged/left-with-guard-without-consent.yaml', 'result');

    expect(renderNotice(requested, snapshot, 'en')).toMatch(
      /^Your case about parcel \S+ has been decided\. Result: refunded\. Reason: Left with a third party.*\. Refunded to you: ¥\d+\.\d\d\.$/,
    );
    expect(renderNotice(requested, snapshot, 'zh')).toMatch(
      /^您的包裹 \S+ 已有处理结果。结果：已退款。依据：.*已退款 ¥\d+\.\d\d。$/,
    );
  });

  it('should give the new waybill and the address of a return as the events named them', () => {
    const shipped = found('shipping-duty/alternative-shipped-the-same-day.yaml', 'newWaybill');
    const returned = found('dropship-return/quality-refunded.yaml', 'returnInstructions');

    expect(renderNotice(shipped.requested, shipped.snapshot, 'en')).toBe(
      'Your goods are on the way. The waybill number is ZT6400000113.',
    );
    expect(renderNotice(returned.requested, returned.snapshot, 'zh')).toMatch(
      /^您可以寄回商品。退货地址：.+。办理期限至 .+。$/,
    );
  });
});

// Helpers

/** Every notice that the bundled scenarios request, with the case after the step. */
function everyNotice(): Sent[] {
  const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const { trace } = run(readScenario(readFileSync(`scenarios/${file}`, 'utf8'), file), file);
      return trace.flatMap(({ effects, snapshot, before, event, index }) => {
        const contexts = [before, snapshot].map(({ context }) => context);
        return requestedIn(effects).map((requested) => ({
          requested,
          snapshot,
          told: datesAsWritten(JSON.stringify([contexts, event])),
          where: `${file}, step ${index + 1}: ${requested.notice}`,
        }));
      });
    });
}

function requestedIn(effects: readonly Effect[]): RequestedNotice[] {
  return effects.flatMap(({ type, params }) => (type === 'notifyBuyer' ? [params] : []));
}

function found(file: string, notice: string): Sent {
  return sent.find(({ where }) => where.startsWith(file) && where.endsWith(`: ${notice}`)) as Sent;
}

/** The sentence with anything in the place of its facts. */
function asPattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.+'));
}

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

interface Figure {
  readonly kind: 'amount' | 'date';
  readonly value: string;
}

function figuresIn(text: string): Figure[] {
  const all = (kind: Figure['kind'], pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([value]) => ({ kind, value }));
  return [...all('amount', /¥\d+\.\d\d/g), ...all('date', /\d{4}-\d\d-\d\d \d\d:\d\d/g)];
}

function fen(amount: string): number {
  return Math.round(Number(amount.slice(1)) * 100);
}

function datesAsWritten(json: string): string {
  return json.replaceAll(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/g, '$1 $2');
}
