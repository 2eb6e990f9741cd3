import type { Frame } from '../../live/frame.ts';
import { decodePosted, greetings, isLocalOrigin } from '../../live/window.ts';
import type { Action } from '../store/state.ts';

/**
 * Follows the app that opened this page: it is asked to tell, and then posts what happens in it. Only an app on this
 * machine is listened to.
 * @returns what stops it.
 */
export function followOpener(app: Window, dispatch: (action: Action) => void): () => void {
  const id = 'window';
  let isOpen = false;
  const hear = ({ origin, source, data }: MessageEvent) => {
    if (source !== app || !isLocalOrigin(origin)) return;
    const now = new Date().toISOString();
    const decoded = decodePosted(data, now);
    if (!decoded) return;
    if (!isOpen) {
      isOpen = true;
      const connection = {
        id,
        protocol: 'window' as const,
        openedAt: now,
        closedAt: null,
        dropped: 0,
        frames: [],
        problems: [],
      };
      dispatch({ type: 'live', message: { type: 'opened', connection } });
      dispatch({ type: 'set', values: { mode: 'live' } });
    }
    if (decoded.problem !== null) {
      dispatch({ type: 'live', message: { type: 'problem', connection: id, message: decoded.problem } });
    } else {
      const frames: Frame[] = [...decoded.frames];
      if (frames.length > 0) dispatch({ type: 'live', message: { type: 'frames', connection: id, frames } });
    }
  };
  // An app that shows the page in a frame knows the frame only once it is loaded, and tells nothing before that. It may
  // learn of that later than the frame itself, so it is greeted until it answers.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const greet = (times: number) => {
    if (isOpen || times === 0) return;
    for (const greeting of greetings) app.postMessage(greeting, '*');
    timer = setTimeout(greet, pause, times - 1);
  };
  const begin = () => {
    timer = setTimeout(greet, 0, mostGreetings);
  };
  window.addEventListener('message', hear);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('message', hear);
    window.removeEventListener('load', begin);
  };
}

// Helpers

/** How often an app that does not answer is greeted, and the milliseconds between. */
const [mostGreetings, pause] = [30, 1_000];
