import type { Box, Geometry } from '../../chart/geometry.ts';

/**
 * Scrolls so that the states are in view, no further than needed. States that have no place are passed over.
 * @param atOnce whether it jumps there: a chart that has just been painted was nowhere before.
 */
export function scrollToNodes(
  scroller: HTMLElement | null,
  { nodes }: Pick<Geometry, 'nodes'>,
  ids: readonly string[],
  scale: number,
  atOnce = false,
): void {
  const boxes = ids.flatMap((id) => placeOf(nodes, id) ?? []);
  if (!scroller || boxes.length === 0) return;
  const { clientWidth, clientHeight } = scroller;
  // a state that alone fills the view is shown from its top left corner
  const around = boxes.reduce((all, box) => {
    const both = union(all, box);
    return both.width * scale > clientWidth || both.height * scale > clientHeight ? all : both;
  });
  scroller.scrollTo({
    left: nearest(scroller.scrollLeft, clientWidth, around.x * scale, around.width * scale),
    top: nearest(scroller.scrollTop, clientHeight, around.y * scale, around.height * scale),
    behavior: atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
  });
}

/** A place on the screen, in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Lets what scrolls change its size, and scrolls so that what was at a point stays there; without one, at the middle. */
export function resizeAround(
  scroller: HTMLElement | null,
  point: ScreenPoint | null,
  resize: () => void,
): void {
  const content = scroller?.querySelector('svg');
  if (!scroller || !content) {
    resize();
    return;
  }
  const { x, y } = point ?? middle(scroller.getBoundingClientRect());
  const before = content.getBoundingClientRect();
  resize();
  const after = content.getBoundingClientRect();
  scroller.scrollLeft += after.x + ((x - before.x) / before.width) * after.width - x;
  scroller.scrollTop += after.y + ((y - before.y) / before.height) * after.height - y;
}

/** The state that lies next in the direction of an arrow key, or `null` for other keys and at the edge. */
export function neighbour({ nodes }: Geometry, id: string, key: string): string | null {
  const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const from = nodes[id];
  if (!direction || !from) return null;
  const [x = 0, y = 0] = direction;
  const here = middle(from);
  let best: { id: string; distance: number } | null = null;
  for (const [other, box] of Object.entries(nodes)) {
    if (other === id) continue;
    const there = middle(box);
    const along = (there.x - here.x) * x + (there.y - here.y) * y;
    const across = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
    if (along <= 0) continue;
    const distance = along + 2 * across;
    if (!best || distance < best.distance) best = { id: other, distance };
  }
  return best?.id ?? null;
}

// Helpers

const margin = 48;

/** The box of a state, or of the folded state that hides it. */
function placeOf(nodes: Geometry['nodes'], id: string): Box | undefined {
  const keys = id.split('.');
  while (keys.length > 0 && !nodes[keys.join('.')]) keys.pop();
  return nodes[keys.join('.')];
}

/** Stays where it is if everything is in view, else goes to the middle. */
function nearest(now: number, room: number, start: number, size: number): number {
  const [from, to] = [start - margin, start + size + margin];
  if (from >= now && to <= now + room) return now;
  return Math.max(0, Math.min(from, start + size / 2 - room / 2));
}

function union(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

function middle({ x, y, width, height }: Box): ScreenPoint {
  return { x: x + width / 2, y: y + height / 2 };
}
