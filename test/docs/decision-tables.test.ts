import { describe, expect, it } from 'vitest';
import { type ExceptionType, exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { articlesOn, decide, readBy } from '../../policy/decide.ts';
import { type Known, type Layer, layers, type Rulings, rulingOf } from '../../policy/rulebook.ts';
import { layerTitles, rulingText } from '../../policy/words.ts';
import { spaceOf } from '../../verify/space.ts';
import { type Combination, collapsed, tableText } from '../support/decision-table.ts';
import { drive, type Seen } from '../support/drive.ts';
import { expectGenerated } from '../support/generated-page.ts';

/**
 * How many combinations no course of events leads to, so that only the rulebook can be asked: a complaint or goodwill
 * where the buyer bears nothing to complain of, and a payer that no facts of the type bring about. Counted, so that it
 * shows if a route is lost.
 */
const undriven: Readonly<Record<ExceptionType, Partial<Record<Layer, number>>>> = {
  refused: {},
  damaged: { payer: 7360, freight: 2 },
  lost: { payer: 122, freight: 1, recourse: 12 },
  misrouted: { freight: 2 },
  overArea: {},
  dropshipReturn: { payer: 11, freight: 10 },
};

describe.each(exceptionTypes)('the decision tables of %s', (type) => {
  const book = rulebooks[type];
  const decided = layers.filter((layer) => articlesOn(book, layer).length > 0);

  it('should be what the machine does for every combination of facts', () => {
    const tables = decided.map((layer) => {
      const combinations = [...spaceOf(book, layer)].map((facts) => ({
        facts,
        seen: drive('alone', type, layer, facts),
      }));
      const differing = combinations.filter(
        ({ facts, seen }) => seen && JSON.stringify(seen) !== JSON.stringify(ruled(type, layer, facts)),
      );
      expect(differing.map(({ facts, seen }) => ({ facts, seen, ruled: ruled(type, layer, facts) }))).toEqual(
        [],
      );
      expect(combinations.filter(({ seen }) => !seen).length).toBe(undriven[type][layer] ?? 0);
      const outcomes = combinations.map(({ facts, seen }) => ({
        facts,
        outcome: outcomeText(layer, seen ?? ruled(type, layer, facts)),
      }));
      return section(type, layer, outcomes, combinations.filter(({ seen }) => !seen).length);
    });

    expectGenerated(
      `docs/decision-tables/${fileName(type)}.md`,
      [heading(type), ...tables].join('\n\n').concat('\n'),
    );
  }, 120_000);

  it('should be what the parcel case does', () => {
    for (const layer of decided) {
      const vectors = [...spaceOf(book, layer)];
      const stride = Math.max(1, Math.floor(vectors.length / 600));
      for (const facts of vectors.filter((_, index) => index % stride === 0)) {
        const alone = drive('alone', type, layer, facts);
        expect({ facts, ...drive('parcelCase', type, layer, facts) }).toEqual({ facts, ...alone });
      }
    }
  }, 120_000);
});

// Helpers

/** What the rulebook says, for comparison with what the machine was seen to do. */
function ruled(type: ExceptionType, layer: Layer, facts: Known): Seen {
  const finding = decide(rulebooks[type], layer, facts);
  if (finding.kind !== 'decided') return { article: null, ruling: 'human' };
  const ruling = rulingOf(rulebooks[type].articles[finding.article as never]);
  return ruling === 'arbitration' ? { article: null, ruling: 'human' } : { article: finding.article, ruling };
}

function outcomeText(layer: Layer, { article, ruling }: Seen): string {
  if (ruling === 'human') return 'a human decides';
  return `**${rulingText(ruling as Rulings[typeof layer]).en}** ${article}`;
}

function heading(type: ExceptionType): string {
  const { en, zh } = rulebooks[type].title;
  return [
    `# Decision tables: ${en} ${zh}`,
    '',
    'Every combination of the facts that a layer reads, driven through the machine and collapsed: `–` means that the',
    'value makes no difference. The order of the rows means nothing.',
  ].join('\n');
}

function section(
  type: ExceptionType,
  layer: Layer,
  combinations: readonly Combination[],
  onlyRuled: number,
): string {
  const names = readBy(rulebooks[type], layer);
  const { en, zh } = layerTitles[layer];
  return [
    `## ${en} ${zh}`,
    '',
    `${combinations.length} combinations${onlyRuled > 0 ? `, ${onlyRuled} of which no course of events leads to (asked of the rulebook alone)` : ''}.`,
    '',
    tableText(collapsed(combinations, names), names),
  ].join('\n');
}

function fileName(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
