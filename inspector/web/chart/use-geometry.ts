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
  const key = keyOf(chart, collapsed, language);
  const [layout, setLayout] = useState<Layout>(() => {
    const geometry = geometries.get(key);
    return geometry ? finished(chart, geometry, language) : { drawing: null, isBusy: true, hasFailed: false };
  });
  useEffect(() => {
    let isCurrent = true;
    const known = geometries.get(key);
    const finish = (changed: Layout) => isCurrent && setLayout(changed);
    if (known) {
      setLayout((before) =>
        before.drawing?.geometry === known && !before.isBusy ? before : finished(chart, known, language),
      );
    } else {
      setLayout((before) => ({ ...before, isBusy: true, hasFailed: false }));
      geometryFor(chart, collapsed, language, () => isCurrent).then(
        (geometry) => {
          geometries.set(key, geometry);
          finish(finished(chart, geometry, language));
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

/** Fetches a layout that was made beforehand, so that the chart is painted as soon as it is shown. */
export async function fetchGeometry(
  chart: Chart,
  collapsed: ReadonlySet<string>,
  language: Language,
): Promise<void> {
  const geometry = await preparedGeometry(chart, collapsed, language);
  if (geometry) geometries.set(keyOf(chart, collapsed, language), geometry);
}

// Helpers

function keyOf({ hash }: Chart, collapsed: ReadonlySet<string>, language: Language): string {
  return `${hash} ${language} ${[...collapsed].sort().join(' ')}`;
}

function finished(chart: Chart, geometry: Geometry, language: Language): Layout {
  return { drawing: { chart, geometry, language }, isBusy: false, hasFailed: false };
}

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
