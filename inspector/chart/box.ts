import type { Language, Text } from '../../domain/text.ts';
import type { Branch, Chart, ChartNode } from './chart.ts';
import { branchText } from './labels.ts';
import { textWidth, wrapText } from './text-width.ts';
import { actionTitle, tagTitle } from './titles.ts';
import { countInside, nodesById, type VisibleEdge } from './view.ts';

/** A line of text in the box of a state. `y` is that of the baseline, from the top of the box. */
export interface Row {
  readonly kind: 'title' | 'key' | 'tag' | 'count' | 'action' | 'branch' | 'guard';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The transition that the line stands for. */
  readonly branch?: Branch;
  /** It falls due by itself. */
  readonly clock?: boolean;
}

/** What is written in the box of a state, and how much room that takes, in CSS pixels. */
export interface BoxText {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
}

/** Room for the sign in front of a branch that tells whether it is open. */
export const signRoom = 14;

/**
 * The text of a state's box: its title, its key, what it does on entry and exit, and the transitions that stay inside
 * or leave the region as a whole.
 */
export function boxText(
  chart: Chart,
  node: ChartNode,
  lines: readonly VisibleEdge[],
  isCollapsed: boolean,
  language: Language,
): BoxText {
  const isFrame = !isCollapsed && (node.kind === 'compound' || node.kind === 'parallel');
  const rows: Row[] = [];
  let [width, y] = [0, 5];
  const add = (kind: Row['kind'], text: string, more: Partial<Row> = {}) => {
    const size = kind === 'title' ? titleSize : textSize;
    const x = paddingX + (more.branch ? signRoom + (more.clock ? clockRoom : 0) : (more.x ?? 0));
    y += kind === 'title' ? 17 : 16;
    rows.push({ kind, text, y, ...more, x });
    width = Math.max(width, x + textWidth(text, size, kind === 'title'));
  };
  const indent = isFrame || isCollapsed ? { x: toggleRoom } : {};
  for (const line of wrapText(node.title[language], isFrame ? 300 : 200, titleSize, true)) {
    add('title', line, indent);
  }
  if (hasTitle(node)) add('key', node.key, indent);
  if (isCollapsed) add('count', countText(countInside(chart, node.id))[language], indent);
  for (const tag of node.tags) {
    const text = tagTitle(tag);
    if (text) add('tag', text[language]);
  }
  const entry = node.entry.flatMap((name) => actionTitle(name)?.[language] ?? []);
  if (entry.length > 0) wrapped(`${words.entry[language]}${entry.join(separators[language])}`);
  const exit = node.exit.flatMap((name) => actionTitle(name)?.[language] ?? []);
  if (exit.length > 0) wrapped(`${words.exit[language]}${exit.join(separators[language])}`);
  for (const actor of node.invokes) wrapped(`${words.invoke[language]}${actor}`);
  const inside = node.inside.map((branch) => ({ branch, leads: '' }));
  const leaving = lines.flatMap(({ target, branches }) =>
    branches.map((branch) => ({ branch, leads: `→ ${targetTitle(chart, target, language)}` })),
  );
  for (const { branch, leads } of [...inside, ...leaving]) {
    const { text, guard, clock, order } = branchText(branch, language);
    const whole = [order, text, guard, leads].filter(Boolean).join(' ');
    const isLong = text !== '' && guard !== '' && textWidth(whole, textSize) > widestLine;
    add('branch', isLong ? [order, text, leads].filter(Boolean).join(' ') : whole, { branch, clock });
    if (isLong) add('guard', guard, { branch });
  }
  return { rows, width: width + paddingX, height: y + 9 };

  function wrapped(text: string) {
    for (const line of wrapText(text, isFrame ? 300 : 210, textSize)) add('action', line);
  }
}

/** The title of the state where an edge ends. */
export function targetTitle(chart: Chart, id: string, language: Language): string {
  return nodesById(chart).get(id)?.title[language] ?? id;
}

/** Font sizes in CSS pixels. */
const titleSize = 13;
export const textSize = 12;
/** Room for the sign of something that falls due by itself. */
export const clockRoom = 16;

// Helpers

const paddingX = 10;
/** A guard goes to a line of its own where the branch would be wider. */
const widestLine = 180;
const toggleRoom = 16;

function hasTitle({ key, title }: ChartNode): boolean {
  return title.en !== key;
}

function countText(count: number): Text {
  return { en: `${count} states`, zh: `${count} 个状态` };
}

const separators = { en: ', ', zh: '、' } as const;

const words = {
  entry: { en: 'entry: ', zh: '进入：' },
  exit: { en: 'exit: ', zh: '离开：' },
  invoke: { en: 'runs: ', zh: '运行：' },
} as const satisfies Readonly<Record<string, Text>>;
