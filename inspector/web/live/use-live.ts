import { useEffect } from 'preact/hooks';
import { paths } from '../../api.ts';
import type { Frame } from '../../live/frame.ts';
import { liveMessageSchema } from '../../live/message.ts';
import { decodePosted, greetings, isLocalOrigin } from '../../live/window.ts';
import type { Action } from '../store/state.ts';

/** Follows the live apps of the server, and the app that opened this page in a window or a frame. */
export function useLive(dispatch: (action: Action) => void): void {
  useEffect(() => followServer(dispatch), []);
  useEffect(() => followOpener(dispatch), []);
}

// Helpers

/** Milliseconds between attempts to reach the server: the first, and the longest. */
const [firstWait, longestWait] = [500, 15_000];

/** The server tells all it knows after every connect, so nothing is lost while the connection is. */
function followServer(dispatch: (action: Action) => void): () => void {
  let socket: WebSocket | null = null;
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    const address = new URL(paths.live, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    address.hash = '';
    socket = new WebSocket(address);
    socket.onopen = () => {
      wait = firstWait;
    };
    socket.onmessage = ({ data }) => {
      const message = liveMessageSchema.safeParse(parse(data));
      if (message.success) dispatch({ type: 'live', message: message.data });
    };
    socket.onclose = () => {
      timer = setTimeout(connect, wait);
      wait = Math.min(longestWait, wait * 2);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    if (socket) socket.onclose = null;
    socket?.close();
  };
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}

/** The app is asked to tell, and then posts what happens in it. Only an app on this machine is listened to. */
function followOpener(dispatch: (action: Action) => void): () => void {
  const app = window.opener ?? (window.parent === window ? null : window.parent);
  if (!app) return () => {};
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
  // An app that shows the page in a frame knows the frame only once it is loaded: what it tells before that is lost.
  const greet = () =>
    setTimeout(() => {
      for (const greeting of greetings) app.postMessage(greeting, '*');
    });
  window.addEventListener('message', hear);
  if (document.readyState === 'complete') greet();
  else window.addEventListener('load', greet, { once: true });
  return () => {
    window.removeEventListener('message', hear);
    window.removeEventListener('load', greet);
  };
}
