import { branchesOf, lineOf } from '../../session/line.ts';
import type { Moment, Session } from '../../session/session.ts';

/** A moment with its place in the picture of the tree. */
export interface Placed {
  readonly moment: Moment;
  /** Steps from the opening. */
  readonly column: number;
  /** 0: the first line. */
  readonly lane: number;
  /** Whether it lies on the line that is looked at. */
  readonly isOnLine: boolean;
}

/** The tree of moments as lanes: the first line on top, each branch on a lane of its own below. */
export function lanesOf(session: Session): { placed: Placed[]; columns: number; lanes: number } {
  const line = new Set(lineOf(session).map(({ id }) => id));
  const columnOf: number[] = [];
  const branches = branchesOf(session);
  const placed = branches.flatMap(({ moments }, lane) =>
    moments.map((moment) => {
      const column = moment.parent === null ? 0 : (columnOf[moment.parent] ?? 0) + 1;
      columnOf[moment.id] = column;
      return { moment, column, lane, isOnLine: line.has(moment.id) };
    }),
  );
  return { placed, columns: Math.max(0, ...columnOf) + 1, lanes: branches.length };
}
