import { factCatalogue } from '../domain/facts.ts';
import { partyTitles } from '../domain/parties.ts';
import type { Language, Text } from '../domain/text.ts';
import { type Explanation, explain } from '../explain/index.ts';
import { columns, indented } from '../explain/render/layout.ts';
import { instantText, marks, stateText, words } from '../explain/render/words.ts';
import type { Feed } from '../feeds/index.ts';
import type { Ingested, IngestedReport } from '../replay/ingest.ts';
import type { Terminal } from './terminal.ts';

/** What the parcels of a feed became, as lines of text. */
export function ingestLines(
  ingested: readonly Ingested[],
  rejected: Feed['rejected'],
  terminal: Terminal,
): string[] {
  const { say } = terminal;
  return [
    ...ingested.flatMap((each, place) => [...(place > 0 ? [''] : []), ...parcelLines(each, terminal)]),
    ...(ingested.length === 0 ? [say(noParcel)] : []),
    ...rejected.map(({ waybill, reason }) => `${say(notFound)} ${waybill}: ${reason}`),
  ];
}

// Helpers

const labels = {
  suspicion: { en: 'Suspicion', zh: '疑似' },
  ask: { en: 'To be asked', zh: '待查事实' },
  assumed: { en: 'Assumed', zh: '假定' },
  case: { en: 'The case', zh: '案件' },
  next: { en: 'next deadline', zh: '最近期限' },
  noDeadline: { en: 'none runs', zh: '暂无' },
  noCase: { en: 'No report has a time, so there is no case.', zh: '没有带时间的记录，无法立案。' },
} as const satisfies Readonly<Record<string, Text>>;

const noParcel: Text = { en: 'The feed has no parcel.', zh: '轨迹中没有包裹。' };
const notFound: Text = { en: 'The provider rejected', zh: '服务商未受理' };
const kinds: Readonly<Record<IngestedReport['becomes'], Text>> = {
  event: { en: 'event', zh: '事件' },
  evidence: { en: 'evidence', zh: '留证' },
  triage: { en: 'triage', zh: '转人工' },
};
const stands: Readonly<Record<'opened' | 'open', Text>> = {
  opened: { en: 'being handled', zh: '处理中' },
  open: { en: 'a person must decide', zh: '须人工判断' },
};

function parcelLines(ingested: Ingested, { language, colors, say }: Terminal): string[] {
  const { parcel, reports, suspicions, assumptions, snapshot } = ingested;
  const explained = snapshot && explain(snapshot);
  const section = (label: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', colors.bold(say(label)), ...indented(lines)];
  return [
    colors.bold([parcel.provider, parcel.waybill, parcel.courier].filter((part) => part !== '').join('  ')),
    ...indented(columns(reports.map((report) => reportCells(report, language)))),
    ...section(
      labels.suspicion,
      columns(suspicions.map((each) => [say(each.title), say(stands[each.stands])])),
    ),
    ...section(labels.ask, columns(askedRows(ingested, explained, language))),
    ...section(labels.assumed, assumptions.map(say)),
    ...section(labels.case, explained ? caseLines(explained, language) : [say(labels.noCase)]),
  ];
}

function reportCells(
  { reading: { scan }, becomes, events, why }: IngestedReport,
  language: Language,
): string[] {
  const took = events.map(({ type }) => type).join(marks[language].comma);
  return [
    scan.at === null ? '–' : instantText(scan.at),
    scan.code,
    shortened(scan.text),
    kinds[becomes][language],
    took === '' || becomes !== 'event' ? why[language] : took,
  ];
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

/** The facts the reports leave open, and those the case asks for now, each with who is asked. */
function askedRows({ asks }: Ingested, explained: Explanation | null, language: Language): string[][] {
  const weighed = explained?.layers.filter(({ stage }) => stage === 'weighing') ?? [];
  const missing = weighed.flatMap(({ finding }) => (finding.kind === 'pending' ? finding.missing : []));
  const facts = [...asks.map(({ fact }) => fact), ...missing.flatMap(({ fact, ask }) => (ask ? [fact] : []))];
  return [...new Set(facts)].map((fact) => {
    const { title, ask } = factCatalogue[fact];
    return [title[language], ask ? partyTitles[ask][language] : ''];
  });
}

function caseLines(
  { type, status, states, deadlines, needsHuman }: Explanation,
  language: Language,
): string[] {
  const kind = (type?.title ?? words.noException)[language];
  const shown = states.filter(({ path }) => /^(open\.(parcel|exception)|closed)/.test(path));
  const [next] = deadlines;
  return [
    `${kind}${marks[language].comma}${words[status][language]}`,
    ...shown.map((state) => stateText(state, language)),
    ...(needsHuman ? [words.needsHuman[language]] : []),
    `${labels.next[language]}${marks[language].colon}${
      next
        ? [instantText(next.dueAt), next.mustAct.title[language], next.title[language]].join('  ')
        : labels.noDeadline[language]
    }`,
  ];
}
