import { z } from 'zod';

/**
 * The definition of an XState 4 machine as a config that can be drawn: what @statelyai/inspect would say of the same
 * machine. Parts that are not as expected are left out.
 */
export function definitionOf(machine: unknown): unknown {
  const node = nodeSchema.parse(machine);
  const on: Record<string, unknown[]> = {};
  const after: Record<string, unknown[]> = {};
  for (const transition of node.transitions) {
    const { eventType, delay } = transition;
    const [group, name] = delay === undefined ? [on, eventType] : [after, String(delay)];
    // biome-ignore lint/suspicious/noAssignInExpressions: the list is made where it is first needed
    (group[name] ??= []).push(branchOf(transition));
  }
  const { '': always, ...events } = on;
  const states = Object.entries(node.states).map(([key, state]) => [key, definitionOf(state)] as const);
  return {
    id: node.id,
    ...(node.type === 'atomic' || node.type === 'compound' ? {} : { type: node.type }),
    ...(typeof node.history === 'string' ? { history: node.history } : {}),
    ...(node.initial === undefined ? {} : { initial: node.initial }),
    ...(node.tags.length > 0 ? { tags: node.tags } : {}),
    entry: namesOf(node.entry),
    exit: namesOf(node.exit),
    invoke: node.invoke,
    ...(always ? { always } : {}),
    on: events,
    ...(Object.keys(after).length > 0 ? { after } : {}),
    ...(states.length > 0 ? { states: Object.fromEntries(states) } : {}),
  };
}

// Helpers

const actionsSchema = z.array(z.looseObject({ type: z.string() })).catch([]);

const transitionSchema = z.object({
  eventType: z.string(),
  target: z.array(z.string()).optional(),
  cond: z.object({ name: z.string().optional(), type: z.string().optional() }).optional().catch(undefined),
  actions: actionsSchema,
  delay: z.union([z.number(), z.string()]).optional(),
});

const nodeSchema = z.object({
  id: z.string(),
  type: z.string().catch('atomic'),
  history: z.unknown().optional(),
  initial: z.string().optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
  entry: actionsSchema,
  exit: actionsSchema,
  invoke: z.array(z.object({ id: z.string() })).catch([]),
  transitions: z.array(transitionSchema).catch([]),
  states: z.record(z.string(), z.looseObject({ id: z.string() })).catch({}),
});

function branchOf({ target, cond, actions }: z.infer<typeof transitionSchema>) {
  const guard = cond?.name ?? cond?.type;
  return {
    ...(target ? { target } : {}),
    ...(guard === undefined ? {} : { guard }),
    actions: namesOf(actions),
  };
}

/** What XState 4 adds by itself to run `after` is no action of the author. */
function namesOf(actions: z.infer<typeof actionsSchema>): string[] {
  return actions
    .map(({ type }) => type)
    .filter((type) => !['xstate.send', 'xstate.cancel', 'xstate.start', 'xstate.stop'].includes(type));
}
