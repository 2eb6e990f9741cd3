import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../domain/events.ts';
import { type Field, fieldsOf, inputFields } from '../../inspector/session/fields.ts';
import { parseEventForm, parseInputForm } from '../../inspector/session/forms.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const every = [...inputFields(), ...eventTypes.flatMap(fieldsOf)].flatMap(withInner);

describe('fields of forms', () => {
  it('should have a label in Chinese and English for every field of every event and of the input', () => {
    const bare = every.filter(({ name, label }) => label.en === name || !/\p{Script=Han}/u.test(label.zh));

    expect(bare.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('should have a name in Chinese for every option of every list', () => {
    const bare = every.flatMap(({ path, options = [] }) =>
      options.flatMap(({ value, title }) =>
        /\p{Script=Han}/u.test(title.zh) ? [] : [`${path.join('.')}: ${value}`],
      ),
    );

    expect(bare).toEqual([]);
  });

  it('should know what kind of value each field takes, and money from counts', () => {
    const [at, amount] = fieldsOf('refund.paid');
    const order = inputFields().find(({ name }) => name === 'order')?.fields ?? [];

    expect(at).toMatchObject({ name: 'at', kind: 'instant', required: true, personal: false });
    expect(amount).toMatchObject({ name: 'amount', kind: 'number', unit: 'fen', least: 0, required: true });
    expect(order.find(({ name }) => name === 'paid')).toMatchObject({ unit: 'fen', least: 1 });
    expect(order.find(({ name }) => name === 'dropship')).toMatchObject({ kind: 'boolean', default: false });
    expect(every.find(({ name }) => name === 'evidence')).toMatchObject({ unit: 'ms', required: false });
    expect(every.find(({ name }) => name === 'courierFallback')).toMatchObject({ kind: 'list' });
  });

  it('should name the values of facts and parties as the rules do', () => {
    const facts = fieldsOf('facts.established').find(({ name }) => name === 'facts')?.fields ?? [];
    const reason = fieldsOf('parcel.refused').find(({ name }) => name === 'reason');

    expect(facts.find(({ name }) => name === 'signedBy')?.options?.map(({ title }) => title.zh)).toEqual([
      '无人签收',
      '本人',
      '第三方',
    ]);
    expect(reason?.options?.map(({ title }) => title.zh)).toContain('质量问题');
    expect(reason).toMatchObject({ required: false, kind: 'enum' });
  });

  it('should take every free text for personal, but not couriers, lists or numbers', () => {
    const personal = new Set(every.filter((field) => field.personal).map(({ name }) => name));

    expect([...personal]).toEqual(
      expect.arrayContaining(['waybill', 'returnAddress', 'reason', 'reply', 'name']),
    );
    for (const name of ['courier', 'caseId', 'amount', 'at', 'signedBy', 'courierFallback']) {
      expect(personal.has(name)).toBe(false);
    }
  });
});

describe('a form that is filled in', () => {
  it('should give the event, without what was left blank', () => {
    const { value, errors } = parseEventForm('parcel.refused', { at: openedAt, reason: '' });

    expect(errors).toBeUndefined();
    expect(value).toEqual({ type: 'parcel.refused', at: openedAt });
  });

  it.each([
    ['refund.paid', { at: openedAt }, ['amount'], /missing/, '必填'],
    ['refund.paid', { at: openedAt, amount: 1.5 }, ['amount'], /whole number of fen/, '须为整数'],
    ['refund.paid', { at: openedAt, amount: -1 }, ['amount'], /must not be negative/, '不得小于 0'],
    ['refund.paid', { at: 'today', amount: 1 }, ['at'], /ISO date and time/, '须为有效的日期和时间'],
    ['surcharge.consented', { at: openedAt, by: 'nobody' }, ['by'], /not one of/, '须选择列表中的一项'],
    ['claim.denied', { at: openedAt, reason: 'x'.repeat(501) }, ['reason'], /500/, '最多 500 个字'],
    ['facts.established', { at: openedAt, facts: {} }, ['facts'], /at least one fact/, '至少填写一项'],
    [
      'facts.established',
      { at: openedAt, facts: { stock: 'maybe' } },
      ['facts', 'stock'],
      /not one of/,
      '须选择列表中的一项',
    ],
  ] as const)('should say what is wrong in %s with %j', (type, filled, path, en, zh) => {
    const { errors } = parseEventForm(type, filled);

    expect(errors).toEqual([{ path, message: { en: expect.stringMatching(en), zh } }]);
  });

  it('should tell the limits of money and of spans in the units that the form asks for', () => {
    const { errors: money } = parseEventForm('refund.paid', { at: openedAt, amount: 1e20 });
    const { errors: span } = parseInputForm({ ...inventedInput(openedAt), policy: { evidence: 1e15 } });

    expect(money?.[0]?.message).toEqual({
      en: 'must not be more than 90071992547409.9 CNY',
      zh: '不得大于 90071992547409.9 元',
    });
    expect(span?.[0]?.message).toEqual({
      en: 'must not be more than 36500 days',
      zh: '不得大于 36500 天',
    });
  });

  it('should open a case with the invented order', () => {
    expect(parseInputForm(inventedInput(openedAt)).value).toEqual(inventedInput(openedAt));
  });

  it('should say what is wrong with the input of a case', () => {
    const input = inventedInput(openedAt);

    expect(parseInputForm({ ...input, order: { ...input.order, paid: 0 } }).errors).toEqual([
      { path: ['order', 'paid'], message: { en: expect.stringContaining('more than 0'), zh: '须大于 0' } },
    ]);
    expect(parseInputForm({ ...input, openedAt: '1999-01-01T00:00:00Z' }).errors?.[0]).toMatchObject({
      path: ['openedAt'],
      message: { zh: expect.stringContaining('生效') },
    });
  });
});

// Helpers

function withInner(field: Field): Field[] {
  return [field, ...(field.fields ?? []).flatMap(withInner)];
}
