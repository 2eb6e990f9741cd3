import { keepCase, openKeptCase } from './kept-case.ts';
import { openKnown } from './replay/open.ts';
import { type Action, noticeOf } from './store/state.ts';
import { words } from './words.ts';

/**
 * Opens what the address of the page names: a case in a link, or a scenario the server knows. Also when it changes later.
 * After a reload the case that was worked on there is opened instead.
 */
export async function openAddress(dispatch: (action: Action) => void): Promise<void> {
  keepCase();
  window.addEventListener('hashchange', () => openHash(dispatch));
  if (!(await openKeptCase(dispatch))) await openHash(dispatch);
}

// Helpers

async function openHash(dispatch: (action: Action) => void): Promise<void> {
  const hash = location.hash.slice(1);
  const scenario = /^scenario=(.+)$/.exec(hash)?.[1];
  if (scenario !== undefined) {
    const id = decoded(scenario);
    await openKnown(id, id.replace(/^[a-z]+\//, ''), dispatch);
    return;
  }
  if (!hash.startsWith('t=')) return;
  try {
    const { sessionIn } = await import('../session/link.ts');
    const session = await sessionIn(hash);
    if (session) dispatch({ type: 'open', session, mode: 'simulate' });
  } catch (error) {
    const why = { zh: words.linkFailedHint.zh, en: noticeOf(error).details.join('\n') };
    dispatch({ type: 'set', values: { notice: { kind: 'bad', text: words.linkFailed, details: [why] } } });
  }
}

/** An id as it stands if it was not encoded as an address is: the server then says that it knows none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
