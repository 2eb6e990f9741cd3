import { WebSocket } from 'ws';
import type { Text } from '../../domain/text.ts';
import { decodeLegacy, legacyGreeting } from '../live/legacy.ts';
import { largestMessage } from './limits.ts';
import type { Relay } from './relay.ts';

/** Milliseconds between two attempts to reach an app. */
const pause = 1_000;

/**
 * Stays connected to an app that uses @xstate/inspect, which waits for its inspector to connect. While the app is not
 * there, and after it ended, it is tried again.
 * @returns what ends it.
 */
export function followLegacyApp(url: string, relay: Relay, note: (text: Text) => void): () => void {
  let socket: WebSocket | null = null;
  let timer: NodeJS.Timeout | null = null;
  let [isWaiting, isOver] = [false, false];

  const connect = () => {
    let isOpen = false;
    const attempt = new WebSocket(url, { maxPayload: largestMessage, handshakeTimeout: 10_000 });
    socket = attempt;
    attempt.on('open', () => {
      isOpen = true;
      isWaiting = false;
      relay.app(attempt, 'legacy', decodeLegacy);
      attempt.send(JSON.stringify(legacyGreeting));
    });
    attempt.on('error', () => {
      if (!isOpen && !isWaiting)
        note({ en: `Waiting for an app at ${url}.`, zh: `正在等待 ${url} 的应用。` });
      isWaiting = true;
    });
    attempt.on('close', () => {
      if (!isOver) timer = setTimeout(connect, pause);
    });
  };

  connect();
  return () => {
    isOver = true;
    if (timer !== null) clearTimeout(timer);
    socket?.terminate();
  };
}
