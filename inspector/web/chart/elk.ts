import ELK from 'elkjs/lib/elk-api.js';
import workerAddress from 'elkjs/lib/elk-worker.min.js?url';
import type { Language } from '../../../domain/text.ts';
import type { Chart } from '../../chart/chart.ts';
import type { Geometry } from '../../chart/geometry.ts';
import { type Elk, layOut } from '../../chart/layout.ts';

/** ELK cannot be interrupted, so a layout that takes longer than this is given up, in milliseconds. */
const deadline = 5_000;

let running: InstanceType<typeof ELK> | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Lays a chart out in a worker, one after the other.
 * @param isWanted asked when its turn comes; a layout that nobody waits for any more is passed over.
 * @throws {Error} if it takes longer than five seconds, or ELK fails; the worker is ended, and the next call starts another.
 */
export function layOutInWorker(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
  isWanted: () => boolean,
): Promise<Geometry> {
  const turn = last.then(() => {
    if (!isWanted()) throw new Error('Nobody waits for this layout any more.');
    return layOutNow(chart, collapsed, language);
  });
  last = turn.catch(() => {});
  return turn;
}

// Helpers

async function layOutNow(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
): Promise<Geometry> {
  running ??= new ELK({ workerFactory: () => new Worker(workerAddress) });
  const elk = running;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The layout took too long.')), deadline);
  });
  try {
    return await Promise.race([layOut(elk as unknown as Elk, chart, { collapsed, language }), tooLate]);
  } catch (error) {
    elk.terminateWorker();
    if (running === elk) running = null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
