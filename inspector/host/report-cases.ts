import { WebSocket } from 'ws';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { frameOfCase, frameOfEvent, frameOfStep } from './frames.ts';

/** Tells an inspector what happens to the cases of a host. Nothing comes back, and nothing of it can fail the host. */
export interface CaseReporter {
  /** A case was opened or restored. */
  opened(snapshot: CaseSnapshot): void;
  /** An event was fed to a case; `snapshot` is what it is in now, also if the event changed nothing. */
  stepped(event: unknown, snapshot: CaseSnapshot): void;
  /** Ends the connection. */
  close(): void;
}

/** Milliseconds until an inspector that is not there is tried again. */
const pause = 2_000;
/** Cases remembered for an inspector that is opened later. */
const mostCases = 1_000;
/** Bytes that may wait for the inspector; what comes while it is slower is left out. */
const mostWaiting = 8_000_000;

/**
 * Shows the cases of a host, as they are opened and stepped, in an inspector: the live mode of its page names the reason
 * of every event that changed nothing. The inspector may be started before or after the host, and again. A case is sent
 * as it is, with the personal data in it, so connect to an inspector on the same machine. Does not keep the process alive.
 * @param url where `parcel-exceptions inspect` says that apps connect.
 */
export function reportCases(url = 'ws://127.0.0.1:4747/'): CaseReporter {
  const cases = new Map<string, CaseSnapshot>();
  let socket: WebSocket | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  const say = (...frames: readonly unknown[]) => {
    if (socket?.readyState !== WebSocket.OPEN || socket.bufferedAmount > mostWaiting) return;
    for (const frame of frames) socket.send(JSON.stringify(frame));
  };
  const remember = (snapshot: CaseSnapshot): string => {
    const { caseId } = contextOf(snapshot);
    cases.delete(caseId);
    cases.set(caseId, snapshot);
    for (const oldest of cases.keys()) {
      if (cases.size <= mostCases) break;
      cases.delete(oldest);
    }
    return caseId;
  };
  const connect = () => {
    const attempt = new WebSocket(url);
    socket = attempt;
    attempt.on('upgrade', (response) => response.socket.unref());
    attempt.on('open', () => {
      for (const snapshot of cases.values()) say(...frameOfCase(snapshot));
    });
    // an inspector that is not there is no error of the host
    attempt.on('error', () => {});
    attempt.on('close', () => {
      if (!isOver) timer = setTimeout(connect, pause).unref();
    });
  };

  connect();
  return {
    opened(snapshot) {
      remember(snapshot);
      say(...frameOfCase(snapshot));
    },
    stepped(event, snapshot) {
      const isNew = !cases.has(contextOf(snapshot).caseId);
      remember(snapshot);
      if (isNew) say(...frameOfCase(snapshot));
      else say(frameOfEvent(event, snapshot), frameOfStep(event, snapshot));
    },
    close() {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      socket?.close();
    },
  };
}
