import type { MachineName } from '../../../machines/index.ts';
import { outOfReach } from '../../session/out-of-reach.ts';
import type { Covered } from '../store/covered.ts';
import { chartOfMachine, type MarkedChart } from './case-chart.ts';

/** The chart of a machine tinted by what a suite of scenarios reached; plain before one was run. */
export function coverageChart(machine: MachineName, covered: Covered | null): MarkedChart {
  const hits = covered?.hits.get(machine);
  const counts = hits && new Map([...hits.states, ...hits.branches]);
  const chart = chartOfMachine(machine);
  return {
    chart,
    marks: {
      active: new Set(),
      enabled: new Set(),
      blocked: new Map(),
      ...(counts && {
        hits: counts,
        unreachable: new Set([...outOfReach(chart), ...(covered?.unreachable ?? [])]),
      }),
    },
    shown: [],
  };
}
