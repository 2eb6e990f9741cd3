import { Document, isMap, type YAMLMap, type YAMLSeq } from 'yaml';
import { eventCatalogue } from '../domain/events.ts';
import type { Text } from '../domain/text.ts';
import { activeStates } from './compare.ts';
import type { Ingested, IngestedReport } from './ingest.ts';
import { contextOf } from './snapshot.ts';

/**
 * A scenario file of an ingested case: its input, the events it took and where it stands. The reports stand beside the
 * events as comments, each with code, words and what became of it, so that the file is the evidence too.
 * @returns `null` if no report has a time, so that there is no case.
 */
export function scenarioSource({ input, reports, snapshot, parcel }: Ingested): string | null {
  if (!input || !snapshot) return null;
  const { caseId: _caseId, ...opened } = input;
  const events = reports.flatMap((report) => report.events.map((event) => ({ report, event })));
  const steps = events.map(({ event: { type, at, ...fields } }) => ({ at, type, ...fields }));
  const { deadlines } = contextOf(snapshot);
  const content = {
    title: titleOf(parcel.provider, parcel.waybill),
    machine: 'parcelCase',
    input: opened,
    events: steps.length > 0 ? steps : [{ at: input.openedAt }],
    expect: {
      status: snapshot.status === 'active' ? 'open' : 'closed',
      states: activeStates(snapshot),
      deadlines: deadlines.map(({ id }) => id),
      needsHuman: snapshot.hasTag('needsHuman'),
    },
  };
  const document = new Document(content);
  const list = document.getIn(['events'], true) as YAMLSeq<YAMLMap>;
  const last = comment(list, reports, events);
  for (const item of list.items) item.flow = true;
  if (last.length > 0) list.comment = last.map(commentLine).join('\n');
  for (const path of [
    ['input', 'order'],
    ['expect', 'deadlines'],
  ]) {
    const node: unknown = document.getIn(path, true);
    if (isMap(node) || (node as YAMLSeq | undefined)?.items) (node as YAMLMap).flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

// Helpers

/** Puts each report before the events that came of it or after it. Returns those after the last event. */
function comment(
  list: YAMLSeq<YAMLMap>,
  reports: readonly IngestedReport[],
  events: readonly { readonly report: IngestedReport }[],
): IngestedReport[] {
  let waiting: IngestedReport[] = [];
  let place = 0;
  for (const report of reports) {
    waiting.push(report);
    if (report.events.length === 0) continue;
    const item = list.items[place];
    if (item) item.commentBefore = waiting.map(commentLine).join('\n');
    waiting = [];
    place += events.filter((event) => event.report === report).length;
  }
  return waiting;
}

function commentLine({ reading: { scan }, becomes, why, events }: IngestedReport): string {
  const words = [scan.at ?? 'no time', scan.code, scan.text, scan.place].filter((part) => part !== '');
  const became = becomes === 'event' ? events.map(({ type }) => eventCatalogue[type].title.en) : [why.en];
  return ` ${becomes}: ${words.join(' ')} (${became.join(', ')})`.replace(/\s+/g, ' ');
}

function titleOf(provider: string, waybill: string): Text {
  return {
    en: `What ${provider} reported of ${waybill}`,
    zh: `${provider} 轨迹：${waybill}`,
  };
}
