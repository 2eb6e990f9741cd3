import { Document, type Node } from 'yaml';
import type { Text } from '../../domain/text.ts';
import { DAY, elapsed, HOUR } from '../../domain/time.ts';
import type { Decided } from '../../guards/case-context.ts';
import { activeStates } from '../../replay/compare.ts';
import type { Expectation } from '../../replay/scenario.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { lineOf } from './line.ts';
import { maskedEvent, maskedInput, maskedNote } from './masking.ts';
import { type Moment, momentOf, type Session } from './session.ts';

/** How a scenario is written. */
export interface ScenarioOptions {
  /** Whether personal data stay as they are. Otherwise they are masked. */
  readonly keepPersonal?: boolean;
}

/**
 * The path to the current moment as a scenario file in YAML: every event, what was refused and which deadlines lapsed,
 * and at the end where the case stands, who bears what and the money that moved. Remarks become comments. It replays as
 * it was recorded.
 */
export function toScenario(
  session: Session,
  title: Text,
  { keepPersonal = false }: ScenarioOptions = {},
): string {
  const [opening, ...line] = lineOf(session, session.current);
  const said = (text: string) => (keepPersonal ? text : maskedNote(text));
  const events = line.length > 0 ? line : [momentThatWaits(session)];
  const input = keepPersonal ? session.input : maskedInput(session.input);
  const document = new Document(
    {
      title: { en: said(title.en), zh: said(title.zh) },
      machine: session.machine,
      input,
      events: events.map((moment, place) =>
        stepOf(moment, (events[place - 1] ?? opening)?.at ?? '', keepPersonal),
      ),
      expect: atEnd(momentOf(session).snapshot),
    },
    { aliasDuplicateObjects: false },
  );
  if (opening?.note) document.commentBefore = commentOf(said(opening.note));
  for (const [place, { note }] of events.entries()) {
    if (note) (document.getIn(['events', place], true) as Node).commentBefore = commentOf(said(note));
  }
  return document.toString({ lineWidth: 110 });
}

// Helpers

/** A scenario has at least one step: in a case that was just opened no time passes. */
function momentThatWaits(session: Session): Moment {
  return { ...momentOf(session), result: 'waited', effects: [], note: '' };
}

function stepOf(moment: Moment, previous: string, keepPersonal: boolean): Record<string, unknown> {
  const { event, at, result, reason, lapses } = moment;
  const { at: _at, ...fields } = event ? (keepPersonal ? event : maskedEvent(event)) : { at };
  const isRefused = result === 'ignored' || result === 'rejected';
  const expect = {
    ...(isRefused && { result, reason: reason?.code }),
    ...(lapses.length > 0 && { lapses: lapses.map((lapse) => lapse.event.type) }),
  };
  return { at: timeText(at, previous), ...fields, ...(Object.keys(expect).length > 0 && { expect }) };
}

/** A time after the step before, such as `+2h`; as it stands if it lies before or falls between two seconds. */
function timeText(at: string, previous: string): string {
  const between = elapsed(previous, at);
  if (between < 0 || between % 1000 !== 0) return at;
  const counts = [Math.floor(between / DAY), Math.floor(between / HOUR) % 24];
  const [minutes, seconds] = [Math.floor(between / 60_000) % 60, (between / 1000) % 60];
  const parts = [...counts, minutes, seconds].map((count, place) =>
    count > 0 ? `${count}${'dhms'[place]}` : '',
  );
  return `+${parts.join('') || '0m'}`;
}

/** What must be so at the end: everything that a person would look at. */
function atEnd(snapshot: CaseSnapshot): Expectation {
  const { outcome, verdict, postings, deadlines } = contextOf(snapshot);
  const { payer, freight, recourse, surcharge } = verdict;
  return {
    status: snapshot.status === 'done' ? 'closed' : 'open',
    states: activeStates(snapshot),
    outcome,
    ...(payer && { payer: bearerOf(payer) }),
    ...(freight && { freight: { article: freight.article, ...freight.ruling } }),
    ...(recourse && { recourse: bearerOf(recourse) }),
    ...(surcharge && { surcharge: bearerOf(surcharge) }),
    postings: postings.filter((posting) => posting.for !== 'goods'),
    deadlines: deadlines.map(({ id }) => id),
    needsHuman: snapshot.hasTag('needsHuman'),
  } as Expectation;
}

function bearerOf<Ruling>({ article, ruling }: Decided<Ruling>) {
  return { article, bearer: ruling };
}

function commentOf(note: string): string {
  return note
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
