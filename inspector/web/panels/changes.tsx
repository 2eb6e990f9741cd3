import { useMemo } from 'preact/hooks';
import { partyTitles } from '../../../domain/parties.ts';
import { effectText } from '../../../explain/render/effects.ts';
import { eventText } from '../../../explain/render/events.ts';
import { bearersText, stateText, yuan } from '../../../explain/render/words.ts';
import { deadlineTitle, purposeTitles } from '../../../explain/titles.ts';
import { differences } from '../../session/differences.ts';
import { lineOf } from '../../session/line.ts';
import { momentOf } from '../../session/session.ts';
import { clockText } from '../clock-text.ts';
import { useLanguage } from '../language.ts';
import type { Action, State } from '../store/state.ts';
import { momentTitle } from '../titles.ts';
import { words } from '../words.ts';
import { Changed, Group } from './group.tsx';

interface ChangesPanelProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** What is different since the step before, or since any other step. */
export function ChangesPanel({ state, dispatch }: ChangesPanelProps) {
  const { t, language } = useLanguage();
  const { session, compared } = state;
  const moment = momentOf(session);
  const before = compared ?? moment.parent ?? moment.id;
  const difference = useMemo(() => differences(session, before, moment.id), [session, before]);
  const { entered, left, facts, rulings, outcome, postings, deadlines, effects, others } = difference;
  const requested = before === moment.id ? moment.effects : effects.after;
  const nothing =
    entered.length + left.length + facts.length + rulings.length + others.length === 0 &&
    postings.added.length + postings.removed.length + deadlines.started.length + deadlines.stopped.length ===
      0 &&
    outcome === null &&
    requested.length === 0;
  const money = (each: (typeof postings.added)[number]) =>
    `${t(partyTitles[each.from])} → ${t(partyTitles[each.to])} ${yuan(each.amount)} · ${t(purposeTitles[each.for])}`;
  return (
    <div class="changes-panel">
      <ComparePicker state={state} before={before} dispatch={dispatch} />
      {moment.event && (
        <Group title={t(words.event)}>
          <li>
            {eventText(moment.event, language)}
            <span class="about">{clockText(moment.at)}</span>
          </li>
        </Group>
      )}
      {moment.lapses.length > 0 && (
        <Group title={t(words.lapsed)}>
          {moment.lapses.map(({ event }) => (
            <li key={event.type}>
              {eventText(event, language)}
              <span class="about">{clockText(event.at)}</span>
            </li>
          ))}
        </Group>
      )}
      {nothing && <p class="none">{t(words.nothingChanged)}</p>}
      {entered.length + left.length > 0 && (
        <Group title={t(words.statesChanged)}>
          {left.map((each) => (
            <Changed key={`-${each.path}`} sign="−" label={t(words.left)} text={stateText(each, language)} />
          ))}
          {entered.map((each) => (
            <Changed
              key={`+${each.path}`}
              sign="+"
              label={t(words.entered)}
              text={stateText(each, language)}
            />
          ))}
        </Group>
      )}
      {(rulings.length > 0 || outcome) && (
        <Group title={t(words.ruling)}>
          {rulings.map((each) => (
            <li key={each.layer}>
              {t(each.title)}
              <s>{each.before && `${bearersText(each.before, language)} (${each.before.by})`}</s>
              <b>
                {each.after ? `${bearersText(each.after, language)} (${each.after.by})` : t(words.pending)}
              </b>
            </li>
          ))}
          {outcome && (
            <li>
              {t(words.outcome)}
              <s>{outcome.before && t(outcome.before.title)}</s>
              <b>{outcome.after ? t(outcome.after.title) : t(words.pending)}</b>
            </li>
          )}
        </Group>
      )}
      {facts.length > 0 && (
        <Group title={t(words.facts)}>
          {facts.map((each) => (
            <li key={each.fact}>
              {t(each.title)}
              <s>{t(each.before?.title ?? words.pending)}</s>
              <b>{t(each.after?.title ?? words.pending)}</b>
            </li>
          ))}
        </Group>
      )}
      {postings.added.length + postings.removed.length > 0 && (
        <Group title={t(words.postings)}>
          {postings.removed.map((each) => (
            <Changed key={money(each)} sign="−" label={t(words.before)} text={money(each)} />
          ))}
          {postings.added.map((each) => (
            <Changed key={money(each)} sign="+" label={t(words.after)} text={money(each)} />
          ))}
        </Group>
      )}
      {deadlines.started.length + deadlines.stopped.length > 0 && (
        <Group title={t(words.deadlines)}>
          {deadlines.stopped.map(({ id }) => (
            <Changed key={`-${id}`} sign="−" label={t(words.stoppedDeadline)} text={t(deadlineTitle(id))} />
          ))}
          {deadlines.started.map(({ id, dueAt }) => (
            <Changed
              key={`+${id}`}
              sign="+"
              label={t(words.startedDeadline)}
              text={`${t(deadlineTitle(id))} · ${clockText(dueAt)}`}
            />
          ))}
        </Group>
      )}
      {requested.length > 0 && (
        <Group title={t(words.effects)}>
          {requested.map((effect) => (
            <li key={effect.params.key}>{effectText(effect, language)}</li>
          ))}
        </Group>
      )}
      {others.length > 0 && (
        <Group title={t(words.otherData)}>
          {others.map(({ name, before: former, after }) => (
            <li key={name}>
              <span class="code">{name}</span>
              <s class="code">{JSON.stringify(former)}</s>
              <b class="code">{JSON.stringify(after)}</b>
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}

// Helpers

/** More steps than this are not offered one by one: a click on the timeline goes there. */
const most = 200;

function ComparePicker({ state, before, dispatch }: ChangesPanelProps & { readonly before: number }) {
  const { t, language } = useLanguage();
  const { session, compared } = state;
  const isBranched = session.moments.length > lineOf(session).length;
  const offered = session.moments.filter(({ id }) => id !== session.current).slice(-most);
  return (
    <label class="compare">
      <span>{t(words.compareWith)}</span>
      <select
        class="input"
        value={compared === null ? '' : String(before)}
        onChange={({ currentTarget: { value } }) =>
          dispatch({ type: 'set', values: { compared: value === '' ? null : Number(value) } })
        }
      >
        <option value="">{t(words.previousStep)}</option>
        {offered.map((moment) => (
          <option key={moment.id} value={String(moment.id)}>
            {`${isBranched ? '#' : ''}${moment.id} ${momentTitle(moment, language)} · ${clockText(moment.clock).slice(5)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
