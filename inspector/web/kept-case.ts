import { useEffect } from 'preact/hooks';
import type { Recording } from '../session/recording.ts';
import type { Session } from '../session/session.ts';
import { hasOwnSteps } from './store/own-steps.ts';
import type { Action, State } from './store/state.ts';

const key = 'parcel-inspector-case';

/** What is to be kept when the page goes away; `null`: nothing. */
let recorded: (() => Recording) | null = null;

/** Keeps a case with steps of its own in this tab alone, so that it is there again after a reload. */
export function useKeptCase({ session, asFound }: State): void {
  useEffect(() => {
    recorded = null;
    if (!hasOwnSteps({ session, asFound })) return;
    let isPast = false;
    import('../session/recording.ts').then(({ recordingOf }) => {
      if (!isPast) recorded = () => recordingOf(session, true);
    });
    return () => {
      isPast = true;
    };
  }, [session, asFound]);
}

/** Keeps the case whenever the page goes away. */
export function keepCase(): void {
  window.addEventListener('pagehide', () => {
    try {
      if (recorded === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify({ hash: location.hash, recording: recorded() }));
    } catch {
      // a browser that keeps nothing, or not so much, is no reason to fail
    }
  });
}

/** Whether a case was kept when this tab last went away from the page. */
export function hasKeptCase(): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Opens the case that was kept under the address of the page; `false` if there is none, or none that can be read. */
export async function openKeptCase(dispatch: (action: Action) => void): Promise<boolean> {
  const session = await readKept();
  if (session) dispatch({ type: 'open', session, mode: 'simulate' });
  return session !== null;
}

// Helpers

async function readKept(): Promise<Session | null> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('hash' in kept) || !('recording' in kept)) return null;
    if (kept.hash !== location.hash) return null;
    const { sessionOf } = await import('../session/recording.ts');
    return sessionOf(kept.recording);
  } catch {
    return null;
  }
}
