import { type MachineName, machines } from '../../../machines/index.ts';
import { activeStates } from '../../../replay/compare.ts';
import { type Chart, chartOf } from '../../chart/chart.ts';
import type { Marks } from '../../chart/marks.ts';
import type { Choices } from '../../session/choices.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { activeIn, openBranches, takenAt, withIds } from './marks-of.ts';

/** What a case shows on its chart. */
export interface CaseChart {
  readonly chart: Chart;
  readonly marks: Marks;
  /** The states just entered; the active ones if none was. */
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

/** The chart of a case at the current moment, with what is active, what can happen and what just happened. */
export function caseChart(session: Session, choices: Choices): CaseChart {
  const moment = momentOf(session);
  const before = moment.parent === null ? null : momentOf(session, moment.parent).snapshot;
  const active = activeStates(moment.snapshot);
  const former = new Set(before ? activeStates(before) : []);
  const entered = active.filter((id) => !former.has(id));
  return {
    chart: chartOfMachine(session.machine),
    marks: {
      active: activeIn(moment.snapshot),
      ...openBranches(choices),
      taken: takenAt(moment, before),
    },
    shown: (entered.length > 0 ? entered : active).toSorted(deepestFirst),
  };
}

/** The marks with what the user points at or has chosen. */
export function withPicked(marks: Marks, picked: string | null, choices: Choices): Marks {
  if (picked === null) return marks;
  const choice = [...choices.enabled, ...choices.blocked].find(({ type }) => type === picked);
  if (!choice) return { ...marks, selected: picked };
  return { ...marks, found: new Set(withIds(choice.type, choice.transitions).map(([id]) => id)) };
}

// Helpers

/** The deepest states tell most about where a case stands. */
function deepestFirst(one: string, other: string): number {
  return other.split('.').length - one.split('.').length;
}

const charts = new Map<MachineName, Chart>();
