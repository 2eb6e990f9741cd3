import { useState } from 'preact/hooks';
import type { Choices, EventChoice } from '../../session/choices.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import type { Action } from '../store/state.ts';
import { words } from '../words.ts';
import { BlockedEvent } from './blocked-event.tsx';
import { Clock } from './clock.tsx';
import { EnabledEvent } from './enabled-event.tsx';

interface EventsPaneProps {
  readonly session: Session;
  readonly choices: Choices;
  /** Whether the case is that of a live app: its clock is its own. */
  readonly isLive?: boolean;
  readonly dispatch: (action: Action) => void;
}

/** More events than this get a box to filter them. */
const many = 8;

/** What can happen next: the clock, the events that are accepted with their forms, and those that are not with the reasons. */
export function EventsPane({ session, choices, isLive = false, dispatch }: EventsPaneProps) {
  const { t } = useLanguage();
  const moment = momentOf(session);
  const [filter, setFilter] = useState('');
  const matches = ({ title, type }: EventChoice) =>
    `${title.zh} ${title.en} ${type}`.toLowerCase().includes(filter.trim().toLowerCase());
  const enabled = choices.enabled.filter(matches).toSorted(closestFirst);
  const blocked = choices.blocked.filter(matches);
  const isClosed = moment.snapshot.status !== 'active';
  return (
    <>
      {!isLive && <Clock session={session} deadlines={choices.deadlines} dispatch={dispatch} />}
      {moment.reason && (
        <div class="notice bad" role="status">
          <strong>{t(words.notApplied)}</strong>
          <span>{t(moment.reason.message)}</span>
          {moment.reason.problems?.map(({ path, message }) => (
            <span key={path} class="code">{`${path}: ${message}`}</span>
          ))}
        </div>
      )}
      {isClosed ? (
        <div class="empty">
          <strong>{t(words.caseClosed)}</strong>
          <p>{t(words.caseClosedHint)}</p>
          <button type="button" class="button" onClick={() => dispatch({ type: 'back' })}>
            <Icon name="back" />
            {t(words.backward)}
          </button>
        </div>
      ) : (
        <>
          {choices.enabled.length + choices.blocked.length > many && (
            <div class="filter">
              <input
                class="input"
                type="search"
                aria-label={t(words.filterEvents)}
                placeholder={t(words.filterEvents)}
                value={filter}
                onInput={({ currentTarget }) => setFilter(currentTarget.value)}
              />
            </div>
          )}
          <h2 class="heading">
            {t(words.enabled)} <span class="count">{enabled.length}</span>
          </h2>
          {enabled.length === 0 && <p class="empty">{t(words.enabledNone)}</p>}
          <ul class="events">
            {enabled.map((choice, place) => (
              <EnabledEvent
                key={`${moment.id}/${choice.type}`}
                choice={choice}
                digit={place < 9 ? place + 1 : null}
                onSend={(event) => dispatch({ type: 'send', event })}
                onPoint={(pointed) => dispatch({ type: 'set', values: { pointed } })}
              />
            ))}
          </ul>
          {blocked.length > 0 && (
            <>
              <h2 class="heading">
                {t(words.blocked)} <span class="count">{blocked.length}</span>
              </h2>
              <ul class="events">
                {blocked.map((choice) => (
                  <BlockedEvent key={choice.type} choice={choice} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  );
}

// Helpers

/** What the deepest states wait for comes first: that is where the case is being worked on. */
function closestFirst(one: EventChoice, other: EventChoice): number {
  return depthOf(other) - depthOf(one);
}

function depthOf({ transitions }: EventChoice): number {
  return Math.max(...transitions.map(({ source }) => source.path.split('.').length));
}
