import { type MachineName, machines } from '../../../machines/index.ts';
import { activeStates } from '../../../replay/compare.ts';
import { type Branch, type Chart, chartOf } from '../../chart/chart.ts';
import type { Marks } from '../../chart/marks.ts';
import { nodesById } from '../../chart/view.ts';
import type { Choices } from '../../session/choices.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { caseMarks } from './case-marks.ts';

/** A chart with what is marked on it. */
export interface MarkedChart {
  readonly chart: Chart;
  readonly marks: Marks;
  /** The states to be in view, the most telling one first. */
  readonly shown: readonly string[];
}

/** The chart of a machine of this package, made once. */
export function chartOfMachine(name: MachineName): Chart {
  let chart = charts.get(name);
  if (!chart) {
    chart = chartOf(machines[name]);
    charts.set(name, chart);
  }
  return chart;
}

/** The chart of a case at the current moment: what is active, what can happen, what just happened and where it led. */
export function caseChart(session: Session, choices: Choices): MarkedChart {
  const { snapshot, parent } = momentOf(session);
  const active = activeStates(snapshot);
  const former = new Set(parent === null ? [] : activeStates(momentOf(session, parent).snapshot));
  const entered = active.filter((id) => !former.has(id));
  return {
    chart: chartOfMachine(session.machine),
    marks: caseMarks(session, choices),
    shown: (entered.length > 0 ? entered : active).toSorted(deepestFirst),
  };
}

/**
 * The chart with what the user chose and points at.
 * @param picked a state or branch; it comes into view.
 * @param pointed the type of an event: its branches in active states light up.
 */
export function withPicked(
  { chart, marks, shown }: MarkedChart,
  picked: string | null,
  pointed: string | null,
): MarkedChart {
  if (picked === null && pointed === null) return { chart, marks, shown };
  const found = [...branchesById(chart).values()].filter(
    ({ id, event }) => event === pointed && marks.active.has(sourceOf(id)),
  );
  return {
    chart,
    marks: {
      ...marks,
      ...(picked !== null && { selected: picked }),
      ...(found.length > 0 && { found: new Set(found.map(({ id }) => id)) }),
    },
    shown: picked === null ? shown : [nodesById(chart).has(picked) ? picked : sourceOf(picked)],
  };
}

/** The branches of a chart by id. */
export function branchesById(chart: Chart): ReadonlyMap<string, Branch> {
  let index = indexes.get(chart);
  if (!index) {
    const branches = [
      ...chart.edges.flatMap((edge) => edge.branches),
      ...chart.nodes.flatMap((node) => node.inside),
    ];
    index = new Map(branches.map((branch) => [branch.id, branch]));
    indexes.set(chart, index);
  }
  return index;
}

// Helpers

const charts = new Map<MachineName, Chart>();
const indexes = new WeakMap<Chart, ReadonlyMap<string, Branch>>();

/** The deepest states tell most about where a case stands. */
function deepestFirst(one: string, other: string): number {
  return other.split('.').length - one.split('.').length;
}

/** The state that a branch leaves: the first part of its id. */
function sourceOf(branch: string): string {
  return branch.split('|')[0] ?? '';
}
