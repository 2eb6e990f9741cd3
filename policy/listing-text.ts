import type { Language, Text } from '../domain/text.ts';
import { type Citation, guides } from './citation.ts';
import { aligned } from './columns.ts';
import type { ArticleRow, RulebookListing } from './listing.ts';
import { citationMark, citationWords, layerTitles } from './words.ts';

/** What of a listing is printed: everything, or only what the product decided by itself. */
export type ListingPart = 'rulebook' | 'assumed';

/** The listing for a terminal: one line a rule, columns aligned, sources as marks. */
export function renderTable(
  listing: RulebookListing,
  language: Language,
  part: ListingPart = 'rulebook',
): string {
  const sections = part === 'assumed' ? [assumed(listing, language)] : brief(listing, language);
  return sections
    .map(({ heading, columns, rows }) => [heading, ...aligned([columns, ...rows])].join('\n'))
    .join('\n\n')
    .concat('\n');
}

/** The listing as Markdown: with conditions and full sources. In English the titles stand in Chinese as well. */
export function renderMarkdown(
  listing: RulebookListing,
  language: Language,
  part: ListingPart = 'rulebook',
): string {
  const sections =
    part === 'assumed' ? [assumed(listing, language)] : [...full(listing, language), sources(language)];
  return sections
    .map(({ heading, columns, rows }) =>
      [
        `## ${heading}`,
        '',
        markdownRow(columns),
        markdownRow(columns.map(() => '---')),
        ...rows.map(markdownRow),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** The listing as JSON, in both languages. */
export function renderJson(listing: RulebookListing, part: ListingPart = 'rulebook'): string {
  return `${JSON.stringify(part === 'assumed' ? listing.assumptions : listing, null, 2)}\n`;
}

// Helpers

interface Section {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const words = {
  article: { en: 'Article', zh: '条款' },
  layer: { en: 'Layer', zh: '层面' },
  decides: { en: 'Decides', zh: '认定' },
  rule: { en: 'Rule', zh: '规则' },
  when: { en: 'When', zh: '条件' },
  or: { en: 'or', zh: '或' },
  before: { en: 'Goes before', zh: '优先于' },
  sources: { en: 'Sources', zh: '依据' },
  parameters: { en: 'Parameters', zh: '参数' },
  parameter: { en: 'Parameter', zh: '参数' },
  value: { en: 'Value', zh: '取值' },
  since: { en: 'Since', zh: '生效日期' },
  meaning: { en: 'Meaning', zh: '含义' },
  conditions: { en: 'Conditions of the flow', zh: '流程条件' },
  condition: { en: 'Condition', zh: '条件' },
  transitions: { en: 'Transitions with a source', zh: '有依据的流转' },
  state: { en: 'State', zh: '状态' },
  event: { en: 'Event', zh: '事件' },
  assumptions: { en: 'What the product decided by itself', zh: '产品自行决定的事项' },
  question: { en: 'Question', zh: '疑问' },
  carriedBy: { en: 'Carried by', zh: '所在' },
  choice: { en: 'Choice and reason', zh: '选择与理由' },
  number: { en: 'Number', zh: '编号' },
  guide: { en: 'Guide', zh: '指南' },
  lines: { en: 'Lines', zh: '行数' },
} as const satisfies Readonly<Record<string, Text>>;

type Word = keyof typeof words;

function section(
  language: Language,
  heading: string,
  columns: readonly Word[],
  rows: Section['rows'],
): Section {
  return { heading, columns: columns.map((word) => words[word][language]), rows };
}

function brief(listing: RulebookListing, language: Language): Section[] {
  return [
    ...byType(listing).map(([title, articles]) =>
      section(
        language,
        title[language],
        ['article', 'layer', 'decides', 'sources', 'rule'],
        articles.map(({ id, layer, rulingText, cites, title }) => [
          id,
          layerTitles[layer][language],
          rulingText[language],
          marks(cites),
          title[language],
        ]),
      ),
    ),
    section(
      language,
      words.parameters[language],
      ['parameter', 'value', 'sources', 'meaning'],
      listing.parameters.map(({ name, valueText, cites, title }) => [
        name,
        valueText[language],
        marks(cites),
        title[language],
      ]),
    ),
  ];
}

function full(listing: RulebookListing, language: Language): Section[] {
  const titled = (title: Text) => (language === 'en' ? `${title.en}<br>${title.zh}` : title.zh);
  return [
    ...byType(listing).map(([title, articles]) =>
      section(
        language,
        language === 'en' ? `${title.en} ${title.zh}` : title.zh,
        ['article', 'layer', 'rule', 'when', 'decides', 'before', 'sources'],
        articles.map((article) => [
          article.id,
          layerTitles[article.layer][language],
          titled(article.title),
          article.when.map((row) => row[language]).join(`<br>${words.or[language]} `),
          article.rulingText[language],
          article.exceptionTo.join(', '),
          sourcesOf(article.cites, language),
        ]),
      ),
    ),
    section(
      language,
      words.parameters[language],
      ['parameter', 'meaning', 'value', 'since', 'sources'],
      listing.parameters.map(({ name, title, valueText, from, cites }) => [
        name,
        titled(title),
        valueText[language],
        from,
        sourcesOf(cites, language),
      ]),
    ),
    section(
      language,
      words.conditions[language],
      ['condition', 'meaning', 'sources'],
      listing.conditions.map(({ name, title, cites }) => [name, titled(title), sourcesOf(cites, language)]),
    ),
    section(
      language,
      words.transitions[language],
      ['state', 'event', 'sources'],
      listing.transitions.map(({ state, event, cites }) => [state, event, sourcesOf(cites, language)]),
    ),
    assumed(listing, language),
  ];
}

function assumed({ assumptions }: RulebookListing, language: Language): Section {
  const sorted = [...assumptions].sort((one, other) =>
    (one.ambiguity ?? 'A-99').localeCompare(other.ambiguity ?? 'A-99'),
  );
  return section(
    language,
    words.assumptions[language],
    ['question', 'carriedBy', 'choice'],
    sorted.map(({ ambiguity, carriedBy, note }) => [ambiguity ?? '-', carriedBy, note]),
  );
}

function sources(language: Language): Section {
  return section(
    language,
    words.sources[language],
    ['number', 'guide', 'lines'],
    Object.values(guides).map(({ number, title, lines }) => [number, title[language], String(lines)]),
  );
}

function byType({ types, articles }: RulebookListing): [Text, ArticleRow[]][] {
  return types.map(({ type, title }) => [title, articles.filter((article) => article.type === type)]);
}

function marks(cites: readonly Citation[]): string {
  return [...new Set(cites.map(citationMark))].join(' ');
}

function sourcesOf(cites: readonly Citation[], language: Language): string {
  return cites.map((citation) => citationWords(citation)[language]).join('<br>');
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
