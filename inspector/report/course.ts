import type { Posting } from '../../domain/money.ts';
import { partyTitles } from '../../domain/parties.ts';
import type { Language } from '../../domain/text.ts';
import { effectText } from '../../explain/render/effects.ts';
import { eventText } from '../../explain/render/events.ts';
import { bearersText, instantText, marks, stateText, yuan } from '../../explain/render/words.ts';
import { type StateReference, statesOf } from '../../explain/states.ts';
import { purposeTitles } from '../../explain/titles.ts';
import { differences } from '../session/differences.ts';
import type { Moment, Session } from '../session/session.ts';
import { html, type Markup } from './html.ts';
import { words } from './words.ts';

/** The moments of a run as a table: what happened, and what followed from it. */
export function courseTable(session: Session, line: readonly Moment[], language: Language): Markup {
  return html`<table class="course"><thead><tr>
<th scope="col">${words.step[language]}</th><th scope="col">${words.time[language]}</th>
<th scope="col">${words.happened[language]}</th><th scope="col">${words.followed[language]}</th>
</tr></thead><tbody>
${line.map((moment, place) => row(session, moment, place, language))}</tbody></table>`;
}

// Helpers

function row(session: Session, moment: Moment, place: number, language: Language): Markup {
  const { at, result, note } = moment;
  return html`<tr class="${result}"><th scope="row">${place}</th><td class="time">${instantText(at)}</td>
<td><strong>${nameOf(moment, language)}</strong>${moment.event && html` <code>${moment.event.type}</code>`}
${note !== '' && html`<p class="note">${words.note[language]}${note}</p>`}</td>
<td>${followed(session, moment, language)}</td></tr>
`;
}

function nameOf({ event, result }: Moment, language: Language): string {
  if (event) return eventText(event, language);
  return (result === 'opened' ? words.opened : words.timePasses)[language];
}

function followed(session: Session, moment: Moment, language: Language): Markup {
  const { reason, lapses, effects } = moment;
  const lines = [
    ...(reason ? [`✗ ${words.notAccepted[language]}${reason.message[language]}`] : []),
    ...lapses.map(({ event }) => `${words.lapsed[language]}${eventText({ type: event.type }, language)}`),
    ...changesIn(session, moment, language),
    ...effects.map((effect) => `→ ${words.asked[language]}${effectText(effect, language)}`),
  ];
  if (lines.length === 0) return html`<p class="quiet">${words.nothing[language]}</p>`;
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function changesIn(session: Session, { id, parent, snapshot }: Moment, language: Language): string[] {
  const entering = (state: StateReference) => `● ${words.entered[language]}${stateText(state, language)}`;
  if (parent === null) return statesOf(snapshot).map(entering);
  const { entered, rulings, postings } = differences(session, parent, id);
  const { open, close, colon } = marks[language];
  return [
    ...entered.map(entering),
    ...rulings.flatMap(({ title, after }) =>
      after
        ? [
            `§ ${words.ruled[language]}${title[language]}${colon}${bearersText(after, language)}${open}${after.by}${close}`,
          ]
        : [],
    ),
    ...postings.added.map((posting) => `¥ ${words.moved[language]}${postingText(posting, language)}`),
  ];
}

function postingText({ from, to, amount, for: purpose }: Posting, language: Language): string {
  const ways = `${partyTitles[from][language]} → ${partyTitles[to][language]}`;
  return [yuan(amount), ways, purposeTitles[purpose][language]].join(marks[language].comma);
}
