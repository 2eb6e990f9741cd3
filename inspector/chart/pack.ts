/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Boxes put beside and below each other: the place of each, and the room that they take together. */
export interface Packing extends Size {
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/**
 * Packs boxes into as small a window as possible. The window is a little wider than high, like a screen.
 * @param gap between boxes, in CSS pixels.
 */
export function pack(sizes: readonly Size[], gap: number): Packing {
  const orders = rankings.map((rank) => sizes.map((_, place) => place).toSorted((a, b) => rank(sizes, a, b)));
  const widest = Math.max(...sizes.map(({ width }) => width));
  const total = sizes.reduce((sum, { width }) => sum + width + gap, 0);
  const widths = Array.from({ length: steps + 1 }, (_, step) => widest + ((total - widest) * step) / steps);
  const packings = orders.flatMap((order) => widths.map((width) => packInto(sizes, order, width, gap)));
  return packings.reduce((best, other) => (windowFor(other) < windowFor(best) ? other : best));
}

/** How much a drawing must shrink to fit a window: the side that decides. The smaller, the better to read. */
export function windowFor({ width, height }: Size): number {
  return Math.max(width / shape, height);
}

// Helpers

/** How much wider than high the window is. */
const shape = 1.4;
const steps = 12;

const rankings: ((sizes: readonly Size[], one: number, other: number) => number)[] = [
  () => 0,
  (sizes, one, other) => side(sizes, other, 'height') - side(sizes, one, 'height'),
  (sizes, one, other) => side(sizes, other, 'width') - side(sizes, one, 'width'),
];

function side(sizes: readonly Size[], place: number, name: keyof Size): number {
  return sizes[place]?.[name] ?? 0;
}

/** Puts one box after the other as high up as it fits, then as far left. */
function packInto(sizes: readonly Size[], order: readonly number[], limit: number, gap: number): Packing {
  const places: { x: number; y: number }[] = [];
  const put: Placed[] = [];
  for (const place of order) {
    const size = sizes[place] as Size;
    const corner = freeCorner(size, put, limit, gap);
    places[place] = corner;
    put.push({ ...corner, ...size });
  }
  return {
    places,
    width: Math.max(...put.map(({ x, width }) => x + width)),
    height: Math.max(...put.map(({ y, height }) => y + height)),
  };
}

/** The highest place where a box fits, and of those the leftmost. Below everything it always fits. */
function freeCorner(
  size: Size,
  put: readonly Placed[],
  limit: number,
  gap: number,
): { x: number; y: number } {
  const across = [0, ...put.map(({ x, width }) => x + width + gap)].sort((one, other) => one - other);
  const down = [0, ...put.map(({ y, height }) => y + height + gap)].sort((one, other) => one - other);
  for (const y of down) {
    for (const x of across) {
      if (x > 0 && x + size.width > limit) break;
      if (!put.some((other) => overlap({ x, y, ...size }, other, gap))) return { x, y };
    }
  }
  return { x: 0, y: down.at(-1) ?? 0 };
}

type Placed = Size & { x: number; y: number };

function overlap(one: Placed, other: Placed, gap: number): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}
