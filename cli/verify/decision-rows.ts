import type { Text } from '../../domain/text.ts';
import { articlesOn } from '../../policy/decide.ts';
import { layers, type Readable, type Row, type Rulebook, rulingOf } from '../../policy/rulebook.ts';
import { layerTitles, readableTitle, rulingText, valueTitle } from '../../policy/words.ts';
import { rowsOfBoxes } from '../../verify/boxes.ts';
import { regionsOf } from '../../verify/regions.ts';
import type { Section } from './sections.ts';

/**
 * The decision tables of a rulebook, one for each layer: where each article governs and what it decides. Combinations
 * that cannot occur are not told apart, so that the rows stay few.
 */
export function decisionSections(rulebook: Rulebook): Section[] {
  const book = { ...rulebook, impossible: [] };
  return layers
    .filter((layer) => articlesOn(book, layer).length > 0)
    .map((layer) => {
      const { axes, governing } = regionsOf(book, layer);
      const rows = articlesOn(book, layer).flatMap(([id, article]) => {
        const boxes = governing.get(id) ?? [];
        const ruling = rulingText(rulingOf(article), article.limitedTo);
        return rowsOfBoxes(boxes, axes).map((row) => ({ id, ruling, row }));
      });
      const used = axes.names.filter((name) => rows.some(({ row }) => name in row));
      return {
        id: `table-${book.type}-${layer}`,
        heading: both(book.title, layerTitles[layer]),
        note: null,
        columns: [...used.map(readableTitle), { en: 'decides', zh: '认定' }, { en: 'article', zh: '条款' }],
        rows: rows.map(({ id, ruling, row }) => [...used.map((name) => cell(name, row)), ruling, id]),
      };
    });
}

// Helpers

function both(one: Text, other: Text): Text {
  return { en: `${one.en}: ${other.en}`, zh: `${one.zh}：${other.zh}` };
}

function cell(name: Readable, row: Row): Text {
  const wanted = row[name];
  if (wanted === undefined) return { en: '–', zh: '–' };
  const titles = [wanted].flat().map((value) => valueTitle(name, value));
  return { en: titles.map(({ en }) => en).join(' / '), zh: titles.map(({ zh }) => zh).join(' / ') };
}
