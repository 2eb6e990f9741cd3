import { describe, expect, it } from 'vitest';
import { rulebooks } from '../../guards/rulebooks.ts';
import { citedTransitions } from '../../machines/cited-transitions.ts';
import { assumed, stated } from '../../policy/citation.ts';
import { listRulebook } from '../../policy/listing.ts';
import type { Article } from '../../policy/rulebook.ts';
import { small } from '../support/small-rulebook.ts';

const on = '2026-03-01';

describe('the rulebook as rows', () => {
  const listing = listRulebook(small, { on });

  it('should give each article its layer, its condition in words and what it decides', () => {
    expect(listing.articles[1]).toEqual({
      id: 'TST-2',
      type: 'test',
      layer: 'payer',
      title: { en: 'A | B: the buyer pays.', zh: '由买家承担。' },
      when: [
        {
          en: 'who signed for the parcel: the buyer / a third party; inspected before signing: no',
          zh: '签收人：本人 / 第三方；先验货后签收：否',
        },
        { en: 'who signed for the parcel: nobody', zh: '签收人：无人签收' },
      ],
      rows: [{ signedBy: ['buyer', 'thirdParty'], inspectedBeforeSigning: 'no' }, { signedBy: 'nobody' }],
      ruling: 'buyer',
      limitedTo: null,
      rulingText: { en: 'buyer', zh: '买家' },
      exceptionTo: ['TST-1'],
      ruleSets: ['guides'],
      cites: [assumed('Made up for this test.', 'A-36')],
    });
    expect(listing.articles[0]?.limitedTo).toBe('compensation');
    expect(listing.articles[0]?.rulingText).toEqual({
      en: 'merchant, compensation only',
      zh: '商家，仅限补偿',
    });
    expect(listing.articles[2]?.rulingText).toEqual({
      en: 'out: merchant; back: whoever paid it',
      zh: '去程：商家；回程：谁付谁承担',
    });
    expect(listing.articles[2]?.when).toEqual([{ en: 'always', zh: '任何情况' }]);
  });

  it('should give each parameter its value on the date', () => {
    const values = Object.fromEntries(listing.parameters.map(({ name, valueText }) => [name, valueText]));

    expect(values.staleTracking).toEqual({ en: '7 days', zh: '7 天' });
    expect(values.ticketReply).toEqual({ en: '24 hours', zh: '24 小时' });
    expect(values.deliveryAttempts).toEqual({ en: '2', zh: '2' });
    expect(values.goodwillAfterComplaint).toEqual({ en: 'part of the price', zh: '部分补偿' });
    expect(values.courierFallback?.en).toBe('yunda, shentong, ems, sf');
  });

  it('should list what the product decided by itself, and who carries it', () => {
    const own = listing.assumptions.filter(({ carriedBy }) => !carriedBy.startsWith('parameter '));

    expect(own).toEqual([
      { carriedBy: 'TST-2', ambiguity: 'A-36', note: 'Made up for this test.' },
      { carriedBy: 'condition cited', ambiguity: 'A-09', note: 'Chosen.' },
      { carriedBy: 'test.waiting + parcel.signed', ambiguity: 'A-10', note: 'Moves.' },
    ]);
    expect(listing.conditions.map(({ name }) => name)).toEqual(['cited']);
  });

  it('should keep to one exception type if asked to', () => {
    const other = listRulebook(small, { on, type: 'other' });

    expect(other.types).toEqual([{ type: 'other', title: { en: 'Test', zh: '测试' } }]);
    expect(other.articles).toEqual([]);
    expect(other.transitions).toEqual([]);
    expect(other.parameters).toEqual(listing.parameters);
    expect(listRulebook(small, { on, type: 'test' }).transitions.map(({ state }) => state)).toEqual([
      'test.waiting',
    ]);
  });

  it('should hold every article of every book once', () => {
    const all = listRulebook({ books: rulebooks }, { on }).articles.map(({ id }) => id);
    const ids = Object.values(rulebooks).flatMap(({ articles }) => Object.keys(articles));

    expect(all).toEqual(ids);
    expect(new Set(all).size).toBe(all.length);
  });

  it('should have words for every condition and ruling of every book', () => {
    const { articles } = listRulebook({ books: rulebooks }, { on });
    const texts = articles.flatMap(({ when, rulingText }) => [...when, rulingText]);

    expect(
      texts.filter(({ en, zh }) => /undefined|\[object/.test(en + zh) || !/\p{Script=Han}/u.test(zh)),
    ).toEqual([]);
  });

  it('should refuse a type without a book, and say which there are', () => {
    expect(() => listRulebook(small, { on, type: 'lots' })).toThrowError(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        message: 'There is no exception type "lots". Choose one of: test, other.',
      }),
    );
    expect(() => listRulebook(small, { on, type: 'toString' })).toThrowError('no exception type "toString"');
  });

  it.each(['yesterday', '2026-02-30', ''])('should refuse "%s" as a date', (date) => {
    expect(() => listRulebook(small, { on: date })).toThrowError(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  it('should refuse a date before the first value of a parameter', () => {
    expect(() => listRulebook(small, { on: '1999-12-31' })).toThrowError(
      expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
    );
  });
});

describe('the cited transitions', () => {
  const cited = citedTransitions();

  it('should be found in the composed case, by the short names of their states', () => {
    const found = cited.find(
      ({ state, event }) => state === 'overArea.askingToWait' && event === 'buyer.waits',
    );

    expect(found?.cites).toEqual([stated('afterSales', 272, 272, 'R-160')]);
    expect(cited.some(({ state }) => state === 'remedy.choosing')).toBe(true);
    expect(cited.some(({ state }) => state.endsWith('opened'))).toBe(false);
  });
});

describe('every rulebook', () => {
  it.each(Object.entries(rulebooks))(
    'should have a title in both languages for each article of %s',
    (_type, book) => {
      const untold = Object.entries<Article>(book.articles).filter(
        ([, { title }]) => !/^[A-Z].*\.$/.test(title.en) || !/\p{Script=Han}.*。$/u.test(title.zh),
      );

      expect(untold.map(([id]) => id)).toEqual([]);
    },
  );
});
