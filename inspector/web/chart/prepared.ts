import type { Language } from '../../../domain/text.ts';
import type { Chart } from '../../chart/chart.ts';
import type { Geometry } from '../../chart/geometry.ts';

/** The layout of a machine of this package that was made beforehand, if there is one for this view. */
export async function preparedGeometry(
  _chart: Chart,
  _collapsed: ReadonlySet<string>,
  _language: Language,
): Promise<Geometry | null> {
  return null;
}
