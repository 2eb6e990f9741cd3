import type { Language } from '../../../domain/text.ts';
import { machineNames } from '../../../machines/index.ts';
import type { Chart } from '../../chart/chart.ts';
import type { Geometry } from '../../chart/geometry.ts';
import { geometryFile, unpackGeometry } from '../../chart/packed.ts';
import { viewsOf } from '../../chart/view.ts';
import { chartOfMachine } from './case-chart.ts';

/**
 * The layout of a machine of this package that was made beforehand. `null` if there is none for what is folded, or the
 * one there is belongs to another version of the machine.
 */
export async function preparedGeometry(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
): Promise<Geometry | null> {
  const machine = machineNames.find((name) => chartOfMachine(name) === chart);
  const view = viewsOf(chart).find((each) => isSame(each.collapsed, collapsed));
  const load = machine && view && files[`../../layouts/${geometryFile(machine, view, language)}`];
  return load ? unpackGeometry(chart, view, await load()) : null;
}

// Helpers

const files = import.meta.glob('../../layouts/**/*.json', { import: 'default' });

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
