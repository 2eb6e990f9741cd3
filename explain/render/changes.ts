import type { Language } from '../../domain/text.ts';
import type { Change, Changes, LayerChanges } from '../changes.ts';
import { findingText } from './layer.ts';
import { columns, indented } from './layout.ts';
import { bearersText, marks, words } from './words.ts';

/** What would change the rulings of a case, as lines of text. */
export function renderChanges({ caseId, type, layers }: Changes, language: Language): string {
  const heading = `${caseId}  ${words.whatWouldChange[language]}`;
  if (!type) return [heading, `  ${words.nothingRuled[language]}`].join('\n');
  return [heading, ...layers.flatMap((layer) => ['', ...layerLines(layer, language)])].join('\n');
}

// Helpers

function layerLines(layer: LayerChanges, language: Language): string[] {
  const { title, now, followsPayer } = layer;
  const kinds = (['evidence', 'policy', 'course'] as const).filter((kind) => layer[kind].length > 0);
  const alone = followsPayer ? words.followsPayer : words.nothing;
  return [
    `${title[language]}${marks[language].colon}${findingText(now, language)}`,
    ...(followsPayer || kinds.length === 0 ? [`  ${alone[language]}`] : []),
    ...kinds.flatMap((kind) => [
      `  ${words[kind][language]}`,
      ...indented(byRuling(layer[kind], language), 4),
    ]),
  ];
}

/** The changes below the ruling they lead to. */
function byRuling(changes: readonly Change[], language: Language): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { leadsTo } = change;
    const ruling = leadsTo.kind === 'decided' ? bearersText(leadsTo.ruling, language) : words.human[language];
    groups.set(ruling, [...(groups.get(ruling) ?? []), change]);
  }
  return [...groups].flatMap(([ruling, group]) => [
    language === 'en' ? `${ruling}, if` : `${ruling}，如`,
    ...indented(columns(group.map((change) => changeCells(change, language)))),
  ]);
}

/** The article that would govern, and the facts as they would have to be; `now` only where one is established. */
function changeCells({ facts, leadsTo }: Change, language: Language): string[] {
  const { is, open, close, and } = marks[language];
  const told = facts.map(({ title, value, to }) => {
    const before = value ? `${open}${words.now[language]}${value.title[language]}${close}` : '';
    return `${title[language]}${is}${to.title[language]}${before}`;
  });
  return [leadsTo.kind === 'decided' ? leadsTo.article.id : '-', told.join(and)];
}
