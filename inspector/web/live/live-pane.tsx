import { useMemo } from 'preact/hooks';
import { machineTitle } from '../../chart/machine-title.ts';
import { answerOf, caseOf } from '../../live/case.ts';
import type { LiveActor, LiveConnection, LiveStep } from '../../live/model.ts';
import { choicesOf } from '../../session/choices.ts';
import { clockText } from '../clock-text.ts';
import { EventsPane } from '../events/events-pane.tsx';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { type Action, noticeOf, type State } from '../store/state.ts';
import { eventTypeTitle } from '../titles.ts';
import { words } from '../words.ts';
import { actorOf, caseIdOf, isShown, stepOf } from './actors.ts';
import { CaseProblem } from './case-problem.tsx';
import { ConnectHelp } from './connect-help.tsx';
import { liveSession, takeOver } from './live-case.ts';

interface LivePaneProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** The apps that run: their actors, what each went through, and for machines of this package what can happen next. */
export function LivePane({ state, dispatch }: LivePaneProps) {
  const { t } = useLanguage();
  const { live, actor: chosen } = state;
  const connections = live.connections.filter(hasSomething);
  const actor = actorOf(live, chosen?.key ?? null);
  const step = actor && stepOf(actor, chosen?.step ?? null);
  const problem = useMemo(() => actor && caseOf(actor, step?.snapshot)?.problem, [actor, step]);
  return (
    <>
      {connections.length === 0 && (
        <div class="empty">
          <strong>{t(words.waiting)}</strong>
          <p>{t(words.liveHint)}</p>
        </div>
      )}
      {connections.map((connection) => (
        <Connection
          key={connection.id}
          connection={connection}
          chosen={actor?.key ?? null}
          onChoose={(key) => dispatch({ type: 'set', values: { actor: { key, step: null }, picked: null } })}
        />
      ))}
      {actor?.machine?.truncated && !actor.machine.bundled && <p class="notice warn">{t(words.truncated)}</p>}
      {actor?.machine && !actor.machine.bundled && <p class="notice">{t(words.foreignHint)}</p>}
      {problem && <CaseProblem problem={problem} />}
      {actor && <Steps actor={actor} step={step} dispatch={dispatch} />}
      {actor && step && <LiveEvents actor={actor} step={step} dispatch={dispatch} />}
      <ConnectHelp isOpen={connections.length === 0} />
    </>
  );
}

// Helpers

/** Whether a connection is worth showing: it is open, or left something to look at. */
function hasSomething({ closedAt, actors, problems }: LiveConnection): boolean {
  return closedAt === null || actors.some(isShown) || problems.length > 0;
}

/** More steps than this are not listed; the newest are. */
const most = 300;

interface ConnectionProps {
  readonly connection: LiveConnection;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

function Connection({ connection, chosen, onChoose }: ConnectionProps) {
  const { t } = useLanguage();
  const { protocol, closedAt, openedAt, actors, problems, dropped } = connection;
  return (
    <section class="connection">
      <h2 class="heading">
        {protocolNames[protocol]} · {clockText(openedAt)}
        <span class={closedAt === null ? 'mark good' : 'mark'}>
          {t(closedAt === null ? words.connected : words.disconnected)}
        </span>
      </h2>
      {dropped > 0 && <p class="none">{`${t(words.droppedFrames)} ${dropped}`}</p>}
      <ul class="actors">
        {actors.filter(isShown).map((actor) => (
          <li key={actor.key}>
            <button
              type="button"
              class="scenario"
              aria-pressed={actor.key === chosen}
              onClick={() => onChoose(actor.key)}
            >
              <b>{nameOf(actor)}</b>{' '}
              <span class="code">{[caseIdOf(actor), actor.session].filter(Boolean).join(' · ')}</span>
              <span class="about">
                {actor.machine?.bundled === null && `${t(words.foreign)} · `}
                {actor.current ? statusText(actor.current.status) : t(words.unknown)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <div class="notice warn">
          <span class="code">{problems.join('\n')}</span>
        </div>
      )}
    </section>
  );

  function statusText(status: string): string {
    if (status === 'active') return t(closedAt === null ? words.isRunning : words.ranAtLast);
    return status === 'done' ? t(words.isDone) : status === 'stopped' ? t(words.isStopped) : status;
  }

  function nameOf({ machine, name }: LiveActor): string {
    return machine?.bundled ? t(machineTitle(machine.bundled)) : (machine?.id ?? name);
  }
}

const protocolNames = {
  statelyai: '@statelyai/inspect',
  legacy: '@xstate/inspect',
  window: 'postMessage',
} as const;

interface StepsProps {
  readonly actor: LiveActor;
  readonly step: LiveStep | null;
  readonly dispatch: (action: Action) => void;
}

function Steps({ actor, step, dispatch }: StepsProps) {
  const { t, language } = useLanguage();
  const { key, steps } = actor;
  const shown = steps.slice(-most).toReversed();
  return (
    <>
      <h2 class="heading">
        {t(words.log)} <span class="count">{steps.length + actor.dropped}</span>
      </h2>
      <ol class="checks live-steps">
        {shown.map((each, place) => (
          <li
            key={each.number}
            class={each === step ? 'current' : ''}
            aria-current={each === step ? 'step' : undefined}
          >
            <button
              type="button"
              onClick={() =>
                dispatch({ type: 'set', values: { actor: { key, step: place === 0 ? null : each.number } } })
              }
            >
              <b class="muted">{each.number}</b>
              <span class="words">
                <span class="title">{eventTypeTitle(each.event.type, language)}</span>
                <span class="about">{clockText(each.at)}</span>
              </span>
            </button>
            {each === step && <Answer actor={actor} step={each} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the event did, and why it did nothing: the app cannot tell, the rules can. */
function Answer({ actor, step }: { readonly actor: LiveActor; readonly step: LiveStep }) {
  const { t } = useLanguage();
  const answer = useMemo(() => answerOf(actor, step.number), [step]);
  if (!answer || answer.outcome === 'applied') return null;
  return (
    <p class="expectations">
      <span class="line differs">
        <Icon name="no" />
        {t(answer.reason.message)}
      </span>
    </p>
  );
}

interface LiveEventsProps {
  readonly actor: LiveActor;
  readonly step: LiveStep;
  readonly dispatch: (action: Action) => void;
}

/** What can happen next in a live case. Sending an event from here leaves the app alone: the case goes on as a simulation. */
function LiveEvents({ actor, step, dispatch }: LiveEventsProps) {
  const { t, language } = useLanguage();
  const session = useMemo(() => liveSession(actor, step), [step]);
  const choices = useMemo(() => session && choicesOf(session, language), [session, language]);
  if (!session || !choices) return null;
  const goOn = (action?: Action) => {
    try {
      dispatch({ type: 'open', session: takeOver(actor, step), mode: 'simulate' });
      if (action) dispatch(action);
    } catch (error) {
      dispatch({ type: 'set', values: { notice: noticeOf(error) } });
    }
  };
  return (
    <>
      <div class="intro">
        <button type="button" class="button primary" onClick={() => goOn()}>
          <Icon name="branch" />
          {t(words.takeOver)}
        </button>
      </div>
      <EventsPane
        session={session}
        choices={choices}
        isLive
        dispatch={(action) => (action.type === 'set' ? dispatch(action) : goOn(action))}
      />
    </>
  );
}
