import { factCatalogue } from '../domain/facts.ts';
import { partyTitles } from '../domain/parties.ts';
import type { Language, Text } from '../domain/text.ts';
import { DAY, HOUR } from '../domain/time.ts';
import { type Citation, guides } from './citation.ts';
import type { Parameter } from './parameters.ts';
import type { FreightRuling, Layer, Limit, Readable, Row, Rulings } from './rulebook.ts';

/** The layers of liability, in a word. */
export const layerTitles: Readonly<Record<Layer, Text>> = {
  payer: { en: 'payer', zh: '赔付方' },
  freight: { en: 'freight', zh: '运费' },
  recourse: { en: 'recourse', zh: '追偿' },
  surcharge: { en: 'surcharge', zh: '附加费' },
};

/** How strong a citation is, in a word. */
export const basisTitles: Readonly<Record<Citation['basis'], Text>> = {
  stated: { en: 'stated', zh: '原文' },
  derived: { en: 'derived', zh: '推导' },
  assumed: { en: 'assumed', zh: '自定' },
};

/** One row of a condition: `who signed for the parcel: nobody / the buyer; inspected before signing: no`. */
export function rowText(row: Row): Text {
  const cells = Object.entries(row) as [Readable, string | readonly string[]][];
  if (cells.length === 0) return { en: 'always', zh: '任何情况' };
  return bothLanguages((language) => {
    const [is, and] = language === 'en' ? [': ', '; '] : ['：', '；'];
    return cells
      .map(([name, wanted]) => {
        const values = [wanted].flat().map((value) => valueTitle(name, value)[language]);
        return `${readableTitle(name)[language]}${is}${values.join(' / ')}`;
      })
      .join(and);
  });
}

/** What a ruling is limited to, in words. */
const limitTitles: Readonly<Record<Limit, Text>> = {
  compensation: { en: 'compensation only', zh: '仅限补偿' },
  freight: { en: 'freight only', zh: '仅限运费' },
};

/** What an article decides: a bearer and what it is limited to, or for freight the bearer of each way. */
export function rulingText(ruling: Rulings[Layer], limitedTo?: Limit): Text {
  if (typeof ruling === 'string') {
    const { en, zh } = partyTitles[ruling];
    if (limitedTo === undefined) return { en, zh };
    return { en: `${en}, ${limitTitles[limitedTo].en}`, zh: `${zh}，${limitTitles[limitedTo].zh}` };
  }
  const { outbound, return: back }: FreightRuling = ruling;
  return {
    en: `out: ${partyTitles[outbound].en}; back: ${partyTitles[back].en}`,
    zh: `去程：${partyTitles[outbound].zh}；回程：${partyTitles[back].zh}`,
  };
}

/** The value of a parameter with its unit: `3 days`, `5 yuan`, a choice by its name, couriers in their order. */
export function parameterText(name: string, { unit }: Parameter, value: unknown): Text {
  switch (unit) {
    case 'ms':
      return spanText(value as number);
    case 'fen': {
      const yuan = (value as number) / 100;
      return { en: `${yuan} yuan`, zh: `${yuan} 元` };
    }
    case 'count':
      return { en: String(value), zh: String(value) };
    case 'choice':
      return valueTitle(name as Readable, value as string);
    case 'couriers':
    case 'provinces': {
      const names = (value as readonly string[]).join(', ');
      return { en: names, zh: names };
    }
  }
}

/** Where a rule comes from, how strong that is, and the note if there is one. */
export function citationWords(citation: Citation): Text {
  return bothLanguages((language) => {
    const basis = basisTitles[citation.basis][language];
    const note = citation.note === undefined ? '' : `${language === 'en' ? ': ' : '：'}${citation.note}`;
    if (citation.basis === 'assumed') {
      return `${[basis, citation.ambiguity, ...(citation.rules ?? [])].filter(Boolean).join(', ')}${note}`;
    }
    return `${placeOf(citation)} (${[basis, ...citation.rules].join(', ')})${note}`;
  });
}

/** A citation in the fewest words: the place in the guides, or the number of the open question. */
export function citationMark(citation: Citation): string {
  return citation.basis === 'assumed' ? (citation.ambiguity ?? 'assumed') : placeOf(citation);
}

/** The name of a fact, or of who pays. */
export function readableTitle(name: Readable): Text {
  return name === 'payer' ? { en: 'who makes the buyer whole', zh: '赔付方' } : factCatalogue[name].title;
}

/** The name of a value of a fact, or of who pays. */
export function valueTitle(name: Readable, value: string): Text {
  if (name === 'payer') return partyTitles[value as keyof typeof partyTitles];
  return factCatalogue[name].values[value] ?? { en: value, zh: value };
}

// Helpers

function placeOf({ source, lines: [first, last] }: Exclude<Citation, { basis: 'assumed' }>): string {
  return `${guides[source].number}:${first === last ? first : `${first}-${last}`}`;
}

function spanText(milliseconds: number): Text {
  const days = milliseconds / DAY;
  if (days > 1 && Number.isInteger(days)) return { en: `${days} days`, zh: `${days} 天` };
  const hours = milliseconds / HOUR;
  return { en: `${hours} hours`, zh: `${hours} 小时` };
}

function bothLanguages(text: (language: Language) => string): Text {
  return { en: text('en'), zh: text('zh') };
}
