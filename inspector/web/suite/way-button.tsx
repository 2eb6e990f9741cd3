import { useEffect, useRef, useState } from 'preact/hooks';
import type { MachineName } from '../../../machines/index.ts';
import { sessionOf } from '../../session/recording.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { type Action, noticeOf } from '../store/state.ts';
import { words } from '../words.ts';
import type { WayAnswer, WayQuestion } from './way-worker.ts';

interface WayButtonProps {
  readonly machine: MachineName;
  /** A state or branch that no run reached. */
  readonly id: string;
  /** What it is called, for those who do not see where the button stands. */
  readonly name: string;
  readonly dispatch: (action: Action) => void;
}

/** Looks for the shortest way to what was never reached and opens it as a case; it can be given up. */
export function WayButton({ machine, id, name, dispatch }: WayButtonProps) {
  const { t } = useLanguage();
  const [states, setStates] = useState<number | null>(null);
  const worker = useRef<Worker | null>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
    setStates(null);
  };
  useEffect(() => stop, []);
  const hear = (answer: WayAnswer) => {
    if (answer.kind === 'progress') return setStates(answer.states);
    stop();
    switch (answer.kind) {
      case 'found':
        dispatch({ type: 'open', session: sessionOf(answer.recording), mode: 'simulate' });
        return dispatch({
          type: 'set',
          values: { notice: { kind: 'good', text: words.wayFound, details: [] } },
        });
      case 'unreachable':
        return dispatch({ type: 'unreachable', id });
      case 'givenUp': {
        const count = answer.states.toLocaleString('en');
        const { zh, en } = words.statesSearched;
        const details = [{ zh: `${count} ${zh}`, en: `${count} ${en}` }];
        return dispatch({ type: 'set', values: { notice: { kind: 'warn', text: words.noPath, details } } });
      }
      case 'failed':
        return dispatch({ type: 'set', values: { notice: noticeOf(new Error(answer.message)) } });
    }
  };
  const start = () => {
    const search = new Worker(new URL('./way-worker.ts', import.meta.url), { type: 'module' });
    worker.current = search;
    search.onmessage = ({ data }: MessageEvent<WayAnswer>) => hear(data);
    search.onerror = ({ message }) => hear({ kind: 'failed', message });
    search.postMessage({ machine, id } satisfies WayQuestion);
    setStates(0);
  };
  return states === null ? (
    <button
      type="button"
      class="button quiet icon"
      data-way={id}
      aria-label={`${t(words.makeScenario)}: ${name}`}
      title={t(words.makeScenario)}
      onClick={start}
    >
      <Icon name="branch" />
    </button>
  ) : (
    <button type="button" class="button small" aria-label={`${t(words.cancel)}: ${name}`} onClick={stop}>
      {`${t(words.searching)} ${states.toLocaleString('en')}`}
      <Icon name="close" />
    </button>
  );
}
