import { z } from 'zod';
import { type Decoded, type Frame, type LiveEvent, type LiveSnapshot, liveEventSchema } from './frame.ts';
import { definitionOf } from './legacy-definition.ts';
import { problemText } from './problem-text.ts';

/** What a receiver sends or posts to an app with @xstate/inspect, so that frames begin to come. */
export const legacyGreeting = { type: 'xstate.inspecting' } as const;

/**
 * Decodes a message of @xstate/inspect 0.8 (XState 4), parsed from the text of a WebSocket or as it was posted to the
 * window. Its parts are JSON texts themselves. Messages that concern no actor give no frame.
 * @param now the instant: these messages do not say when they were made.
 */
export function decodeLegacy(message: unknown, now: string): Decoded {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) {
    return {
      frames: [],
      problem: `A message of @xstate/inspect could not be read. ${problemText(parsed.error)}`,
    };
  }
  return { frames: framesOf(parsed.data, now), problem: null };
}

// Helpers

/** A JSON text that holds what a schema wants. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: `this is no JSON: ${(error as Error).message}` });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const stateSchema = z.object({
  value: z.unknown().optional(),
  context: z.unknown().optional(),
  event: liveEventSchema,
  done: z.boolean().default(false),
  children: z.record(z.string(), z.unknown()).default({}),
});

/** An event in the envelope of SCXML. */
const envelopeSchema = z.object({ data: liveEventSchema, origin: z.string().optional() });

const sessionId = z.string().min(1).max(200);

const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('service.register'),
    sessionId,
    // missing for services that were there before the connection
    id: z.string().optional(),
    parent: z.string().optional(),
    machine: json(z.looseObject({ id: z.string().max(1_000) })),
    state: json(stateSchema),
  }),
  z.object({ type: z.literal('service.event'), sessionId, event: json(envelopeSchema) }),
  // without a state while a service starts
  z.object({ type: z.literal('service.state'), sessionId, state: json(stateSchema).optional() }),
  z.object({ type: z.literal('service.stop'), sessionId }),
  z.object({ type: z.literal('xstate.disconnect') }),
]);

function framesOf(message: z.infer<typeof messageSchema>, at: string): Frame[] {
  switch (message.type) {
    case 'service.register': {
      const { sessionId: session, id, machine, state, parent = null } = message;
      const definition = JSON.stringify(definitionOf(machine));
      return [
        {
          kind: 'actor',
          session,
          name: id ?? machine.id,
          parent,
          definition,
          snapshot: snapshotOf(state),
          running: true,
          at,
        },
      ];
    }
    case 'service.event': {
      const { data: event, origin = null } = message.event;
      return [{ kind: 'event', session: message.sessionId, source: origin, event: event as LiveEvent, at }];
    }
    case 'service.state': {
      const { sessionId: session, state } = message;
      return state
        ? [{ kind: 'snapshot', session, event: state.event, snapshot: snapshotOf(state), at }]
        : [];
    }
    case 'service.stop':
      return [{ kind: 'stopped', session: message.sessionId, at }];
    case 'xstate.disconnect':
      return [];
  }
}

function snapshotOf({ value, context, done, children }: z.infer<typeof stateSchema>): LiveSnapshot {
  return {
    status: done ? 'done' : 'active',
    value: value ?? null,
    context: context ?? null,
    output: null,
    error: null,
    children: Object.keys(children),
  };
}
