import type { MachineName } from '../../../machines/index.ts';
import { wayTo } from '../../session/reach.ts';
import { type Recording, recordingOf } from '../../session/recording.ts';

/** What the page asks: a way to a state or branch of a machine. */
export interface WayQuestion {
  readonly machine: MachineName;
  readonly id: string;
}

/** What it is told: how far the search is, and at last what it found. */
export type WayAnswer =
  | { readonly kind: 'progress'; readonly states: number }
  | { readonly kind: 'found'; readonly recording: Recording }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'givenUp'; readonly states: number }
  | { readonly kind: 'failed'; readonly message: string };

self.onmessage = ({ data }: MessageEvent<WayQuestion>) => {
  const tell = (answer: WayAnswer) => self.postMessage(answer);
  try {
    const way = wayTo(data.machine, data.id, { onProgress: (states) => tell({ kind: 'progress', states }) });
    // the case is invented, so nothing in it has to be masked
    if (way.kind === 'found') tell({ kind: 'found', recording: recordingOf(way.session, true) });
    else tell(way);
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};
