import type { Live, LiveActor, LiveStep } from '../../live/model.ts';

/** The actor that is looked at: the chosen one, else the newest that does something. */
export function actorOf(live: Live, key: string | null): LiveActor | null {
  const actors = live.connections.flatMap((connection) => connection.actors);
  return actors.find((actor) => actor.key === key) ?? actors.findLast(isShown) ?? null;
}

/** Whether an actor is worth showing: a machine, or one that did something. */
export function isShown({ alive, machine, announced }: LiveActor): boolean {
  return alive && (machine !== null || !announced);
}

/** The id of the case that an actor works on, where its context has one: it tells two actors of one machine apart. */
export function caseIdOf({ current }: LiveActor): string | null {
  const context = current?.context;
  if (typeof context !== 'object' || context === null || !('caseId' in context)) return null;
  return typeof context.caseId === 'string' && context.caseId !== '' ? context.caseId : null;
}

/** The step of an actor that is looked at: the chosen one, else the newest. */
export function stepOf(actor: LiveActor, number: number | null): LiveStep | null {
  return (
    (number === null ? undefined : actor.steps.find((step) => step.number === number)) ??
    actor.steps.at(-1) ??
    null
  );
}
