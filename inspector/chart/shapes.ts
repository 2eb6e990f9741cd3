import type { Box, Route } from './geometry.ts';

/** A text in an SVG document, or in an attribute of one. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A rectangle. */
export function rectangle(name: string, { x, y, width, height }: Box, radius: number): string {
  return `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

/** A line of text; `y` is that of its baseline. */
export function textLine(name: string, x: number, y: number, text: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${escaped(text)}</text>`;
}

/** A path through points, with rounded corners. */
export function roundedPath(points: Route['points']): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first[0]} ${first[1]}`];
  rest.forEach((corner, place) => {
    const before = points[place] as (typeof points)[number];
    const after = rest[place + 1];
    if (!after) {
      parts.push(`L${corner[0]} ${corner[1]}`);
      return;
    }
    const [fromX, fromY] = towards(corner, before);
    const [toX, toY] = towards(corner, after);
    parts.push(`L${fromX} ${fromY}Q${corner[0]} ${corner[1]} ${toX} ${toY}`);
  });
  return parts.join('');
}

/** The head of an arrow at the end of its way. */
export function arrowHead(points: Route['points']): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
  const [alongX, alongY] = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
  const corner = (side: number) =>
    `${tenth(end[0] - alongX * 8 - alongY * side)} ${tenth(end[1] - alongY * 8 + alongX * side)}`;
  return `M${end[0]} ${end[1]}L${corner(4)}L${corner(-4)}Z`;
}

/** Signs, each a path in a square of 12 by 12. */
export const signs = {
  open: 'M2 6.5L5 9.5L10.5 2.5',
  shut: 'M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5',
  clock: 'M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1M6 3.4V6.2L8 7.6',
  expand: 'M3 6H9M6 3V9',
  collapse: 'M3 6H9',
} as const;

/** A sign with its top left corner at a place. */
export function sign(name: string, kind: keyof typeof signs, x: number, y: number): string {
  return `<path class="${name}" transform="translate(${x} ${y})" d="${signs[kind]}"/>`;
}

// Helpers

const radius = 6;

/** The point a little away from a corner, in the direction of another point. */
function towards(corner: readonly [number, number], other: readonly [number, number]): [number, number] {
  const [x, y] = [other[0] - corner[0], other[1] - corner[1]];
  const length = Math.hypot(x, y) || 1;
  const step = Math.min(radius, length / 2);
  return [tenth(corner[0] + (x / length) * step), tenth(corner[1] + (y / length) * step)];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
