import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../domain/text.ts';
import type { Chart } from '../../chart/chart.ts';
import type { Geometry } from '../../chart/geometry.ts';
import { preparedGeometry } from './prepared.ts';

/** A chart that can be painted. */
export interface Drawing {
  readonly chart: Chart;
  readonly geometry: Geometry;
  readonly language: Language;
}

/** What there is to show: a drawing, perhaps the one before while the next is laid out. */
export interface Layout {
  readonly drawing: Drawing | null;
  readonly isBusy: boolean;
  /** Whether the last layout failed or took too long. */
  readonly hasFailed: boolean;
}

/**
 * Lays a chart out: from what was prepared, else in a worker with ELK, which is loaded then.
 * @param attempt another number tries again after a failure.
 */
export function useGeometry(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
  attempt: number,
): Layout {
  const [layout, setLayout] = useState<Layout>({ drawing: null, isBusy: true, hasFailed: false });
  const key = `${chart.hash} ${language} ${[...collapsed].sort().join(' ')}`;
  useEffect(() => {
    let isCurrent = true;
    const known = geometries.get(key);
    const finish = (changed: Layout) => isCurrent && setLayout(changed);
    if (known) finish({ drawing: { chart, geometry: known, language }, isBusy: false, hasFailed: false });
    else {
      setLayout((before) => ({ ...before, isBusy: true, hasFailed: false }));
      geometryFor(chart, collapsed, language, () => isCurrent).then(
        (geometry) => {
          geometries.set(key, geometry);
          finish({ drawing: { chart, geometry, language }, isBusy: false, hasFailed: false });
        },
        () => finish({ drawing: null, isBusy: false, hasFailed: true }),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [key, attempt]);
  return layout;
}

// Helpers

const geometries = new Map<string, Geometry>();

async function geometryFor(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
  isWanted: () => boolean,
): Promise<Geometry> {
  const prepared = await preparedGeometry(chart, collapsed, language);
  if (prepared) return prepared;
  const { layOutInWorker } = await import('./elk.ts');
  return layOutInWorker(chart, collapsed, language, isWanted);
}
