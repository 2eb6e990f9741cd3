import type { Filled } from '../../session/forms.ts';
import { lazy } from '../parts/lazy.tsx';
import type { Action, State } from '../store/state.ts';

interface DialogsProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

const Help = lazy(async () => (await import('./help.tsx')).Help);
const NewCase = lazy(async () => (await import('./new-case.tsx')).NewCase);
const Save = lazy(async () => (await import('./save.tsx')).Save);

/** What lies over the page. */
export function Dialogs({ state, dispatch }: DialogsProps) {
  const { session, dialog } = state;
  const close = () => dispatch({ type: 'set', values: { dialog: null } });
  switch (dialog) {
    case 'help':
      return <Help onClose={close} />;
    case 'save':
      return <Save session={session} onClose={close} />;
    case 'newCase':
      return (
        <NewCase
          machine={session.machine}
          input={session.input as Filled}
          onOpen={(opened) => dispatch({ type: 'open', session: opened, mode: 'simulate' })}
          onClose={close}
        />
      );
    default:
      return null;
  }
}
