import { useEffect } from 'preact/hooks';
import { paths } from '../../api.ts';
import { liveMessageSchema } from '../../live/message.ts';
import type { Action } from '../store/state.ts';

/** Follows the live apps of the server, and the app that opened this page in a window or a frame. */
export function useLive(dispatch: (action: Action) => void): void {
  useEffect(() => followServer(dispatch), []);
  useEffect(() => {
    const app = window.opener ?? (window.parent === window ? null : window.parent);
    if (!app) return;
    const following = import('./opener.ts').then(({ followOpener }) => followOpener(app, dispatch));
    return () => {
      following.then((stop) => stop());
    };
  }, []);
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
