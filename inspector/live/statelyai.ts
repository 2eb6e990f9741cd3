import { z } from 'zod';
import { after } from '../../domain/time.ts';
import { type Decoded, type LiveSnapshot, liveEventSchema } from './frame.ts';
import { problemText } from './problem-text.ts';

/** What a page that is opened by `createBrowserInspector` posts to its opener or parent, so that frames begin to come. */
export const statelyaiGreeting = { type: '@statelyai.connected' } as const;

/**
 * Decodes a message of @statelyai/inspect 0.7, parsed from the text of a WebSocket or as it was posted to the window.
 * Messages of later versions that it does not know give no frame.
 * @param now the instant, for messages that do not say when they were made.
 */
export function decodeStatelyai(message: unknown, now: string): Decoded {
  const { success, data } = anySchema.safeParse(message);
  if (!success || !data.type.startsWith('@xstate.') || !(data.type in schemas)) {
    return success && /^@(xstate|statelyai)\./.test(data.type)
      ? { frames: [], problem: null }
      : { frames: [], problem: `This is no message of @statelyai/inspect: ${start(message)}` };
  }
  const parsed = schemas[data.type as keyof typeof schemas].safeParse(message);
  if (!parsed.success) {
    return {
      frames: [],
      problem: `A message ${data.type} could not be read. ${problemText(parsed.error)}`,
    };
  }
  const said = parsed.data;
  const at = said.createdAt === undefined ? now : after(epoch, Number(said.createdAt));
  const session = said.sessionId;
  switch (said.type) {
    case '@xstate.actor':
      return {
        frames: [
          {
            kind: 'actor',
            session,
            name: said.name ?? session,
            parent: said.parentId ?? null,
            definition: said.definition ?? null,
            snapshot: said.snapshot ? snapshotOf(said.snapshot) : null,
            running: false,
            at,
          },
        ],
        problem: null,
      };
    case '@xstate.event':
      return {
        frames: [{ kind: 'event', session, source: said.sourceId ?? null, event: said.event, at }],
        problem: null,
      };
    case '@xstate.snapshot':
      return {
        frames: [{ kind: 'snapshot', session, event: said.event, snapshot: snapshotOf(said.snapshot), at }],
        problem: null,
      };
  }
}

// Helpers

const epoch = '1970-01-01T00:00:00.000Z';

const anySchema = z.object({ type: z.string() });

const common = {
  sessionId: z.string().min(1).max(200),
  createdAt: z
    .string()
    .regex(/^\d{1,14}$/)
    .optional(),
};

const snapshotSchema = z.object({
  status: z.string().default('active'),
  value: z.unknown().optional(),
  context: z.unknown().optional(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  // an object, or the word that is left of it where it was cut off
  children: z.unknown().optional(),
});

const schemas = {
  '@xstate.actor': z.object({
    ...common,
    type: z.literal('@xstate.actor'),
    name: z.string().max(1_000).nullish(),
    parentId: z.string().min(1).max(200).nullish(),
    definition: z.string().nullish(),
    // the snapshot of an actor that has none is undefined or null
    snapshot: snapshotSchema.nullish().catch(null),
  }),
  '@xstate.event': z.object({
    ...common,
    type: z.literal('@xstate.event'),
    sourceId: z.string().min(1).max(200).nullish(),
    event: liveEventSchema,
  }),
  '@xstate.snapshot': z.object({
    ...common,
    type: z.literal('@xstate.snapshot'),
    event: liveEventSchema,
    snapshot: snapshotSchema.nullable().transform((snapshot) => snapshot ?? { status: 'active' }),
  }),
};

function snapshotOf(said: Partial<z.infer<typeof snapshotSchema>>): LiveSnapshot {
  const { status = 'active', value = null, context = null, output = null, error = null, children } = said;
  const isRecord = typeof children === 'object' && children !== null;
  return { status, value, context, output, error, children: isRecord ? Object.keys(children) : [] };
}

function start(message: unknown): string {
  return (JSON.stringify(message) ?? String(message)).slice(0, 80);
}
