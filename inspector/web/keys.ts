import { useEffect } from 'preact/hooks';
import { branchesOf, lineOf } from '../session/line.ts';
import type { Session } from '../session/session.ts';
import { liveMove } from './live/live-move.ts';
import type { Action, State } from './store/state.ts';

/**
 * The keys of the page. They do nothing while somebody types, holds a modifier, or has a dialog open; and the arrows
 * belong to the tree, the tabs and the chart while one of those has the focus. Of a live app they step what it did.
 */
export function useKeys(state: State, dispatch: (action: Action) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event)) return;
      if (act(event.key, state, dispatch)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [state]);
}

// Helpers

/** The line after the one that is looked at: another branch to go on with, at its end. */
function nextBranch(session: Session): number | null {
  const ends = branchesOf(session).flatMap(({ moments }) => moments.at(-1)?.id ?? []);
  if (ends.length < 2) return null;
  const end = lineOf(session).at(-1)?.id ?? 0;
  return ends[(ends.indexOf(end) + 1) % ends.length] ?? null;
}

const typing = 'input, select, textarea, [contenteditable]';

function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isTyping = target instanceof Element && target.closest(typing) !== null;
  return isTyping || ctrlKey || metaKey || altKey || document.querySelector('dialog[open]') !== null;
}

/** Whether the key means something. */
function act(key: string, state: State, dispatch: (action: Action) => void): boolean {
  const { mode } = state;
  // elsewhere the steps of the case are not to be seen
  const isStepped = mode === 'simulate' || mode === 'replay';
  if (/^[1-9]$/.test(key)) return click(`[data-digit="${key}"]`);
  const moves = { ArrowLeft: 'back', ArrowRight: 'forward', Home: 'first', End: 'last' } as const;
  if (Object.hasOwn(moves, key)) {
    const move = moves[key as keyof typeof moves];
    const action = isStepped ? { type: move } : mode === 'live' ? liveMove(state, move) : null;
    if (action) dispatch(action);
    return action !== null;
  }
  switch (key) {
    case 'b': {
      const id = isStepped ? nextBranch(state.session) : null;
      if (id !== null) dispatch({ type: 'goTo', id });
      return true;
    }
    case 't':
      return click('[data-advance]');
    case 'd':
      dispatch({ type: 'set', values: { tab: 'changes', part: 'details' } });
      return true;
    case '/':
      return focus('[data-search]');
    case 'f':
      dispatch({ type: 'set', values: { focused: !state.focused } });
      return true;
    case 'g':
      return click('[data-tool="goToActive"]');
    case '+':
    case '=':
      return click('[data-tool="zoomIn"]');
    case '-':
      return click('[data-tool="zoomOut"]');
    case '0':
      return click('[data-tool="fit"]');
    case '?':
      dispatch({ type: 'set', values: { dialog: 'help' } });
      return true;
    case 'Escape':
      dispatch({ type: 'set', values: { picked: null, notice: null } });
      return true;
    default:
      return false;
  }
}

function click(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector);
  button?.click();
  return button !== null;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus();
  return field !== null;
}
