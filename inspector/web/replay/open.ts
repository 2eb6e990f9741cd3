import type { Replay } from '../../session/scenario-in.ts';
import { scenarioText } from '../server.ts';
import { type Action, noticeOf } from '../store/state.ts';

/** Opens a scenario the server knows; what is wrong with it is told. */
export async function openKnown(id: string, file: string, dispatch: (action: Action) => void): Promise<void> {
  try {
    openReplay(await readReplay(await scenarioText(id), file), dispatch);
  } catch (error) {
    dispatch({ type: 'set', values: { notice: noticeOf(error), mode: 'replay' } });
  }
}

/** Opens a scenario file of the user; what is wrong with it is told, with line and column. */
export async function openFile(file: File, dispatch: (action: Action) => void): Promise<void> {
  try {
    openReplay(await readReplay(await file.text(), file.name), dispatch);
  } catch (error) {
    dispatch({ type: 'set', values: { notice: noticeOf(error), mode: 'replay' } });
  }
}

// Helpers

/** What reads YAML is loaded with the first file. */
async function readReplay(text: string, file: string): Promise<Replay> {
  const { fromScenario } = await import('../../session/scenario-in.ts');
  return fromScenario(text, file);
}

/** Shows a scenario that was read. */
function openReplay(replay: Replay, dispatch: (action: Action) => void): void {
  dispatch({ type: 'open', session: replay.session, replayed: replay, mode: 'replay' });
}
