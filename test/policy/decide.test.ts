import { describe, expect, it } from 'vitest';
import { assumed } from '../../policy/citation.ts';
import { decide, governing, matching, nextToAsk, readBy, silentValues } from '../../policy/decide.ts';
import { type Article, type Liability, type Row, type Rulebook, rulebook } from '../../policy/rulebook.ts';

describe('what a rulebook decides', () => {
  it('should be the one article whose condition holds', () => {
    const book = bookOf({
      'TST-1': merchantPays({ signedBy: 'nobody' }),
      'TST-2': buyerPays({ signedBy: 'buyer' }),
    });

    expect(decide(book, 'payer', { signedBy: 'nobody' })).toEqual({ kind: 'decided', article: 'TST-1' });
    expect(decide(book, 'payer', { signedBy: 'buyer' })).toEqual({ kind: 'decided', article: 'TST-2' });
  });

  it('should be silence where no article speaks', () => {
    const book = bookOf({ 'TST-1': merchantPays({ signedBy: 'nobody' }) });

    expect(decide(book, 'payer', { signedBy: 'thirdParty' })).toEqual({ kind: 'silent' });
    expect(decide(book, 'freight', { signedBy: 'nobody' })).toEqual({ kind: 'silent' });
  });

  it('should be a conflict where two articles speak, whatever their order and even if they agree', () => {
    const two = {
      'TST-1': merchantPays({ signedBy: 'nobody' }),
      'TST-2': merchantPays({ damageProof: 'shown' }),
    };
    const known = { signedBy: 'nobody', damageProof: 'shown' } as const;

    expect(decide(bookOf(two), 'payer', known)).toEqual({ kind: 'conflict', articles: ['TST-1', 'TST-2'] });
    expect(decide(bookOf(Object.fromEntries(Object.entries(two).reverse())), 'payer', known)).toEqual({
      kind: 'conflict',
      articles: ['TST-2', 'TST-1'],
    });
  });

  it('should hold where any row of an article holds, and a cell accepts any of its values', () => {
    const book = bookOf({
      'TST-1': merchantPays([{ signedBy: ['nobody', 'thirdParty'] }, { damageProof: 'missing' }]),
    });

    expect(matching(book, 'payer', { signedBy: 'thirdParty' })).toEqual(['TST-1']);
    expect(matching(book, 'payer', { signedBy: 'buyer', damageProof: 'missing' })).toEqual(['TST-1']);
    expect(matching(book, 'payer', { signedBy: 'buyer', damageProof: 'shown' })).toEqual([]);
  });

  it('should not mix the layers', () => {
    const book = bookOf({
      'TST-1': merchantPays({ signedBy: 'nobody' }),
      'TST-30': article({ signedBy: 'nobody' }, { recourse: 'courier' }),
    });

    expect(decide(book, 'payer', { signedBy: 'nobody' })).toEqual({ kind: 'decided', article: 'TST-1' });
    expect(decide(book, 'recourse', { signedBy: 'nobody' })).toEqual({ kind: 'decided', article: 'TST-30' });
  });
});

describe('an exception', () => {
  const book = bookOf({
    'TST-1': buyerPays({ signedBy: 'buyer' }),
    'TST-2': { ...merchantPays({ complaint: 'yes' }), exceptionTo: ['TST-1'] },
  });

  it('should displace what it names, where both hold', () => {
    const known = { signedBy: 'buyer', complaint: 'yes' } as const;

    expect(matching(book, 'payer', known)).toEqual(['TST-1', 'TST-2']);
    expect(governing(book, 'payer', known)).toEqual(['TST-2']);
    expect(decide(book, 'payer', known)).toEqual({ kind: 'decided', article: 'TST-2' });
  });

  it('should leave it alone where it does not hold itself', () => {
    expect(decide(book, 'payer', { signedBy: 'buyer', complaint: 'no' })).toEqual({
      kind: 'decided',
      article: 'TST-1',
    });
  });

  it('should displace only what it names', () => {
    const three = bookOf({ ...book.articles, 'TST-3': buyerPays({ damageProof: 'missing' }) });

    expect(decide(three, 'payer', { signedBy: 'buyer', complaint: 'yes', damageProof: 'missing' })).toEqual({
      kind: 'conflict',
      articles: ['TST-2', 'TST-3'],
    });
  });
});

describe('a pending fact', () => {
  const book = bookOf({
    'TST-1': merchantPays({ signedBy: ['nobody', 'thirdParty'] }),
    'TST-2': buyerPays({ signedBy: 'buyer', inspectedBeforeSigning: 'no' }),
    'TST-3': merchantPays({ signedBy: 'buyer', inspectedBeforeSigning: 'yes' }),
  });

  it('should never decide where its value makes a difference', () => {
    expect(decide(book, 'payer', { signedBy: 'buyer' })).toEqual({
      kind: 'pending',
      missing: ['inspectedBeforeSigning'],
    });
  });

  it('should name every fact that can still matter', () => {
    expect(decide(book, 'payer', {})).toEqual({
      kind: 'pending',
      missing: ['signedBy', 'inspectedBeforeSigning'],
    });
  });

  it('should not matter once others have ruled out every article that reads it', () => {
    expect(decide(book, 'payer', { signedBy: 'nobody' })).toEqual({ kind: 'decided', article: 'TST-1' });
  });

  it('should not matter where all its values lead to the same article', () => {
    const same = bookOf({ 'TST-1': merchantPays({ signedBy: ['nobody', 'buyer', 'thirdParty'] }) });

    expect(decide(same, 'payer', {})).toEqual({ kind: 'decided', article: 'TST-1' });
  });

  it('should be pending between an article and silence', () => {
    const partial = bookOf({ 'TST-1': merchantPays({ signedBy: 'nobody' }) });

    expect(decide(partial, 'payer', {})).toEqual({ kind: 'pending', missing: ['signedBy'] });
  });

  it('should be asked of one party at a time, whose silence counts as the catalogue says', () => {
    const missing = ['inspectedBeforeSigning', 'signedBy', 'damageProof'] as const;

    expect(nextToAsk(missing)).toEqual({ from: 'buyer', facts: ['inspectedBeforeSigning', 'damageProof'] });
    expect(silentValues(missing)).toEqual({ inspectedBeforeSigning: 'no', damageProof: 'missing' });
    expect(nextToAsk(['complaint'])).toBeNull();
    expect(silentValues(['complaint'])).toEqual({});
  });
});

describe('an impossible combination', () => {
  const articles = {
    'TST-1': merchantPays({ contactProof: 'missing' }),
    'TST-2': buyerPays({ contactProof: 'shown', consentProof: 'shown' }),
    'TST-3': merchantPays({ contactProof: 'shown', consentProof: 'missing' }),
  };
  const impossible = [
    { when: { contactProof: 'missing', consentProof: 'shown' } as const, because: 'No contact, no consent.' },
  ];

  it('should not be tried, so a known fact can settle a pending one', () => {
    const known = { consentProof: 'shown' } as const;

    expect(decide(bookOf(articles), 'payer', known)).toEqual({ kind: 'pending', missing: ['contactProof'] });
    expect(decide({ ...bookOf(articles), impossible }, 'payer', known)).toEqual({
      kind: 'decided',
      article: 'TST-2',
    });
  });

  it('should leave silence where nothing is possible any more', () => {
    const never = [
      { when: { consentProof: 'missing', contactProof: 'missing' } as const, because: 'Made up.' },
      { when: { consentProof: 'missing', contactProof: 'shown' } as const, because: 'Made up.' },
    ];

    expect(decide({ ...bookOf(articles), impossible: never }, 'payer', { consentProof: 'missing' })).toEqual({
      kind: 'silent',
    });
  });
});

describe('a layer below the payer', () => {
  const book = bookOf({
    'TST-20': article({ payer: 'merchant' }, { freight: { outbound: 'merchant', return: 'merchant' } }),
    'TST-21': article({ payer: 'buyer' }, { freight: { outbound: 'asPaid', return: 'asPaid' } }),
  });

  it('should read who pays', () => {
    expect(readBy(book, 'freight')).toEqual(['payer']);
    expect(decide(book, 'freight', { payer: 'buyer' })).toEqual({ kind: 'decided', article: 'TST-21' });
  });

  it('should say what is wrong where nobody decided who pays', () => {
    expect(() => decide(book, 'freight', {})).toThrowError(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        message:
          'The freight articles of test read who pays, and no payer is given. ' +
          'Decide the layer "payer" first and pass its ruling as "payer".',
      }),
    );
  });
});

describe('what was worked out once', () => {
  it('should not leak into a book with other articles', () => {
    const known = { signedBy: 'nobody' } as const;
    const one = bookOf({ 'TST-1': merchantPays(known) });
    const other = bookOf({ 'TST-2': buyerPays(known) });

    expect(decide(one, 'payer', known)).toEqual({ kind: 'decided', article: 'TST-1' });
    expect(decide(other, 'payer', known)).toEqual({ kind: 'decided', article: 'TST-2' });
    expect(decide(one, 'payer', known)).toEqual({ kind: 'decided', article: 'TST-1' });
  });

  it('should not leak into another rule set', () => {
    const known = { signedBy: 'nobody' } as const;
    const book = bookOf({
      'TST-1': merchantPays(known),
      'TST-2': { ...buyerPays(known), ruleSets: ['later' as 'guides'] },
    });

    expect(decide(book, 'payer', known, 'guides')).toEqual({ kind: 'decided', article: 'TST-1' });
    expect(decide(book, 'payer', known, 'later' as 'guides')).toEqual({ kind: 'decided', article: 'TST-2' });
    expect(decide(book, 'payer', known)).toEqual({ kind: 'decided', article: 'TST-1' });
  });

  it('should not leak between a fact that is pending and one that is known', () => {
    const book = bookOf({
      'TST-1': merchantPays({ signedBy: 'nobody' }),
      'TST-2': buyerPays({ signedBy: ['buyer', 'thirdParty'] }),
    });

    expect(decide(book, 'payer', {}).kind).toBe('pending');
    expect(decide(book, 'payer', { signedBy: 'buyer' })).toEqual({ kind: 'decided', article: 'TST-2' });
    expect(decide(book, 'payer', {}).kind).toBe('pending');
  });
});

// Helpers

function bookOf(articles: Readonly<Record<string, Article>>): Rulebook {
  const facts = [
    'signedBy',
    'inspectedBeforeSigning',
    'contactProof',
    'consentProof',
    'damageProof',
    'complaint',
  ] as const;
  return { ...rulebook({ type: 'test', title: { en: 'Test', zh: '测试' }, facts, articles: {} }), articles };
}

function article(when: Row | readonly Row[], liability: Liability): Article {
  return { title: { en: 'Made up.', zh: '虚构。' }, cites: [assumed('Made up.')], when, liability };
}

function merchantPays(when: Row | readonly Row[]): Article {
  return article(when, { payer: 'merchant' });
}

function buyerPays(when: Row | readonly Row[]): Article {
  return article(when, { payer: 'buyer' });
}
