import type { Chart } from '../../chart/chart.ts';
import type { Marks } from '../../chart/marks.ts';
import { nodesById } from '../../chart/view.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';
import { branchesById } from './case-chart.ts';

interface ChartInfoProps {
  readonly chart: Chart;
  readonly marks: Marks;
  /** A state or branch; anything else shows nothing. */
  readonly id: string | null;
}

/** What the state or transition under the pointer is, and why it cannot be taken. */
export function ChartInfo({ chart, marks, id }: ChartInfoProps) {
  const { t } = useLanguage();
  if (id === null) return null;
  const node = nodesById(chart).get(id);
  if (node) {
    if (node.parent === null) return null;
    return (
      <div class="chart-info">
        <strong>{t(node.title)}</strong>
        <span class="code">{node.id}</span>
        {marks.active.has(id) && <span class="mark accent">{t(words.active)}</span>}
        <Hits marks={marks} id={id} />
      </div>
    );
  }
  const branch = branchesById(chart).get(id);
  if (!branch) return null;
  const reason = marks.blocked.get(id);
  return (
    <div class="chart-info">
      <strong>{branch.title ? t(branch.title) : branch.event || t(words.atOnce)}</strong>
      <span class="code">{branch.event}</span>
      {branch.guard && (
        <span>
          {branch.guardTitle && t(branch.guardTitle)} <span class="code">[{branch.guard}]</span>
        </span>
      )}
      {marks.enabled.has(id) && <span class="mark good">{t(words.canBeTaken)}</span>}
      {reason && (
        <>
          <span class="mark bad">{t(words.stopped)}</span>
          <span class="reason">{t(reason)}</span>
        </>
      )}
      <Hits marks={marks} id={id} />
    </div>
  );
}

// Helpers

function Hits({ marks, id }: { readonly marks: Marks; readonly id: string }) {
  const { t } = useLanguage();
  if (!marks.hits) return null;
  const count = marks.hits.get(id) ?? 0;
  if (marks.unreachable?.has(id)) return <span class="mark">{t(words.unreachable)}</span>;
  return <span class={count > 0 ? 'mark good' : 'mark warn'}>{`${t(words.hitsOf)} ${count}`}</span>;
}
