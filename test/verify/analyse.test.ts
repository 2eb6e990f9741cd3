import { describe, expect, it } from 'vitest';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { assumed } from '../../policy/citation.ts';
import { type Article, type Rulebook, rulebook } from '../../policy/rulebook.ts';
import { analyse } from '../../verify/analyse.ts';
import { reviews } from '../../verify/reviews.ts';

describe.each(exceptionTypes)('the analysis of the rulebook %s', (type) => {
  it('should find nothing wrong', () => {
    const { layers, unusedFacts, unusedValues } = analyse(rulebooks[type]);

    expect(
      layers.map(({ layer, conflicts, silences, dead, displaced, brokenLaws, idleLaws }) => ({
        layer,
        found: { conflicts, silences, dead, displaced, brokenLaws, idleLaws },
      })),
    ).toEqual(
      layers.map(({ layer }) => ({
        layer,
        found: { conflicts: [], silences: [], dead: [], displaced: [], brokenLaws: [], idleLaws: [] },
      })),
    );
    expect({ unusedFacts, unusedValues }).toEqual({ unusedFacts: reviewedFacts(type), unusedValues: [] });
  });
});

describe('the analysis of all rulebooks', () => {
  it('should have looked at every possible combination', () => {
    expect(
      Object.fromEntries(
        exceptionTypes.map((type) => [
          type,
          Object.fromEntries(
            analyse(rulebooks[type]).layers.map(({ layer, combinations }) => [layer, combinations]),
          ),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "afterSale": {
          "freight": 576,
          "payer": 40960,
          "recourse": 20,
        },
        "damaged": {
          "freight": 4,
          "payer": 15552,
          "recourse": 12,
        },
        "dropshipReturn": {
          "freight": 20,
          "payer": 80,
          "recourse": 40,
        },
        "lost": {
          "freight": 1920,
          "payer": 252,
          "recourse": 252,
          "surcharge": 4,
        },
        "minorFlaw": {
          "freight": 4,
          "payer": 3,
          "recourse": 3,
        },
        "misrouted": {
          "freight": 4,
          "payer": 24,
        },
        "namedOnly": {
          "payer": 4,
        },
        "overArea": {
          "freight": 18,
          "payer": 3,
          "recourse": 18,
          "surcharge": 12,
        },
        "papers": {
          "freight": 5,
          "payer": 20,
        },
        "recipient": {
          "freight": 15,
          "payer": 5,
          "recourse": 15,
        },
        "refused": {
          "freight": 16,
          "payer": 8,
          "recourse": 32,
        },
        "shippingDuty": {
          "freight": 2,
          "payer": 4,
          "recourse": 2,
          "surcharge": 2,
        },
        "standstill": {
          "freight": 7,
          "payer": 42,
          "recourse": 7,
          "surcharge": 4,
        },
      }
    `);
  });
});

describe('the analysis of a broken rulebook', () => {
  it('should find nothing wrong with the sound one it is made from', () => {
    expect(analyse(sound())).toEqual({
      type: 'made-up',
      layers: [
        {
          layer: 'payer',
          combinations: 12,
          conflicts: [],
          silences: [],
          dead: [],
          displaced: [],
          brokenLaws: [],
          idleLaws: [],
        },
      ],
      unusedFacts: [],
      unusedValues: [],
    });
  });

  it('should report a conflict where two articles remain, with the facts and both articles', () => {
    const { conflicts } = payerOf(withArticle('ART-3', { signedBy: ['thirdParty', 'buyer'], stock: 'no' }));

    expect(conflicts).toEqual([
      { facts: { signedBy: 'buyer', dropship: 'yes', stock: 'no' }, articles: ['ART-2', 'ART-3'] },
      { facts: { signedBy: 'buyer', dropship: 'no', stock: 'no' }, articles: ['ART-2', 'ART-3'] },
    ]);
  });

  it('should report silence where no article holds', () => {
    const { silences } = payerOf(
      withArticle('ART-3', { signedBy: 'thirdParty', dropship: 'yes', stock: 'no' }),
    );

    expect(silences).toEqual([{ signedBy: 'thirdParty', dropship: 'no', stock: 'no' }]);
  });

  it('should report an article that never holds, because its facts cannot occur together', () => {
    const book = withArticle('ART-9', { signedBy: 'nobody', dropship: 'yes', stock: 'yes' });

    expect(
      payerOf({ ...book, impossible: [{ when: { signedBy: 'nobody', stock: 'yes' }, because: 'made up' }] }),
    ).toMatchObject({
      dead: ['ART-9'],
      displaced: [],
    });
  });

  it('should report an article that is displaced wherever it holds', () => {
    const book = withArticle('ART-9', { signedBy: 'nobody' });
    const articles = {
      ...book.articles,
      'ART-1': { ...(book.articles['ART-1'] as Article), exceptionTo: ['ART-9'] },
    };

    expect(payerOf({ ...book, articles })).toMatchObject({ dead: [], displaced: ['ART-9'], conflicts: [] });
  });

  it('should report a broken law, with the article and the facts that break it', () => {
    const book = withLaw({ signedBy: 'buyer', withinReturnWindow: 'yes' }, (payer) => payer === 'buyer');

    expect(payerOf(book).brokenLaws).toEqual([
      {
        law: 'made up',
        article: 'ART-2',
        facts: { signedBy: 'buyer', dropship: 'yes', stock: 'yes', withinReturnWindow: 'yes' },
      },
    ]);
  });

  it('should report a law that concerns nothing', () => {
    const book = withLaw({ signedBy: 'nobody', stock: 'yes' }, () => true);

    expect(
      payerOf({ ...book, impossible: [{ when: { signedBy: 'nobody', stock: 'yes' }, because: 'made up' }] }),
    ).toMatchObject({
      brokenLaws: [],
      idleLaws: ['made up'],
    });
  });

  it('should report a fact that no article reads, and one that changes nothing', () => {
    expect(analyse({ ...sound(), facts: [...sound().facts, 'forceMajeure'] }).unusedFacts).toEqual([
      'forceMajeure',
    ]);

    const { 'ART-5': _fifth, ...articles } = withArticle('ART-4', {
      signedBy: 'thirdParty',
      stock: 'yes',
      dropship: ['yes', 'no'],
    }).articles;
    expect(analyse({ ...sound(), articles }).unusedFacts).toEqual(['dropship']);
  });

  it('should report a value that can never occur', () => {
    const impossible = [{ when: { signedBy: 'nobody' }, because: 'made up' }] as const;

    expect(analyse({ ...sound(), impossible }).unusedValues).toEqual(['signedBy: nobody']);
  });

  it('should look only at the articles of the rule set', () => {
    const book = withArticle('ART-9', { signedBy: 'nobody' });
    const articles = { ...book.articles, 'ART-9': { ...(book.articles['ART-9'] as Article), ruleSets: [] } };

    expect(payerOf({ ...book, articles })).toMatchObject({ conflicts: [], dead: [] });
  });
});

// Helpers

function reviewedFacts(book: string): string[] {
  return reviews
    .filter(({ type, kind }) => type === book && kind === 'unusedFact')
    .map(({ subject }) => subject);
}

const made = { title: { en: 'made up', zh: '虚构' }, cites: [assumed('made up')] as const };

/** Who pays, by who signed; for a third party by stock, which matters for dropshipped goods only. */
function sound(): Rulebook {
  return rulebook({
    type: 'made-up',
    title: made.title,
    facts: ['signedBy', 'dropship', 'stock'],
    articles: {
      'ART-1': { ...made, when: { signedBy: 'nobody' }, liability: { payer: 'merchant' } },
      'ART-2': { ...made, when: { signedBy: 'buyer' }, liability: { payer: 'buyer' } },
      'ART-3': { ...made, when: { signedBy: 'thirdParty', stock: 'no' }, liability: { payer: 'courier' } },
      'ART-4': {
        ...made,
        when: { signedBy: 'thirdParty', stock: 'yes', dropship: 'no' },
        liability: { payer: 'nobody' },
      },
      'ART-5': {
        ...made,
        when: { signedBy: 'thirdParty', stock: 'yes', dropship: 'yes' },
        liability: { payer: 'merchant' },
      },
    },
  });
}

function withArticle(id: string, when: Article['when']): Rulebook {
  const book = sound();
  return {
    ...book,
    articles: { ...book.articles, [id]: { ...made, when, liability: { payer: 'courier' } } },
  };
}

function withLaw(when: Rulebook['laws'][number]['when'], never: Rulebook['laws'][number]['never']): Rulebook {
  const book = sound();
  return { ...book, laws: [{ title: made.title, when, layer: 'payer', never }] };
}

function payerOf(book: Rulebook) {
  const [payer] = analyse(book).layers;
  return payer as NonNullable<typeof payer>;
}
