import type { Language } from '../../../domain/text.ts';
import type { Chart } from '../../chart/chart.ts';
import { chartOfDefinition } from '../../chart/definition.ts';
import { noMarks } from '../../chart/marks.ts';
import { nodesById } from '../../chart/view.ts';
import type { LiveActor, LiveStep } from '../../live/model.ts';
import { choicesOf } from '../../session/choices.ts';
import { chartOfMachine, type MarkedChart } from '../chart/case-chart.ts';
import { choiceMarks } from '../chart/case-marks.ts';
import { liveSession } from './live-case.ts';

/** The chart of a live actor with what is active; for a machine of this package also what can happen next. */
export function liveChart(actor: LiveActor, step: LiveStep | null, language: Language): MarkedChart | null {
  const chart = chartOfActor(actor);
  if (!chart) return null;
  const leaves = leavesIn((step?.snapshot ?? actor.current)?.value);
  const active = new Set(['', ...leaves.flatMap(withAround)].filter((id) => nodesById(chart).has(id)));
  const session = liveSession(actor, step);
  const marks = session ? choiceMarks(choicesOf(session, language)) : noMarks;
  return { chart, marks: { ...marks, active }, shown: leaves };
}

/** The chart of the machine of a live actor; `null` if it has none. */
export function chartOfActor({ machine }: LiveActor): Chart | null {
  if (!machine) return null;
  return machine.bundled ? chartOfMachine(machine.bundled) : foreignChart(machine.definition);
}

/** The paths of the deepest states of a value such as `{ open: 'waiting' }`. */
export function leavesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const inside = leavesIn(inner);
    return inside.length === 0 ? [key] : inside.map((leaf) => `${key}.${leaf}`);
  });
}

/** The paths of a state and of those around it, the outermost first. */
export function withAround(path: string): string[] {
  const keys = path.split('.');
  return keys.map((_, place) => keys.slice(0, place + 1).join('.'));
}

// Helpers

const foreignCharts = new WeakMap<object, Chart>();

function foreignChart(definition: unknown): Chart | null {
  if (typeof definition !== 'object' || definition === null) return null;
  let chart = foreignCharts.get(definition);
  if (!chart) {
    chart = chartOfDefinition(definition);
    foreignCharts.set(definition, chart);
  }
  return chart;
}
