import { z } from 'zod';
import { instantSchema } from '../../domain/time.ts';
import { frameSchema } from './frame.ts';

const connectionId = z.string().min(1).max(100);

/** A connection with all that is still known of it. */
const connectionSchema = z.object({
  id: connectionId,
  /** `statelyai`: @statelyai/inspect; `legacy`: @xstate/inspect; `window`: either of them in a browser, by postMessage. */
  protocol: z.enum(['statelyai', 'legacy', 'window']),
  openedAt: instantSchema,
  /** `null` while it is open. */
  closedAt: instantSchema.nullable(),
  /** Frames that were forgotten because there were too many. */
  dropped: z.number().int().nonnegative(),
  frames: z.array(frameSchema),
  /** What could not be read, newest last. */
  problems: z.array(z.string()),
});

/**
 * What the server tells the page about live apps, one JSON object each. `state` comes first after every connect and
 * replaces all that was known before of apps that the server knows; the others go on from there. An app that opened the
 * page in a window or a frame is known to the page alone, which makes such messages of what the app posts.
 */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), connections: z.array(connectionSchema) }),
  z.object({ type: z.literal('opened'), connection: connectionSchema }),
  z.object({ type: z.literal('frames'), connection: connectionId, frames: z.array(frameSchema) }),
  z.object({ type: z.literal('problem'), connection: connectionId, message: z.string() }),
  z.object({ type: z.literal('closed'), connection: connectionId, at: instantSchema }),
]);

/** What the server tells the page about live apps. */
export type LiveMessage = z.infer<typeof liveMessageSchema>;
/** A connection as it is told. */
export type ConnectionMessage = z.infer<typeof connectionSchema>;
