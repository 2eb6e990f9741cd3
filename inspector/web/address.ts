import { openKnown } from './replay/open.ts';
import { type Action, noticeOf } from './store/state.ts';
import { words } from './words.ts';

/** Opens what the address of the page names: a case in a link, or a scenario the server knows. Also when it changes later. */
export function openAddress(dispatch: (action: Action) => void): void {
  openHash(dispatch);
  window.addEventListener('hashchange', () => openHash(dispatch));
}

// Helpers

async function openHash(dispatch: (action: Action) => void): Promise<void> {
  const hash = location.hash.slice(1);
  const scenario = /^scenario=(.+)$/.exec(hash)?.[1];
  if (scenario !== undefined) {
    const id = decodeURIComponent(scenario);
    await openKnown(id, id.replace(/^[a-z]+\//, ''), dispatch);
    return;
  }
  if (!hash.startsWith('t=')) return;
  try {
    const { sessionIn } = await import('../session/link.ts');
    const session = await sessionIn(hash);
    if (session) dispatch({ type: 'open', session, mode: 'simulate' });
  } catch (error) {
    const { details } = noticeOf(error);
    dispatch({ type: 'set', values: { notice: { kind: 'bad', text: words.linkFailed, details } } });
  }
}
