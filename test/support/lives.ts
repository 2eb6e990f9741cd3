import type fc from 'fast-check';
import type { MachineName } from '../../machines/index.ts';
import { lives as generated } from '../../testing/lives.ts';
import type { Life } from '../../testing/play.ts';

export { readable } from '../../testing/lives.ts';

/** Lives of a machine of the package. */
export function lives(machine: MachineName, maxEvents?: number, minEvents?: number): fc.Arbitrary<Life> {
  return generated(machine, { ...(maxEvents && { maxEvents }), ...(minEvents && { minEvents }) });
}
