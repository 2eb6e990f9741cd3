import type { Box, Route } from './geometry.ts';

/** Whether two boxes share any room. */
export function touch(one: Box, other: Box): boolean {
  return (
    one.x + slack < other.x + other.width &&
    other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height &&
    other.y + slack < one.y + one.height
  );
}

/** Whether a box lies inside another one. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x + slack >= outer.x &&
    inner.y + slack >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** Whether a way goes through a box. */
export function crosses(points: Route['points'], box: Box): boolean {
  const inner = {
    x: box.x + slack,
    y: box.y + slack,
    width: box.width - 2 * slack,
    height: box.height - 2 * slack,
  };
  return pieces(points).some(
    ({ x, y, width, height }) =>
      x < inner.x + inner.width &&
      inner.x < x + width + 0.01 &&
      y < inner.y + inner.height &&
      inner.y < y + height + 0.01,
  );
}

/** Whether two ways lie on each other for more than a few pixels. */
export function runsOn(points: Route['points'], others: Route['points']): boolean {
  const way = pieces(others);
  return pieces(points).some((one) =>
    way.some((other) => {
      const isUpright = one.width === 0 && other.width === 0 && one.x === other.x;
      const isLevel = one.height === 0 && other.height === 0 && one.y === other.y;
      if (!isUpright && !isLevel) return false;
      const [from, length, otherFrom, otherLength] = isUpright
        ? [one.y, one.height, other.y, other.height]
        : [one.x, one.width, other.x, other.width];
      return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom) > 3;
    }),
  );
}

// Helpers

/** Places are in whole pixels, so that rounding may bring things this much closer. */
const slack = 1;

/** The straight pieces of a way, each as a box without width or height. */
function pieces(points: Route['points']): Box[] {
  return points.slice(1).map(([x, y], place) => {
    const [fromX, fromY] = points[place] as readonly [number, number];
    return {
      x: Math.min(x, fromX),
      y: Math.min(y, fromY),
      width: Math.abs(x - fromX),
      height: Math.abs(y - fromY),
    };
  });
}
