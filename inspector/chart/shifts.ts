import { type Drawing, textRoom } from './elk-graph.ts';
import type { Box, Geometry } from './geometry.ts';
import { crosses } from './touching.ts';

/** The room of the text in the corner of each frame, before it is moved. */
export function frameTexts(drawing: Drawing, places: Geometry['nodes']): (readonly [string, Box])[] {
  const frames = drawing.nodes.filter(({ id }) => drawing.inner.has(id));
  return frames.flatMap((node) => {
    const place = places[node.id];
    if (!place) return [];
    const { width, height } = textRoom(drawing, node);
    return [[node.id, { x: place.x + 4, y: place.y + 4, width: width - 4, height: height - 8 }] as const];
  });
}

/** How far the texts of frames move to the right, so that no arrow runs through them. */
export function shiftsOf(drawing: Drawing, places: Places): Record<string, number> {
  const shifts = shiftsByFrame(drawing, places).filter(([, shift]) => shift !== null && shift > 0);
  return Object.fromEntries(shifts) as Record<string, number>;
}

/** How many frames have no room for their text between the arrows. */
export function countCrossed(drawing: Drawing, places: Places): number {
  return shiftsByFrame(drawing, places).filter(([, shift]) => shift === null).length;
}

// Helpers

type Places = Pick<Geometry, 'nodes' | 'edges' | 'starts'>;

const step = 8;

function shiftsByFrame(drawing: Drawing, { nodes, edges, starts }: Places): [string, number | null][] {
  const ways = [...Object.values(edges), ...Object.values(starts)].map(({ points }) => points);
  return frameTexts(drawing, nodes).map(([id, text]) => {
    const { x, width } = nodes[id] as Box;
    const room = x + width - text.x - text.width;
    const near = ways.filter((points) => crosses(points, { ...text, x, width }));
    for (let shift = 0; shift <= room; shift += step) {
      const isFree = !near.some((points) => crosses(points, { ...text, x: text.x + shift }));
      if (isFree) return [id, shift];
    }
    return [id, null];
  });
}
