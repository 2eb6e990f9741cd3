import { z } from 'zod';
import type { CaseInput } from '../../domain/case.ts';
import { ParcelError, problemsOf } from '../../domain/errors.ts';
import { instantSchema } from '../../domain/time.ts';
import { type MachineName, machineNames } from '../../machines/index.ts';
import { goTo } from './line.ts';
import { maskedEvent, maskedInput, maskedNote } from './masking.ts';
import { mostMoments, note, openSession, type Session, send, wait } from './session.ts';

const remark = z.string().max(2000).optional();

/** What has to be kept of a session to make it again: what was sent, never what came of it. */
const recordingSchema = z.strictObject({
  version: z.literal(1),
  machine: z.enum(machineNames as [MachineName, ...MachineName[]]),
  /** Read by `openSession`. */
  input: z.record(z.string(), z.unknown()),
  /** The remark on the opening. */
  note: remark,
  moments: z
    .array(
      z.strictObject({
        /** The moment it follows, where that is not the one before. */
        after: z.number().int().nonnegative().optional(),
        event: z.looseObject({ type: z.string().min(1).max(200), at: instantSchema }).optional(),
        /** Only time passed, until then. */
        until: instantSchema.optional(),
        note: remark,
      }),
    )
    .max(mostMoments - 1),
  current: z.number().int().nonnegative(),
});

/** What has to be kept of a session. JSON only. */
export type Recording = z.input<typeof recordingSchema>;

/** What has to be kept of a session. Unless personal data are to be kept, they are masked. */
export function recordingOf(session: Session, keepPersonal = false): Recording {
  const { machine, input, moments, current } = session;
  const [opening, ...rest] = moments;
  const noted = (text: string | undefined) =>
    text ? { note: (keepPersonal ? text : maskedNote(text)).slice(0, 2000) } : {};
  return {
    version: 1,
    machine,
    input: { ...(keepPersonal ? input : maskedInput(input)) },
    ...noted(opening?.note),
    moments: rest.map(({ id, parent, event, at, note: text }) => ({
      ...(parent !== id - 1 && parent !== null && { after: parent }),
      ...(event ? { event: keepPersonal ? event : maskedEvent(event) } : { until: at }),
      ...noted(text),
    })),
    current,
  };
}

/**
 * Plays a recording.
 * @throws {ParcelError} `INVALID_LINK` if it is none; the codes of `openSession` and `send` if it cannot be played.
 */
export function sessionOf(recording: unknown): Session {
  const parsed = recordingSchema.safeParse(recording);
  if (!parsed.success) {
    throw new ParcelError('INVALID_LINK', 'This is no recorded case:', problemsOf(parsed.error.issues));
  }
  const { machine, input, moments, current, note: remarked = '' } = parsed.data;
  let session = note(openSession(machine, input as unknown as CaseInput), remarked);
  for (const [place, { after = place, event, until, note: text = '' }] of moments.entries()) {
    if (after > place) throw badMoment(place, `follows moment ${after}, which comes later`);
    const from = { ...session, current: after };
    if (event) session = send(from, event);
    else if (until) session = wait(from, until);
    else throw badMoment(place, 'has neither an event nor an instant');
    if (text) session = note(session, text);
  }
  if (current > moments.length) throw badMoment(current, 'is to be looked at, but there is none');
  return goTo(session, current);
}

// Helpers

function badMoment(place: number, what: string): ParcelError {
  return new ParcelError('INVALID_LINK', 'This is no recorded case:', [
    { path: `moments[${place}]`, message: what },
  ]);
}
