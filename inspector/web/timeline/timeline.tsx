import { useEffect, useMemo, useState } from 'preact/hooks';
import { lineOf } from '../../session/line.ts';
import { momentOf } from '../../session/session.ts';
import { clockText } from '../clock-text.ts';
import { useKeptCase } from '../kept-case.ts';
import { useLanguage } from '../language.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Action, State } from '../store/state.ts';
import { words } from '../words.ts';
import { Lanes } from './lanes.tsx';
import { NoteButton } from './note-button.tsx';

interface TimelineProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

const speeds = [0.5, 1, 2, 4] as const;

/** The bar at the bottom: the steps so far, where one stands, and the way back and forth. */
export function Timeline({ state, dispatch }: TimelineProps) {
  const { t, language } = useLanguage();
  const { session, replayed, left } = state;
  useKeptCase(state);
  const line = useMemo(() => lineOf(session), [session]);
  const place = line.findIndex(({ id }) => id === session.current);
  const isFirst = place <= 0;
  const isLast = place === line.length - 1;
  const { clock } = momentOf(session);
  return (
    <section class="bottom timeline" aria-label={t(words.timeline)}>
      <div class="bar">
        <div class="group">
          <Move
            icon="first"
            label={t(words.first)}
            keys="Home"
            off={isFirst}
            act={() => dispatch({ type: 'first' })}
          />
          <Move
            icon="back"
            label={t(words.backward)}
            keys="←"
            off={isFirst}
            act={() => dispatch({ type: 'back' })}
          />
          {!isFirst || !isLast ? (
            <Player isLast={isLast} moments={session.current} dispatch={dispatch} />
          ) : null}
          <Move
            icon="next"
            label={t(words.forward)}
            keys="→"
            off={isLast}
            act={() => dispatch({ type: 'forward' })}
          />
          <Move
            icon="last"
            label={t(words.last)}
            keys="End"
            off={isLast}
            act={() => dispatch({ type: 'last' })}
          />
        </div>
        <span class="where">
          {language === 'zh' ? `第 ${place} / ${line.length - 1} 步` : `step ${place} of ${line.length - 1}`}
        </span>
        <time class="clock" dateTime={clock} title={t(words.now)}>
          <Icon name="clock" />
          {clockText(clock)}
        </time>
        {replayed && <span class="mark accent file">{replayed.file}</span>}
        <div class="spacer" />
        {left && (
          <button
            type="button"
            class="button quiet"
            aria-label={t(words.returnToCase)}
            title={t(words.returnToCase)}
            onClick={() => dispatch({ type: 'return' })}
          >
            <Icon name="undo" />
            <span class="wide">{t(words.returnToCase)}</span>
          </button>
        )}
        <NoteButton moment={momentOf(session)} onNote={(text) => dispatch({ type: 'note', text })} />
        <button
          type="button"
          class="button"
          aria-label={t(words.save)}
          disabled={line.length < 2}
          onClick={() => dispatch({ type: 'set', values: { dialog: 'save' } })}
        >
          <Icon name="save" />
          <span class="wide">{t(words.save)}</span>
        </button>
      </div>
      <Lanes session={session} replayed={replayed} onGo={(id) => dispatch({ type: 'goTo', id })} />
    </section>
  );
}

// Helpers

interface MoveProps {
  readonly icon: IconName;
  readonly label: string;
  readonly keys: string;
  readonly off: boolean;
  readonly act: () => void;
}

function Move({ icon, label, keys, off, act }: MoveProps) {
  return (
    <button
      type="button"
      class="button quiet icon"
      aria-label={label}
      title={`${label} (${keys})`}
      disabled={off}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

interface PlayerProps {
  readonly isLast: boolean;
  /** Changes with every step, so that the next one is waited for anew. */
  readonly moments: number;
  readonly dispatch: (action: Action) => void;
}

/** Plays the line to its end, from the start if it has come to it. */
function Player({ isLast, moments, dispatch }: PlayerProps) {
  const { t } = useLanguage();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  useEffect(() => {
    if (!isPlaying) return;
    if (isLast) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => dispatch({ type: 'forward' }), 1000 / speed);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, speed, moments]);
  const toggle = () => {
    if (!isPlaying && isLast) dispatch({ type: 'first' });
    setPlaying(!isPlaying);
  };
  return (
    <>
      <button
        type="button"
        class="button quiet icon"
        aria-label={t(isPlaying ? words.pause : words.play)}
        title={t(isPlaying ? words.pause : words.play)}
        onClick={toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      {isPlaying && (
        <select
          class="input speed"
          aria-label={t(words.speed)}
          value={speed}
          onChange={({ currentTarget }) => setSpeed(Number(currentTarget.value))}
        >
          {speeds.map((value) => (
            <option key={value} value={value}>{`${value}×`}</option>
          ))}
        </select>
      )}
    </>
  );
}
