import { findArticle } from '../../../explain/named.ts';
import type { MachineName } from '../../../machines/index.ts';
import type { Missed } from '../../session/coverage.ts';
import { chartOfMachine } from '../chart/case-chart.ts';
import { useLanguage } from '../language.ts';
import type { Action } from '../store/state.ts';
import { words } from '../words.ts';
import { WayButton } from './way-button.tsx';

interface MissedListProps {
  readonly title: string;
  readonly missed: readonly Missed[];
  readonly machine: MachineName;
  readonly dispatch: (action: Action) => void;
}

/** What no run reached, apart from what nothing can reach. */
export function MissedList({ title, missed, machine, dispatch }: MissedListProps) {
  const { t } = useLanguage();
  if (missed.length === 0) return null;
  return (
    <details class="folder" open={missed.length < 12}>
      <summary>
        {`${t(words.notReached)} · ${title}`} <span class="count">{missed.length}</span>
      </summary>
      <ul>
        {missed.map((each) => (
          <li key={each.id} class="missed">
            <button
              type="button"
              class="scenario"
              disabled={each.kind === 'article'}
              onClick={() => dispatch({ type: 'set', values: { picked: each.id, part: 'chart' } })}
            >
              <MissedName missed={each} machine={machine} />
            </button>
            {each.kind !== 'article' && each.unreachable && <span class="mark">{t(words.unreachable)}</span>}
            {each.kind !== 'article' && !each.unreachable && (
              <WayButton machine={machine} id={each.id} name={each.id} dispatch={dispatch} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

// Helpers

function MissedName({ missed, machine }: { readonly missed: Missed; readonly machine: MachineName }) {
  const { t } = useLanguage();
  if (missed.kind === 'article') {
    const found = findArticle(missed.id);
    return (
      <>
        <span class="mark">{missed.id}</span> {found && t(found.article.title)}
      </>
    );
  }
  if (missed.kind === 'state') {
    return (
      <>
        {t(missed.node.title)} <span class="code">{missed.id}</span>
      </>
    );
  }
  const { branch, source, target } = missed;
  const titleOf = (id: string) => {
    const node = chartOfMachine(machine).nodes.find((each) => each.id === id);
    return node ? t(node.title) : id;
  };
  return (
    <>
      {branch.title ? t(branch.title) : branch.event || t(words.atOnce)}
      {branch.guard && (
        <span class="muted"> [{branch.guardTitle ? t(branch.guardTitle) : branch.guard}]</span>
      )}
      <span class="about">
        {titleOf(source)}
        {target !== null && ` → ${titleOf(target)}`}
      </span>
    </>
  );
}
