import type { Language } from '../../domain/text.ts';
import { clockRoom, signRoom, targetTitle, textSize } from './box.ts';
import type { Branch, Chart } from './chart.ts';
import { branchText } from './labels.ts';
import { textWidth } from './text-width.ts';
import type { VisibleEdge } from './view.ts';

/** One branch on the label of an edge. Places are relative to the label, `y` of a line is that of its baseline. */
export interface LabelItem {
  readonly branch: Branch;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The place among the transitions of its state for the event, where there are several. */
  readonly order: string;
  /** It falls due by itself. */
  readonly clock: boolean;
  readonly lines: readonly {
    readonly kind: 'event' | 'guard' | 'leads';
    readonly text: string;
    readonly x: number;
    readonly y: number;
  }[];
}

/** The label of an edge: its branches, one below the other, short ones beside each other. */
export interface EdgeLabel {
  readonly items: readonly LabelItem[];
  readonly width: number;
  readonly height: number;
}

/** The label of an edge; `null` if there is nothing to say. */
export function edgeLabel(
  chart: Chart,
  { branches, drawn, target }: VisibleEdge,
  language: Language,
): EdgeLabel | null {
  const leads = drawn === 'entry' ? `→ ${targetTitle(chart, target, language)}` : '';
  const sized = branches
    .map((branch, place) => itemOf(branch, place === branches.length - 1 ? leads : '', language))
    .filter(({ lines }) => lines.length > 0);
  if (sized.length === 0) return null;
  const widest = Math.max(comfortable, ...sized.map(({ width }) => width));
  const items: LabelItem[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const item of sized) {
    if (x > 0 && x + item.width > widest) [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
    items.push({ ...item, x, y });
    width = Math.max(width, x + item.width);
    rowHeight = Math.max(rowHeight, item.height);
    x += item.width + gap;
  }
  return { items, width, height: y + rowHeight };
}

// Helpers

/** Labels put short branches beside each other up to this width. */
const comfortable = 170;
/** A guard goes to a line of its own where label and guard together are wider. */
const widestLine = 150;
const gap = 2;
const lineHeight = 16;
const baseline = 12.5;
const padding = 4;

function itemOf(branch: Branch, leads: string, language: Language): LabelItem {
  const { text, guard, clock, order } = branchText(branch, language);
  const start = padding + signRoom;
  const head = start + (order ? textWidth(order, textSize, true) + 3 : 0) + (clock ? clockRoom : 0);
  const lines: LabelItem['lines'][number][] = [];
  let [right, y] = [head, baseline];
  if (text) {
    lines.push({ kind: 'event', text, x: head, y });
    right = head + textWidth(text, textSize);
  }
  if (guard) {
    const width = textWidth(guard, textSize);
    const beside = text ? right + 4 : head;
    const isBeside = !text || beside + width <= widestLine;
    const x = isBeside ? beside : start;
    if (!isBeside) y += lineHeight;
    lines.push({ kind: 'guard', text: guard, x, y });
    right = Math.max(right, x + width);
  }
  if (leads) {
    if (lines.length > 0) y += lineHeight;
    lines.push({ kind: 'leads', text: leads, x: start, y });
    right = Math.max(right, start + textWidth(leads, textSize));
  }
  return {
    branch,
    x: 0,
    y: 0,
    order,
    clock,
    lines,
    width: right + padding,
    height: y - baseline + lineHeight + 2,
  };
}
