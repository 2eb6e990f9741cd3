import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Branch, Chart, ChartNode } from '../../chart/chart.ts';
import type { Marks } from '../../chart/marks.ts';
import { useLanguage } from '../language.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { words } from '../words.ts';

interface OutlineProps {
  readonly chart: Chart;
  readonly marks: Marks;
  readonly shown: readonly string[];
  readonly lookedFor: number;
  readonly onPick: (id: string | null) => void;
}

/** One line of the tree. */
interface Row {
  readonly node: ChartNode;
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** The chart as a tree of states with their transitions in words: for narrow screens, and for those who do not see the picture. */
export function Outline({ chart, marks, shown, lookedFor, onPick }: OutlineProps) {
  const { t } = useLanguage();
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [focused, setFocused] = useState('');
  const tree = useRef<HTMLDivElement>(null);
  const children = useMemo(() => childrenOf(chart), [chart]);
  const leaving = useMemo(() => leavingOf(chart), [chart]);
  const titles = useMemo(() => new Map(chart.nodes.map((node) => [node.id, node.title])), [chart]);
  const rows = rowsOf(chart, children, (id, level) => turned.get(id) ?? (level < 2 || marks.active.has(id)));
  useEffect(() => {
    const id = shown.at(-1);
    if (id !== undefined)
      tree.current?.querySelector(`[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [lookedFor, shown]);
  const turn = (id: string, isOpen: boolean) => setTurned(new Map(turned).set(id, isOpen));
  const go = (id: string | null | undefined) => {
    if (id === null || id === undefined) return;
    setFocused(id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, row: Row) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = rows.indexOf(row);
    const { id, parent } = row.node;
    switch (event.key) {
      case 'ArrowDown':
        go(rows[place + 1]?.node.id);
        break;
      case 'ArrowUp':
        go(rows[place - 1]?.node.id);
        break;
      case 'ArrowRight':
        if (row.hasChildren && !row.isOpen) turn(id, true);
        else if (row.hasChildren) go(rows[place + 1]?.node.id);
        break;
      case 'ArrowLeft':
        if (row.hasChildren && row.isOpen) turn(id, false);
        else go(parent);
        break;
      case 'Home':
        go(rows[0]?.node.id);
        break;
      case 'End':
        go(rows.at(-1)?.node.id);
        break;
      case 'Enter':
      case ' ':
        if (row.hasChildren) turn(id, !row.isOpen);
        onPick(id);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="outline" role="tree" aria-label={t(words.outline)} ref={tree}>
      {rows.map((row) => {
        const { node, level, hasChildren, isOpen } = row;
        const isActive = marks.active.has(node.id);
        return (
          <div
            key={node.id}
            role="treeitem"
            data-id={node.id}
            class={classOf(node.id, marks, isActive)}
            aria-level={level + 1}
            aria-expanded={hasChildren ? isOpen : undefined}
            aria-selected={marks.selected === node.id}
            aria-current={isActive ? 'true' : undefined}
            tabIndex={focused === node.id ? 0 : -1}
            ref={(item) => item?.style.setProperty('--level', String(level))}
            onClick={() => {
              setFocused(node.id);
              onPick(node.id);
            }}
            onKeyDown={(event) => press(event, row)}
          >
            <span class="line">
              {hasChildren ? (
                <button
                  type="button"
                  class="twist"
                  tabIndex={-1}
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    turn(node.id, !isOpen);
                  }}
                >
                  <Icon name={isOpen ? 'down' : 'right'} />
                </button>
              ) : (
                <span class="twist" />
              )}
              <span class="title">{t(node.title)}</span>
              <span class="code">{node.key}</span>
              {isActive && !hasChildren && <span class="mark accent">{t(words.active)}</span>}
              {marks.hits && <span class="mark">{marks.hits.get(node.id) ?? 0}</span>}
            </span>
            {(!hasChildren || isOpen) && (
              <Transitions branches={leaving.get(node.id) ?? []} marks={marks} titles={titles} />
            )}
          </div>
        );
      })}
    </div>
  );
}

// Helpers

interface Leaving {
  readonly branch: Branch;
  readonly target: string | null;
}

interface TransitionsProps {
  readonly branches: readonly Leaving[];
  readonly marks: Marks;
  readonly titles: ReadonlyMap<string, ChartNode['title']>;
}

/** The transitions of a state that are open or stopped now; where hits are counted, all of them. */
function Transitions({ branches, marks, titles }: TransitionsProps) {
  const { t } = useLanguage();
  const relevant = branches.filter(
    ({ branch }) => marks.hits || marks.enabled.has(branch.id) || marks.blocked.has(branch.id),
  );
  if (relevant.length === 0) return null;
  return (
    <ul class="transitions">
      {relevant.map(({ branch, target }) => {
        const [icon, says]: [IconName, string] = marks.enabled.has(branch.id)
          ? ['yes', t(words.canBeTaken)]
          : marks.blocked.has(branch.id)
            ? ['no', t(words.stopped)]
            : ['right', ''];
        const title = branch.title ? t(branch.title) : branch.event;
        const targetTitle = target === null ? undefined : titles.get(target);
        return (
          <li key={`${branch.id}>${target}`} class={icon === 'no' ? 'shut' : ''}>
            <Icon name={icon} />
            <span class="unseen">{says} </span>
            {title}
            {branch.guardTitle && <span class="muted"> [{t(branch.guardTitle)}]</span>}
            {targetTitle && <b> → {t(targetTitle)}</b>}
            {marks.hits && <span class="mark">{marks.hits.get(branch.id) ?? 0}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function rowsOf(
  chart: Chart,
  children: ReadonlyMap<string, readonly ChartNode[]>,
  isOpen: (id: string, level: number) => boolean,
): Row[] {
  const rows: Row[] = [];
  const visit = (node: ChartNode, level: number) => {
    const inner = children.get(node.id) ?? [];
    const open = inner.length > 0 && isOpen(node.id, level);
    rows.push({ node, level, hasChildren: inner.length > 0, isOpen: open });
    if (open) for (const child of inner) visit(child, level + 1);
  };
  const [root] = chart.nodes;
  if (root) visit(root, 0);
  return rows;
}

function childrenOf({ nodes }: Chart): ReadonlyMap<string, readonly ChartNode[]> {
  const children = new Map<string, ChartNode[]>();
  for (const node of nodes) {
    if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  return children;
}

function leavingOf({ nodes, edges }: Chart): ReadonlyMap<string, readonly Leaving[]> {
  const leaving = new Map<string, Leaving[]>();
  const add = (source: string, each: Leaving) => leaving.set(source, [...(leaving.get(source) ?? []), each]);
  for (const { source, target, branches } of edges) {
    for (const branch of branches) add(source, { branch, target });
  }
  for (const { id, inside } of nodes) for (const branch of inside) add(id, { branch, target: null });
  return leaving;
}

function classOf(id: string, marks: Marks, isActive: boolean): string {
  return [
    'item',
    isActive ? 'is-active' : '',
    marks.found?.has(id) ? 'is-found' : '',
    marks.unreachable?.has(id) ? 'is-unreachable' : marks.hits && !marks.hits.get(id) ? 'is-unvisited' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
