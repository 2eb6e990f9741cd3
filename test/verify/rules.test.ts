import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactName, factCatalogue, valuesOf } from '../../domain/facts.ts';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { assumed } from '../../policy/citation.ts';
import { governing, holds, isPossible } from '../../policy/decide.ts';
import {
  type Article,
  type Known,
  type Layer,
  type Row,
  type Rulebook,
  rulingOf,
} from '../../policy/rulebook.ts';
import { analyse } from '../../verify/analyse.ts';
import { proofs } from '../../verify/proofs.ts';
import { conflictRegions, type Region, regionOf, regionsOf, silentBoxes } from '../../verify/regions.ts';
import { checkRules, failuresOf } from '../../verify/rules.ts';
import { spaceOf } from '../../verify/space.ts';

describe.each(exceptionTypes)('the rules of %s', (type) => {
  it('should have no finding that nobody has reviewed', () => {
    expect(failuresOf(checkRules(rulebooks[type]))).toEqual([]);
  });

  it('should be found alike by box algebra and by asking about every combination', () => {
    expectEnginesAgree(rulebooks[type]);
  });
});

describe('box algebra', () => {
  it('should find what enumeration finds in any rulebook', () => {
    fc.assert(fc.property(books(), expectEnginesAgree), { numRuns: 300 });
  });

  it('should have rulebooks with conflicts, silence and displaced articles among those', () => {
    const found = fc
      .sample(books(), { numRuns: 300, seed: 1 })
      .flatMap((book) => checkRules(book, plain).findings);

    expect(new Set(found.map(({ kind }) => kind))).toEqual(
      new Set([
        'conflict',
        'silence',
        'dead',
        'displaced',
        'redundant',
        'unusedFact',
        'brokenLaw',
        'idleLaw',
        'unusedValue',
      ]),
    );
  });

  it('should say a region in as few rows as the values allow', () => {
    const book = bookWith({ 'ART-1': [{ signedBy: 'nobody' }] });

    expect(checkRules(book, plain).findings).toMatchObject([
      {
        kind: 'silence',
        subject: 'payer',
        region: { rows: [{ signedBy: ['buyer', 'thirdParty'] }], combinations: 2 },
      },
    ]);
  });
});

describe('proof', () => {
  const proof = [{ fact: 'damageProof', weak: 'missing', strong: 'shown', helps: 'buyer' }] as const;

  it('should be declared for every fact that is shown or missing', () => {
    const shown = (Object.keys(factCatalogue) as FactName[]).filter((name) =>
      (valuesOf(name) as string[]).includes('shown'),
    );

    expect(shown.filter((name) => !proofs.some(({ fact }) => fact === name))).toEqual([]);
  });

  it('should speak of facts and values that exist', () => {
    for (const { fact, weak, strong } of proofs) {
      expect(valuesOf(fact)).toEqual(expect.arrayContaining([weak, strong]));
    }
  });

  it('should be a finding where it harms the one who shows it, with the combinations', () => {
    const articles = {
      'ART-1': article([{ damageProof: 'missing' }, { signedBy: 'nobody' }], { payer: 'merchant' }),
      'ART-2': article([{ damageProof: 'shown', signedBy: ['buyer', 'thirdParty'] }], { payer: 'buyer' }),
    };
    const book = { ...bookWith({}), facts: ['signedBy', 'damageProof'] as FactName[], articles };

    expect(checkRules(book, { reviews: [], proofs: proof }).findings).toEqual([
      {
        kind: 'harm',
        layer: 'payer',
        subject: 'damageProof+ART-1+ART-2',
        region: { rows: [{ signedBy: ['buyer', 'thirdParty'] }], combinations: 2 },
        because: null,
      },
    ]);
  });

  it('should not be a finding where it makes no difference or helps', () => {
    const articles = {
      'ART-1': article([{ damageProof: 'missing' }], { payer: 'buyer' }),
      'ART-2': article([{ damageProof: 'shown' }], { payer: 'merchant' }),
    };
    const book = { ...bookWith({}), facts: ['damageProof'] as FactName[], articles };

    expect(checkRules(book, { reviews: [], proofs: proof }).findings).toEqual([]);
  });

  it('should harm exactly where trying every pair of neighbours one by one finds harm', () => {
    let harmed = 0;
    fc.assert(
      fc.property(books(), (book) => {
        const pairs = [...spaceOf(book, 'payer')].filter(({ damageProof }) => damageProof === 'missing');
        const found = pairs.filter((facts) => {
          const [before, after] = [facts, { ...facts, damageProof: 'shown' } as Known];
          if (!isPossible(book, after)) return false;
          return payersOf(book, before).includes('merchant') && payersOf(book, after).includes('buyer');
        });
        const { findings } = checkRules(book, { reviews: [], proofs: proof });
        const regions = findings.filter(({ kind }) => kind === 'harm').flatMap(({ region }) => region ?? []);
        for (const facts of found) {
          expect(regions.some(({ rows }) => rows.some((row) => holds(row, facts)))).toBe(true);
        }
        expect(regions.length > 0).toBe(found.length > 0);
        harmed += found.length;
      }),
    );
    expect(harmed).toBeGreaterThan(0);
  });
});

describe('a review', () => {
  const silent = bookWith({ 'ART-1': [{ signedBy: 'nobody' }] });
  const because = { en: 'Meant.', zh: '有意为之。' };
  const review = { type: 'made-up', kind: 'silence', subject: 'payer', because } as const;

  it('should cover the finding it names', () => {
    const report = checkRules(silent, { reviews: [review] });

    expect(failuresOf(report)).toEqual([]);
    expect(report.findings).toMatchObject([{ kind: 'silence', because }]);
  });

  it('should cover only the combinations it names', () => {
    const report = checkRules(silent, { reviews: [{ ...review, when: { signedBy: 'buyer' } }] });

    expect(report.findings).toMatchObject([
      { region: { rows: [{ signedBy: 'buyer' }], combinations: 1 }, because },
      { region: { rows: [{ signedBy: 'thirdParty' }], combinations: 1 }, because: null },
    ]);
  });

  it('should be a finding itself once there is nothing to review', () => {
    const whole = bookWith({ 'ART-1': [{ signedBy: ['nobody', 'buyer', 'thirdParty'] }] });

    expect(failuresOf(checkRules({ ...whole, facts: [] }, { reviews: [review] }))).toMatchObject([
      { kind: 'staleReview', subject: 'silence payer' },
    ]);
  });
});

// Helpers

const made = { title: { en: 'made up', zh: '虚构' }, cites: [assumed('made up')] as const };
const plain = { reviews: [], proofs: [] };

function payersOf(book: Rulebook, facts: Known): unknown[] {
  return governing(book, 'payer', facts).map((id) => rulingOf(book.articles[id] as Article));
}

function article(
  when: readonly Row[],
  liability: Article['liability'],
  exceptionTo: readonly string[] = [],
): Article {
  return { ...made, when, liability, exceptionTo };
}

function bookWith(conditions: Readonly<Record<string, readonly Row[]>>): Rulebook {
  const articles = Object.entries(conditions).map(([id, when]) => [id, article(when, { payer: 'merchant' })]);
  return {
    type: 'made-up',
    title: made.title,
    facts: ['signedBy'],
    impossible: [],
    laws: [],
    articles: Object.fromEntries(articles),
  };
}

/** Rulebooks of up to five articles over four facts, with exceptions, impossibilities and a law. Most of them are unsound. */
function books(): fc.Arbitrary<Rulebook> {
  const facts = ['signedBy', 'damageProof', 'damageExtent', 'dropship'] as const;
  const row = fc
    .tuple(...facts.map((fact) => fc.option(fc.subarray([...valuesOf(fact)] as string[], { minLength: 1 }))))
    .map(
      (cells) =>
        Object.fromEntries(cells.flatMap((cell, place) => (cell ? [[facts[place], cell]] : []))) as Row,
    );
  const ids = ['ART-1', 'ART-2', 'ART-3', 'ART-4', 'ART-5'];
  const one = fc.record({
    when: fc.array(row, { minLength: 1, maxLength: 3 }),
    payer: fc.constantFrom('merchant' as const, 'buyer' as const),
    exceptionTo: fc.subarray(ids),
  });
  return fc
    .record({
      articles: fc.array(one, { minLength: 1, maxLength: 5 }),
      impossible: fc.array(row, { maxLength: 2 }),
      law: row,
    })
    .map(({ articles, impossible, law }) => ({
      ...bookWith({}),
      facts,
      articles: Object.fromEntries(
        articles.map(({ when, payer, exceptionTo }, index) => [
          ids[index],
          article(when, { payer }, exceptionTo),
        ]),
      ),
      impossible: impossible.map((when) => ({ when, because: 'made up' })),
      laws: [
        {
          title: made.title,
          when: law,
          layer: 'payer' as const,
          never: (ruling: unknown) => ruling === 'buyer',
        },
      ],
    }));
}

/** The same conflicts, silences, dead and displaced articles, unused facts and broken laws, to the last combination. */
function expectEnginesAgree(book: Rulebook): void {
  const report = checkRules(book, plain);
  const analysis = analyse(book);
  const subjects = (kind: string) =>
    report.findings.filter((finding) => finding.kind === kind).map(({ subject }) => subject);
  expect(report.layers.map(({ layer, combinations }) => [layer, combinations])).toEqual(
    analysis.layers.map(({ layer, combinations }) => [layer, combinations]),
  );
  expect(subjects('dead')).toEqual(analysis.layers.flatMap(({ dead }) => dead));
  expect(subjects('displaced')).toEqual(analysis.layers.flatMap(({ displaced }) => displaced));
  expect(subjects('unusedFact')).toEqual(analysis.unusedFacts);
  expect(subjects('idleLaw')).toEqual(analysis.layers.flatMap(({ idleLaws }) => idleLaws));
  expect(subjects('brokenLaw').length > 0).toBe(
    analysis.layers.some(({ brokenLaws }) => brokenLaws.length > 0),
  );
  for (const { layer, conflicts, silences } of analysis.layers)
    expectSameRegions(book, layer, conflicts, silences);
}

function expectSameRegions(
  book: Rulebook,
  layer: Layer,
  conflicts: readonly { facts: Known; articles: readonly string[] }[],
  silences: readonly Known[],
): void {
  const regions = regionsOf(book, layer);
  const silent = regionOf(silentBoxes(regions), regions.axes);
  const covers = ({ rows }: Region, facts: Known) => rows.some((row) => holds(row, facts));
  expect(silent.combinations).toBe(silences.length);
  for (const facts of silences) expect(covers(silent, facts)).toBe(true);
  const found = conflictRegions(regions);
  for (const { facts, articles } of conflicts) {
    const naming = found
      .filter((conflict) => covers(conflict, facts))
      .flatMap((conflict) => conflict.articles);
    expect(new Set(naming)).toEqual(new Set(articles));
  }
  const pairs = conflicts.reduce(
    (sum, { articles }) => sum + (articles.length * (articles.length - 1)) / 2,
    0,
  );
  expect(found.reduce((sum, { combinations }) => sum + combinations, 0)).toBe(pairs);
}
