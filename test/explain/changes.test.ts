import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactDefinition, type FactName, factCatalogue, valuesOf } from '../../domain/facts.ts';
import { payers } from '../../domain/parties.ts';
import { type Change, changesOn, type LayerChanges, whatWouldChange } from '../../explain/index.ts';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { articlesOn, decide, isPossible, readBy } from '../../policy/decide.ts';
import { type Known, type Layer, layers, type Rulebook, rulingOf } from '../../policy/rulebook.ts';
import {
  awarded,
  complainedOf,
  damagedDecided,
  leftWithThirdParty,
  notYetDamaged,
} from '../support/explained.ts';

const books = exceptionTypes.flatMap((type) => {
  const book: Rulebook = rulebooks[type];
  return layers
    .filter((layer) => articlesOn(book, layer).length > 0)
    .map((layer) => ({ name: `${type}, ${layer}`, book, layer }));
});

const sources = ['evidence', 'policy', 'course'] as const;

describe.each(books)('what would change: $name', ({ book, layer }) => {
  it('should find exactly the changes that a search of everything finds, and none that holds a smaller one', () => {
    // Where everything is too much, changes of up to three facts are searched.
    const atMost = book.facts.length > 12 ? 3 : book.facts.length;
    fc.assert(
      fc.property(knownOf(book, layer), (known) => {
        const changes = changesOn(book, layer, known, 'guides');
        for (const source of sources) {
          const found = changes[source].filter(({ facts }) => facts.length <= atMost);
          expect(found.map(asFound).sort()).toEqual(searched(book, layer, known, source, atMost).sort());
        }
      }),
      { numRuns: book.facts.length > 12 ? 8 : 40 },
    );
  });

  it('should say which article would govern: the rulebook says the same of the changed facts', () => {
    fc.assert(
      fc.property(knownOf(book, layer), (known) => {
        const changes = changesOn(book, layer, known, 'guides');
        for (const { facts, leadsTo } of sources.flatMap((source) => changes[source])) {
          const changed = { ...known, ...Object.fromEntries(facts.map(({ fact, to }) => [fact, to.value])) };
          const finding = decide(book, layer, changed);
          expect(finding.kind).toBe(leadsTo.kind);
          if (finding.kind === 'decided' && leadsTo.kind === 'decided') {
            expect(leadsTo.article.id).toBe(finding.article);
            expect(leadsTo.ruling.ruling).toEqual(rulingOf(articleOf(book, finding.article)));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what would change in a case', () => {
  it('should name the proof that would move the loss to the buyer, and what it is now', () => {
    const changes = on('payer', whatWouldChange(damagedDecided()).layers);

    expect(changes.now).toMatchObject({ kind: 'decided', article: { id: 'DMG-6' } });
    expect(changes.evidence.map(told)).toEqual(
      expect.arrayContaining([
        'DMG-9: damageProof shown>missing',
        'DMG-3: signedBy thirdParty>buyer, inspectedBeforeSigning pending>yes',
        'DMG-2: signedBy thirdParty>buyer, inspectedBeforeSigning pending>no',
        'DMG-5: contactProof missing>shown, consentProof pending>shown',
      ]),
    );
  });

  it('should keep evidence, policy and course apart', () => {
    const { evidence, policy, course } = on('payer', whatWouldChange(complainedOf()).layers);

    expect(evidence.map(told)).toContain('DMG-2: damageExtent total>partial');
    expect(policy.map(told)).toContain('DMG-2: goodwillAfterComplaint partial>none');
    expect(course.map(told)).toContain('DMG-2: complaint yes>no');
    expect(sourcesIn(evidence)).toEqual(['evidence']);
    expect(sourcesIn(policy)).toEqual(['policy']);
    expect(sourcesIn(course)).toEqual(['course']);
  });

  it('should set pending evidence where a layer still waits for it', () => {
    const changes = on('payer', whatWouldChange(leftWithThirdParty()).layers);

    expect(changes.now.kind).toBe('pending');
    expect(changes.evidence.map(told)).toContain('DMG-6: contactProof pending>missing');
  });

  it('should leave out what a human decided, and a case without an exception', () => {
    expect(whatWouldChange(awarded()).layers.map(({ layer }) => layer)).toEqual([]);
    expect(whatWouldChange(notYetDamaged())).toMatchObject({ type: null, layers: [] });
  });
});

// Helpers

/** Facts of a book, each established or pending, and who pays where the layer reads that. */
function knownOf(book: Rulebook, layer: Layer): fc.Arbitrary<Known> {
  const facts = fc.record(
    Object.fromEntries(book.facts.map((name) => [name, fc.constantFrom(...valuesOf(name))])),
    { requiredKeys: [] },
  );
  const settled = payers.filter((payer) => payer !== 'arbitration');
  return readBy(book, layer).includes('payer')
    ? fc.tuple(facts, fc.constantFrom(...settled)).map(([known, payer]) => ({ ...known, payer }))
    : facts;
}

/** Every change of so many facts of one source, sifted afterwards: slow, plain and independent of the search. */
function searched(
  book: Rulebook,
  layer: Layer,
  known: Known,
  source: FactDefinition['from'],
  atMost: number,
): string[] {
  const names = book.facts.filter((name) => factCatalogue[name].from === source);
  const now = rulingKey(book, layer, known);
  const leading = everyChange(names, known, atMost)
    .filter((change) => isPossible(book, { ...known, ...change }))
    .map((change) => ({ change, key: rulingKey(book, layer, { ...known, ...change }) }))
    .filter(({ key }) => key !== now && key !== 'pending');
  return leading
    .filter(({ change, key }) => !leading.some((other) => other.key === key && isPart(other.change, change)))
    .map(({ change, key }) => `${JSON.stringify(sorted(change))} -> ${key}`);
}

function everyChange(names: readonly FactName[], known: Known, atMost: number): Record<string, string>[] {
  let changes: Record<string, string>[] = [{}];
  for (const name of names) {
    const others = valuesOf(name).filter((value) => value !== known[name]);
    changes = changes.flatMap((change) =>
      Object.keys(change).length === atMost
        ? [change]
        : [change, ...others.map((value) => ({ ...change, [name]: value }))],
    );
  }
  return changes.filter((change) => Object.keys(change).length > 0);
}

function isPart(part: Record<string, string>, whole: Record<string, string>): boolean {
  const entries = Object.entries(part);
  return (
    entries.length < Object.keys(whole).length && entries.every(([name, value]) => whole[name] === value)
  );
}

function rulingKey(book: Rulebook, layer: Layer, known: Known): string {
  const finding = decide(book, layer, known);
  if (finding.kind === 'decided') {
    const article = articleOf(book, finding.article);
    return JSON.stringify([rulingOf(article), article.limitedTo ?? null]);
  }
  return finding.kind === 'pending' ? 'pending' : 'human';
}

function articleOf(book: Rulebook, id: string) {
  const article = book.articles[id];
  if (!article) throw new Error(`There is no article ${id}.`);
  return article;
}

function asFound({ facts, leadsTo }: Change): string {
  const change = Object.fromEntries(facts.map(({ fact, to }) => [fact, to.value]));
  const key =
    leadsTo.kind === 'decided'
      ? JSON.stringify([leadsTo.ruling.ruling, leadsTo.ruling.limitedTo?.value ?? null])
      : 'human';
  return `${JSON.stringify(sorted(change))} -> ${key}`;
}

function sorted(change: Record<string, string>): [string, string][] {
  return Object.entries(change).sort(([one], [other]) => (one < other ? -1 : 1));
}

function told({ facts, leadsTo }: Change): string {
  const id = leadsTo.kind === 'decided' ? leadsTo.article.id : 'human';
  return `${id}: ${facts.map(({ fact, value, to }) => `${fact} ${value?.value ?? 'pending'}>${to.value}`).join(', ')}`;
}

function sourcesIn(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(({ facts }) => facts.map(({ from }) => from)))];
}

function on(layer: Layer, list: readonly LayerChanges[]): LayerChanges {
  const found = list.find((changes) => changes.layer === layer);
  if (!found) throw new Error(`Nothing is said on the layer ${layer}.`);
  return found;
}
