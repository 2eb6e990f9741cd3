import type { Replay } from '../../session/scenario-in.ts';
import type { TrackingFile } from '../../session/tracking-in.ts';
import { scenarioText } from '../server.ts';
import { type Action, type Notice, noticeOf } from '../store/state.ts';

/** Opens a scenario the server knows; what is wrong with it is told. */
export async function openKnown(id: string, file: string, dispatch: (action: Action) => void): Promise<void> {
  try {
    openReplay(await readReplay(await scenarioText(id), file), dispatch);
  } catch (error) {
    dispatch({ type: 'set', values: { notice: noticeOf(error), mode: 'replay' } });
  }
}

/**
 * Opens a file of the user: a scenario, or tracking data, which becomes the scenario of the case it makes. What is wrong
 * with it is told, with line and column.
 */
export async function openFile(file: File, dispatch: (action: Action) => void): Promise<void> {
  try {
    const text = await file.text();
    const tracking = /\.ya?ml$/.test(file.name) ? null : await readTracking(text, file.name);
    openReplay(await readReplay(tracking?.text ?? text, file.name), dispatch);
    if (tracking && tracking.others.length > 0)
      dispatch({ type: 'set', values: { notice: firstOf(tracking.others) } });
  } catch (error) {
    dispatch({ type: 'set', values: { notice: noticeOf(error), mode: 'replay' } });
  }
}

// Helpers

/** What reads tracking data is loaded with the first file that is not YAML. */
async function readTracking(text: string, file: string): Promise<TrackingFile | null> {
  const { trackingIn } = await import('../../session/tracking-in.ts');
  return trackingIn(text, file);
}

function firstOf(others: readonly string[]): Notice {
  return {
    kind: 'warn',
    text: {
      zh: '文件含多个包裹，此处为第一个。其余请用 parcel-exceptions ingest --waybill 查看：',
      en: 'The file holds several parcels; this is the first. For the others: parcel-exceptions ingest --waybill',
    },
    details: others,
  };
}

/** What reads YAML is loaded with the first file. */
async function readReplay(text: string, file: string): Promise<Replay> {
  const { fromScenario } = await import('../../session/scenario-in.ts');
  return fromScenario(text, file);
}

/** Shows a scenario that was read. */
function openReplay(replay: Replay, dispatch: (action: Action) => void): void {
  dispatch({ type: 'open', session: replay.session, replayed: replay, mode: 'replay' });
}
