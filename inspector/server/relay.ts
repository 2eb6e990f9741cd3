import type { WebSocket } from 'ws';
import type { Text } from '../../domain/text.ts';
import type { Decoded, Frame } from '../live/frame.ts';
import type { ConnectionMessage, LiveMessage } from '../live/message.ts';
import { type History, historyOf } from './history.ts';

/** Passes on what live apps say to every open page. */
export interface Relay {
  /** An app has connected. Messages that cannot be read are told to the page and change nothing. */
  app(socket: WebSocket, protocol: ConnectionMessage['protocol'], decode: Decode): void;
  /** A page has connected: it is told all that is remembered, then what comes. */
  page(socket: WebSocket): void;
  /** Ends every connection. */
  close(): void;
}

/** Makes frames of the parsed text of a message. */
export type Decode = (message: unknown, now: string) => Decoded;

/** Connections remembered after they closed. */
const mostClosed = 8;
/** Milliseconds for which frames are gathered, so that a busy app does not flood the page. */
const gathering = 20;
/** Bytes that may wait for a page. One that is slower is disconnected; it comes again and is told what is remembered. */
const mostWaiting = 32_000_000;

/** @param note called with what the user should see in the terminal. */
export function relayOf(note: (text: Text) => void): Relay {
  const histories = new Map<string, History>();
  const sockets = new Set<WebSocket>();
  const pages = new Set<WebSocket>();
  const gathered = new Map<string, Frame[]>();
  let [count, timer] = [0, null as NodeJS.Timeout | null];

  const tell = (page: WebSocket, message: LiveMessage) => {
    if (page.bufferedAmount > mostWaiting) page.terminate();
    else page.send(JSON.stringify(message));
  };
  const tellAll = (message: LiveMessage) => {
    for (const page of pages) tell(page, message);
  };
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const [connection, frames] of gathered) tellAll({ type: 'frames', connection, frames });
    gathered.clear();
  };

  return {
    app(socket, protocol, decode) {
      count += 1;
      const id = String(count);
      const history = historyOf(id, protocol, now());
      histories.set(id, history);
      sockets.add(socket);
      flush();
      tellAll({ type: 'opened', connection: history.told() });
      note({ en: `App ${id} has connected.`, zh: `应用 ${id} 已连接。` });
      socket.on('message', (bytes, isBinary) => {
        const text = String(bytes);
        const { frames, problem } = isBinary
          ? { frames: [], problem: 'A message was not text.' }
          : decodeText(text, decode);
        if (problem !== null) {
          history.keepProblem(problem);
          flush();
          tellAll({ type: 'problem', connection: id, message: problem });
        } else if (frames.length > 0) {
          history.keep(frames, text.length);
          gathered.set(id, [...(gathered.get(id) ?? []), ...frames]);
          timer ??= setTimeout(flush, gathering);
        }
      });
      socket.on('error', (error) => {
        history.keepProblem(error.message);
        tellAll({ type: 'problem', connection: id, message: error.message });
      });
      socket.on('close', () => {
        const at = now();
        sockets.delete(socket);
        history.close(at);
        flush();
        tellAll({ type: 'closed', connection: id, at });
        note({ en: `App ${id} has disconnected.`, zh: `应用 ${id} 已断开。` });
        const closed = [...histories].filter(([, { told }]) => told().closedAt !== null);
        for (const [old] of closed.slice(0, -mostClosed)) histories.delete(old);
      });
    },
    page(socket) {
      flush();
      sockets.add(socket);
      pages.add(socket);
      tell(socket, { type: 'state', connections: [...histories.values()].map(({ told }) => told()) });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        sockets.delete(socket);
        pages.delete(socket);
      });
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      for (const socket of sockets) socket.terminate();
    },
  };
}

// Helpers

function decodeText(text: string, decode: Decode): Decoded {
  try {
    return decode(JSON.parse(text), now());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { frames: [], problem: `A message was no JSON: ${error.message}` };
  }
}

function now(): string {
  return new Date().toISOString();
}
