import type { Language } from '../../domain/text.ts';
import type { ArticleExplanation } from '../articles.ts';
import type { MissingFact } from '../facts.ts';
import type { FindingExplanation, NextQuestion } from '../findings.ts';
import type { LayerExplanation } from '../layers.ts';
import { factText, failureText, neededText } from './facts.ts';
import { columns, type Labelled, labelled } from './layout.ts';
import { bearersText, citationLine, marks, words } from './words.ts';

/** A layer: its answer in the heading, then the rule, its source, the reasons, and why the other rules do not apply. */
export function layerLines(layer: LayerExplanation, language: Language): string[] {
  const { title, stage, adopted, finding } = layer;
  const heading = `${title[language]}${marks[language].colon}${answerText(layer, language)}`;
  if (stage === 'notNeeded' || finding.kind === 'awaitsPayer' || adopted?.by === 'award') return [heading];
  if (stage === 'later') return [heading, ...labelled(missingEntries(finding, language))];
  const agrees = finding.kind === 'decided' && finding.article.id === adopted?.article?.id;
  return [
    heading,
    ...labelled([
      ...ruleEntries(layer, language),
      ...(adopted ? [] : missingEntries(finding, language)),
      ...(adopted ? [] : questionEntries(finding, language)),
      [words.rulebookNow[language], adopted && !agrees ? [findingText(finding, language)] : []],
      ...otherEntries(layer, language),
    ]),
  ];
}

/** What a finding says, in a few words. */
export function findingText(finding: FindingExplanation, language: Language): string {
  const { open, close, comma } = marks[language];
  switch (finding.kind) {
    case 'decided':
      return `${bearersText(finding.ruling, language)}${open}${finding.article.id}${close}`;
    case 'pending':
    case 'silent':
    case 'awaitsPayer':
      return words[finding.kind][language];
    case 'conflict':
      return `${words.conflict[language]}${open}${finding.articles.map(({ id }) => id).join(comma)}${close}`;
  }
}

/** What comes out if the one who is asked stays silent; then perhaps somebody else has to be asked. */
export function silenceText({ ifSilent }: NextQuestion, language: Language): string {
  if (ifSilent.kind !== 'pending' || !ifSilent.next) return findingText(ifSilent, language);
  const { title } = ifSilent.next.from;
  return language === 'en' ? `then ask the ${title.en}` : `再问${title.zh}`;
}

/** The answer to the question of a layer, in a few words. */
export function answerText({ layer, stage, adopted, finding }: LayerExplanation, language: Language): string {
  const { open, close } = marks[language];
  if (adopted) {
    const text = bearersText(adopted.ruling, language);
    return adopted.by === 'award' ? `${text}${open}${words.award[language]}${close}` : text;
  }
  if (stage === 'notNeeded') return words[layer === 'surcharge' ? 'noSurcharge' : 'noRecourse'][language];
  if (stage === 'later' && finding.kind === 'decided') {
    return words.later[language] + findingText(finding, language);
  }
  return finding.kind === 'decided' ? bearersText(finding.ruling, language) : findingText(finding, language);
}

// Helpers

function ruleEntries({ adopted, finding, articles }: LayerExplanation, language: Language): Labelled[] {
  const rule = adopted?.article ?? (finding.kind === 'decided' ? finding.article : null);
  if (!rule) return [];
  const article = articles.find(({ id }) => id === rule.id);
  return [
    [words.rule[language], [`${rule.id}  ${rule.title[language]}`]],
    [words.source[language], rule.cites.map((citation) => citationLine(citation, language))],
    [words.because[language], article?.matched.map((fact) => factText(fact, language)) ?? []],
    [
      words.anyway[language],
      article?.status === 'governs' ? article.unmet.map(({ title }) => title[language]) : [],
    ],
  ];
}

function missingEntries(finding: FindingExplanation, language: Language): Labelled[] {
  const missing = finding.kind === 'pending' ? finding.missing : [];
  return [[words.missing[language], columns(missing.map((fact) => missingCells(fact, language)))]];
}

function missingCells({ title, ask, ifSilent }: MissingFact, language: Language): string[] {
  if (!ask || !ifSilent) {
    return [title[language], language === 'en' ? 'follows from what happens' : '由事件经过确定'];
  }
  return language === 'en'
    ? [title.en, `ask the ${ask.title.en}`, `silence counts as: ${ifSilent.title.en}`]
    : [title.zh, `问${ask.title.zh}`, `逾期视为：${ifSilent.title.zh}`];
}

function questionEntries(finding: FindingExplanation, language: Language): Labelled[] {
  if (finding.kind !== 'pending' || !finding.next) return [];
  const { missing, next } = finding;
  const asked = missing.filter(({ fact }) => next.facts.includes(fact)).map(({ title }) => title[language]);
  const { colon, comma } = marks[language];
  return [
    [words.next[language], [next.from.title[language] + colon + asked.join(comma)]],
    [words.ifSilent[language], [silenceText(next, language)]],
  ];
}

function otherEntries({ articles, finding }: LayerExplanation, language: Language): Labelled[] {
  const decided = finding.kind === 'decided';
  const having = (...statuses: ArticleExplanation['status'][]) =>
    articles.filter(({ status }) => statuses.includes(status));
  return [
    [
      words.conflicting[language],
      finding.kind === 'conflict' ? finding.articles.map(({ id, title }) => `${id}  ${title[language]}`) : [],
    ],
    [
      words.displaced[language],
      columns(
        having('displaced').map(({ id, displacedBy, title }) => [
          id,
          `${words.by[language]} ${displacedBy.join(marks[language].comma)}`,
          title[language],
        ]),
      ),
    ],
    [words.mayHold[language], decided ? [] : reasonLines(having('holds', 'open'), neededText, language)],
    [
      words.failed[language],
      reasonLines(decided ? having('failed', 'open') : having('failed'), failureText, language),
    ],
  ];
}

/** Articles with whom they name and why, those with the same answer and reason in one line. */
function reasonLines(
  articles: readonly ArticleExplanation[],
  reasonOf: (article: ArticleExplanation, language: Language) => string,
  language: Language,
): string[] {
  const groups = new Map<string, string[][]>();
  for (const article of articles) {
    const said = [bearersText(article.ruling, language), reasonOf(article, language)];
    const key = said.join('\n');
    groups.set(key, [...(groups.get(key) ?? []), [article.id, ...said]]);
  }
  return columns(
    [...groups.values()].map((group) => [group.map(([id]) => id).join(' '), ...(group[0]?.slice(1) ?? [])]),
  );
}
