import type { Language } from '../../domain/text.ts';
import { clockRoom, signRoom, textSize } from './box.ts';
import type { Branch } from './chart.ts';
import { branchText } from './labels.ts';
import { textWidth } from './text-width.ts';

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
    readonly kind: 'event' | 'guard';
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

/** The label of the edge that some branches share; `null` if there is nothing to say. */
export function edgeLabel(branches: readonly Branch[], language: Language): EdgeLabel | null {
  const sized = branches.map((branch) => itemOf(branch, language)).filter(({ lines }) => lines.length > 0);
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
const padding = 4;

function itemOf(branch: Branch, language: Language): Omit<LabelItem, 'x' | 'y'> & { x: number; y: number } {
  const { text, guard, clock, order } = branchText(branch, language);
  const head =
    padding + signRoom + (order ? textWidth(order, textSize, true) + 3 : 0) + (clock ? clockRoom : 0);
  const eventWidth = text ? textWidth(text, textSize) : 0;
  const guardWidth = guard ? textWidth(guard, textSize) : 0;
  const isOneLine = !text || !guard || head + eventWidth + 4 + guardWidth <= widestLine;
  const guardX = isOneLine ? head + (text ? eventWidth + 4 : 0) : padding + signRoom;
  const lines: LabelItem['lines'][number][] = [];
  if (text) lines.push({ kind: 'event', text, x: head, y: 12.5 });
  if (guard) lines.push({ kind: 'guard', text: guard, x: guardX, y: isOneLine ? 12.5 : 12.5 + lineHeight });
  const right = Math.max(text ? head + eventWidth : 0, guard ? guardX + guardWidth : 0);
  const isBare = lines.length === 0;
  return {
    branch,
    x: 0,
    y: 0,
    order,
    clock,
    lines,
    width: isBare ? 0 : right + padding,
    height: lineHeight * (isOneLine ? 1 : 2) + 2,
  };
}
