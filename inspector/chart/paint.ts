import type { Language, Text } from '../../domain/text.ts';
import { boxText, signRoom, targetTitle } from './box.ts';
import type { Branch, Chart, ChartNode } from './chart.ts';
import { edgeLabel, type LabelItem } from './edge-label.ts';
import type { Box, Geometry, Route } from './geometry.ts';
import { classesOf, edgeClasses, type Marks, noMarks } from './marks.ts';
import { arrowHead, escaped, rectangle, roundedPath, sign, textLine } from './shapes.ts';
import { type VisibleEdge, visibleEdges, visibleNodes } from './view.ts';

/**
 * A chart as SVG markup. States and branches carry `data-id`, so that marks can change without painting again; colours
 * come from the style sheet. The same input gives the same text.
 * @param marks what is marked from the start.
 */
export function paint(chart: Chart, geometry: Geometry, language: Language, marks: Marks = noMarks): string {
  const collapsed = new Set(geometry.collapsed);
  const edges = visibleEdges(chart, collapsed);
  const nodes = visibleNodes(chart, collapsed);
  const lines = new Map<string, VisibleEdge[]>();
  for (const edge of edges.filter(({ drawn }) => drawn === 'line')) {
    lines.set(edge.source, [...(lines.get(edge.source) ?? []), edge]);
  }
  const { width, height } = geometry;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escaped(nameOf(chart, language))}" lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<g class="nodes">',
    ...nodes.map((node) => paintNode(chart, node, lines.get(node.id) ?? [], geometry, language, marks)),
    '</g><g class="edges" aria-hidden="true">',
    ...Object.values(geometry.starts).map(({ dot, points }) => paintStart(dot, points)),
    ...edges.map((edge) => paintEdge(edge, geometry.edges[edge.id], marks)),
    '</g><g class="labels">',
    ...edges.map((edge) => paintLabel(chart, edge, geometry, language, marks)),
    '</g></svg>',
  ].join('\n');
}

/** A transition in words: its event, its guard, where it leads, and what it does. */
function branchName(chart: Chart, branch: Branch, target: string | null, language: Language): string {
  const { event, title, guard, guardTitle, actions } = branch;
  const happens = event === '' ? words.always[language] : `${title ? `${title[language]} ` : ''}${event}`;
  const needs = guard && `${guardTitle ? `${guardTitle[language]} ` : ''}[${guard}]`;
  const leads =
    target === null ? words.stays[language] : `→ ${targetTitle(chart, target, language)} ${target}`;
  const does = actions.length > 0 && `/ ${actions.join(', ')}`;
  return [happens, needs, leads, does].filter(Boolean).join('\n');
}

// Helpers

const words = {
  always: { en: 'at once', zh: '立即' },
  stays: { en: 'stays where it is', zh: '不离开该状态' },
  expand: { en: 'Expand', zh: '展开' },
  collapse: { en: 'Collapse', zh: '折叠' },
  chart: { en: 'state chart', zh: '状态图' },
  atomic: { en: 'state', zh: '状态' },
  compound: { en: 'state with states inside', zh: '复合状态' },
  parallel: { en: 'state with regions', zh: '并行状态' },
  final: { en: 'final state', zh: '终止状态' },
  history: { en: 'history', zh: '历史状态' },
} as const satisfies Readonly<Record<string, Text>>;

function nameOf({ id }: Chart, language: Language): string {
  return `${words.chart[language]} ${id}`;
}

function paintNode(
  chart: Chart,
  node: ChartNode,
  lines: readonly VisibleEdge[],
  geometry: Geometry,
  language: Language,
  marks: Marks,
): string {
  const box = geometry.nodes[node.id];
  if (!box) return '';
  const { id, kind } = node;
  const isCollapsed = geometry.collapsed.includes(id);
  const isFrame = !isCollapsed && (kind === 'compound' || kind === 'parallel');
  const text = boxText(chart, node, lines, isCollapsed, language);
  const classes = [
    'node',
    kind,
    isFrame ? 'frame' : 'box',
    ...(isCollapsed ? ['collapsed'] : []),
    ...classesOf(id, marks),
  ];
  const name = `${node.title[language]}, ${words[kind][language]}, ${node.key}`;
  // a picture holds nothing that can be used; what can be folded holds the sign for it
  const role = isFrame || isCollapsed ? 'group' : 'img';
  const count = marks.hits?.get(id);
  const branches = [
    ...node.inside.map((branch) => ({ branch, target: null })),
    ...lines.flatMap(({ target, branches: leading }) => leading.map((branch) => ({ branch, target }))),
  ];
  // A small box stands in the middle of a larger place.
  const left = isFrame
    ? box.x + (geometry.shifts[id] ?? 0)
    : box.x + Math.floor((box.width - text.width) / 2);
  return [
    `<g class="${classes.join(' ')}" data-id="${escaped(id)}" tabindex="-1" role="${role}" aria-label="${escaped(name)}"${marks.active.has(id) ? ' aria-current="true"' : ''}>`,
    isCollapsed ? rectangle('behind', shifted(box, 4), 7) : '',
    rectangle('shape', box, 7),
    kind === 'final' ? rectangle('inner', inset(box, 3), 5) : '',
    `<circle class="token" cx="${box.x}" cy="${box.y}" r="5"/>`,
    `<text class="hits" x="${box.x + box.width - 6}" y="${box.y + 4}">${count ?? ''}</text>`,
    isFrame || isCollapsed ? paintToggle(node, { ...box, x: left }, isCollapsed, language) : '',
    ...text.rows.flatMap(({ kind: row, text: line, x, y, branch }) =>
      branch ? [] : [textLine(row, left + x, box.y + y, line)],
    ),
    ...branches.map(({ branch, target }) => {
      const own = text.rows.filter((row) => row.branch === branch);
      const [first] = own;
      if (!first) return '';
      const classes = ['branch', 'inside', ...classesOf(branch.id, marks)].join(' ');
      return [
        `<g class="${classes}" data-id="${escaped(branch.id)}">`,
        `<title>${escaped(branchName(chart, branch, target, language))}</title>`,
        paintSigns(left + 9, box.y + first.y - 10),
        first.clock ? sign('clock', 'clock', left + first.x - 15, box.y + first.y - 10) : '',
        ...own.map(({ kind: row, text: line, x, y }) =>
          textLine(row === 'guard' ? 'guard' : 'event', left + x, box.y + y, line),
        ),
        '</g>',
      ].join('');
    }),
    '</g>',
  ].join('');
}

function paintToggle(
  { id, title, parent }: ChartNode,
  box: Box,
  isCollapsed: boolean,
  language: Language,
): string {
  if (parent === null) return '';
  const name = `${(isCollapsed ? words.expand : words.collapse)[language]} ${title[language]}`;
  return `<g class="toggle" data-toggle="${escaped(id)}" role="button" tabindex="-1" aria-label="${escaped(name)}">${rectangle('knob', { x: box.x + 7, y: box.y + 8, width: 14, height: 14 }, 3)}${sign('cross', isCollapsed ? 'expand' : 'collapse', box.x + 8, box.y + 9)}</g>`;
}

function paintStart(dot: Box, points: Route['points']): string {
  const radius = dot.width / 2;
  return `<g class="start"><circle cx="${dot.x + radius}" cy="${dot.y + radius}" r="${radius}"/><path class="line" d="${roundedPath(points)}"/><path class="head" d="${arrowHead(points)}"/></g>`;
}

function paintEdge({ id, branches }: VisibleEdge, route: Route | undefined, marks: Marks): string {
  if (!route) return '';
  const classes = [
    'edge',
    ...edgeClasses(
      branches.map((branch) => branch.id),
      marks,
    ),
  ];
  return `<g class="${classes.join(' ')}" data-edge="${escaped(id)}"><path class="line" d="${roundedPath(route.points)}"/><path class="head" d="${arrowHead(route.points)}"/></g>`;
}

function paintLabel(
  chart: Chart,
  edge: VisibleEdge,
  geometry: Geometry,
  language: Language,
  marks: Marks,
): string {
  const { id, branches, target, drawn } = edge;
  const label = geometry.edges[id]?.label;
  const chip = geometry.chips[id];
  if (drawn === 'line') return '';
  const items = new Map(edgeLabel(chart, edge, language)?.items.map((item) => [item.branch.id, item]));
  return [
    `<g class="label" data-label="${escaped(id)}">`,
    ...branches.map((branch) => {
      const classes = ['branch', ...classesOf(branch.id, marks)].join(' ');
      const item = label && items.get(branch.id);
      const inside = item ? paintItem(chart, item, label, target, language) : '';
      return `<g class="${classes}" data-id="${escaped(branch.id)}">${inside}</g>`;
    }),
    '</g>',
    chip ? paintChip(chart, chip, target, language) : '',
  ].join('');
}

function paintItem(chart: Chart, item: LabelItem, label: Box, target: string, language: Language): string {
  const [x, y] = [label.x + item.x, label.y + item.y];
  const { width, height, order, clock, lines, branch } = item;
  const [first] = lines;
  return [
    `<title>${escaped(branchName(chart, branch, target, language))}</title>`,
    rectangle('pill', { x, y, width, height }, 4),
    paintSigns(x + 3, y + 3),
    order ? textLine('order', x + 4 + signRoom, y + 12.5, order) : '',
    clock && first ? sign('clock', 'clock', x + first.x - 15, y + 2.5) : '',
    ...lines.map(({ kind, text, x: right, y: down }) => textLine(kind, x + right, y + down, text)),
  ].join('');
}

function paintSigns(x: number, y: number): string {
  return sign('sign open', 'open', x, y) + sign('sign shut', 'shut', x, y);
}

function paintChip(chart: Chart, box: Box, target: string, language: Language): string {
  const name = `→ ${targetTitle(chart, target, language)}`;
  return `<g class="chip" data-target="${escaped(target)}">${rectangle('shape', box, 11)}${textLine('event', box.x + 8, box.y + 15.5, name)}</g>`;
}

function shifted({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width, height };
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
