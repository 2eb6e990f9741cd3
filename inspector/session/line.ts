import { type Moment, momentOf, type Session } from './session.ts';

/** A line of moments that branches off another. */
export interface Branch {
  /** The moment it branches off; `null` for the first line. */
  readonly from: number | null;
  /** Its own moments, in order. */
  readonly moments: readonly Moment[];
}

/** The moments from the opening to one of them, by default to the end of the line that is looked at. */
export function lineOf(session: Session, to: number = session.tip): Moment[] {
  const line: Moment[] = [];
  for (let id: number | null = to; id !== null; ) {
    const moment: Moment = momentOf(session, id);
    line.push(moment);
    id = moment.parent;
  }
  return line.reverse();
}

/** Every line of the tree, the first one first. A moment belongs to the line on which it came about. */
export function branchesOf({ moments }: Session): Branch[] {
  const branches: { from: number | null; moments: Moment[] }[] = [];
  const rowOf: number[] = [];
  for (const moment of moments) {
    const row = moment.parent === null ? undefined : rowOf[moment.parent];
    const branch = row === undefined ? undefined : branches[row];
    const goesOn = branch?.moments.at(-1)?.id === moment.parent;
    if (branch && row !== undefined && goesOn) {
      branch.moments.push(moment);
      rowOf[moment.id] = row;
    } else {
      rowOf[moment.id] = branches.length;
      branches.push({ from: moment.parent, moments: [moment] });
    }
  }
  return branches;
}

/**
 * Looks at a moment. If it lies on another line, that line is followed to its end, the newest where there are several.
 * @throws {ParcelError} `INVALID_INPUT` if there is no such moment.
 */
export function goTo(session: Session, id: number): Session {
  momentOf(session, id);
  const lies = lineOf(session).some((moment) => moment.id === id);
  return { ...session, current: id, tip: lies ? session.tip : newestAfter(session, id) };
}

/** Looks at the moment before; at the opening nothing changes. */
export function back(session: Session): Session {
  const { parent } = momentOf(session);
  return parent === null ? session : { ...session, current: parent };
}

/** Looks at the next moment of the line; at its end nothing changes. */
export function forward(session: Session): Session {
  const { current, moments } = session;
  for (let id: number | null = session.tip; id !== null && id !== current; ) {
    const parent: number | null = moments[id]?.parent ?? null;
    if (parent === current) return { ...session, current: id };
    id = parent;
  }
  return session;
}

// Helpers

/** The newest moment that follows another, itself if none does. A moment is always newer than the one it follows. */
function newestAfter({ moments }: Session, id: number): number {
  const follows = new Set([id]);
  let newest = id;
  for (const moment of moments.slice(id + 1)) {
    if (moment.parent === null || !follows.has(moment.parent)) continue;
    follows.add(moment.id);
    newest = moment.id;
  }
  return newest;
}
