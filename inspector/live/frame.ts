import { z } from 'zod';
import { instantSchema } from '../../domain/time.ts';

/** An event as an inspected app reports it: its type and whatever it carries. */
export const liveEventSchema = z.looseObject({ type: z.string().max(1_000) });

/** What an inspected actor is in. Fields it does not have are `null`; a `value` only machines have. */
export const liveSnapshotSchema = z.object({
  /** `active`, `done`, `error` or `stopped`. */
  status: z.string(),
  value: z.unknown(),
  context: z.unknown(),
  output: z.unknown(),
  error: z.unknown(),
  /** Ids of its child actors. */
  children: z.array(z.string()),
});

/** Names an actor inside one connection. Another connection may use the same. */
const sessionSchema = z.string().min(1).max(200);

/**
 * What an inspected app said, whichever protocol it speaks: an actor is there; an event was sent to it; it is in a new
 * snapshot because of an event; it was stopped. `at` is when that was said: @statelyai/inspect reports a little later.
 */
export const frameSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('actor'),
    session: sessionSchema,
    name: z.string().max(1_000),
    parent: sessionSchema.nullable(),
    /** The config of a machine as JSON text, perhaps with parts cut off; `null` for other actors. */
    definition: z.string().nullable(),
    /** Perhaps a later one than the first: see the first frame of kind `snapshot`. */
    snapshot: liveSnapshotSchema.nullable(),
    /** Whether it surely runs: @statelyai/inspect also announces actors that are never started. */
    running: z.boolean(),
    at: instantSchema,
  }),
  z.object({
    kind: z.literal('event'),
    session: sessionSchema,
    source: sessionSchema.nullable(),
    event: liveEventSchema,
    at: instantSchema,
  }),
  z.object({
    kind: z.literal('snapshot'),
    session: sessionSchema,
    event: liveEventSchema,
    snapshot: liveSnapshotSchema,
    at: instantSchema,
  }),
  z.object({ kind: z.literal('stopped'), session: sessionSchema, at: instantSchema }),
]);

/** An event as an inspected app reports it. */
export type LiveEvent = z.infer<typeof liveEventSchema>;
/** What an inspected actor is in. */
export type LiveSnapshot = z.infer<typeof liveSnapshotSchema>;
/** What an inspected app said. */
export type Frame = z.infer<typeof frameSchema>;

/** What was made of one message: frames, or what is wrong with it. Messages that concern nobody give no frame. */
export type Decoded =
  | { readonly frames: readonly Frame[]; readonly problem: null }
  | { readonly frames: readonly []; readonly problem: string };
