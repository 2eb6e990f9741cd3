import type { Frame } from './frame.ts';
import { machineOf } from './live-machine.ts';
import type { ConnectionMessage, LiveMessage } from './message.ts';
import {
  keptProblems,
  keptSteps,
  type Live,
  type LiveActor,
  type LiveConnection,
  nothingLive,
} from './model.ts';

/** What is live after a message. The value passed in is not changed; a message about an unknown connection changes nothing. */
export function receive(live: Live, message: LiveMessage): Live {
  switch (message.type) {
    case 'state':
      return {
        connections: [
          ...live.connections.filter(({ protocol }) => protocol === 'window'),
          ...message.connections.map(connected),
        ],
      };
    case 'opened':
      return {
        connections: [
          ...live.connections.filter(({ id }) => id !== message.connection.id),
          connected(message.connection),
        ],
      };
    case 'frames':
      return inConnection(live, message.connection, (connection) =>
        message.frames.reduce(withFrame, connection),
      );
    case 'problem':
      return inConnection(live, message.connection, (connection) => ({
        ...connection,
        problems: [...connection.problems, message.message].slice(-keptProblems),
      }));
    case 'closed':
      return inConnection(live, message.connection, (connection) => ({
        ...connection,
        closedAt: message.at,
      }));
  }
}

/** What is live after all these messages. */
export function receiveAll(messages: Iterable<LiveMessage>): Live {
  let live = nothingLive;
  for (const message of messages) live = receive(live, message);
  return live;
}

// Helpers

function connected({ frames, ...connection }: ConnectionMessage): LiveConnection {
  return frames.reduce(withFrame, { ...connection, actors: [], events: [] } as LiveConnection);
}

function inConnection(live: Live, id: string, change: (connection: LiveConnection) => LiveConnection): Live {
  return {
    connections: live.connections.map((connection) =>
      connection.id === id ? change(connection) : connection,
    ),
  };
}

function withFrame(connection: LiveConnection, frame: Frame): LiveConnection {
  switch (frame.kind) {
    case 'actor':
      return announced(connection, frame);
    case 'event': {
      const { source, session: target, event, at } = frame;
      const sent = inActor(connection, target, (actor) => ({ ...actor, alive: true }));
      return { ...sent, events: [...sent.events, { source, target, event, at }].slice(-keptSteps) };
    }
    case 'snapshot':
      return stepped(connection, frame);
    case 'stopped':
      return inActor(connection, frame.session, (actor) => ({
        ...actor,
        current: actor.current?.status === 'active' ? { ...actor.current, status: 'stopped' } : actor.current,
      }));
  }
}

/**
 * An announcement comes once, after a reconnect perhaps again, and perhaps after what it announces. One that names
 * another machine than before is another actor in the same session.
 */
function announced(connection: LiveConnection, frame: Extract<Frame, { kind: 'actor' }>): LiveConnection {
  const { session, name, parent, definition } = frame;
  const machine = definition === null ? null : machineOf(definition);
  const known = latest(connection, session);
  const isAnother = known?.announced && known.alive && known.machine?.id !== machine?.id;
  const actor = known && !isAnother ? known : newActor(connection, session);
  return withActor(connection, {
    ...actor,
    name,
    parent,
    machine,
    announced: true,
    alive: actor.alive || frame.running,
    current: actor.current ?? frame.snapshot,
  });
}

/** A second `xstate.init` in one session is a second life: the first one is kept as it ended. */
function stepped(connection: LiveConnection, frame: Extract<Frame, { kind: 'snapshot' }>): LiveConnection {
  const { session, event, snapshot, at } = frame;
  const known = latest(connection, session) ?? newActor(connection, session);
  const last = known.steps.at(-1);
  const isRepeated =
    event.type === 'xstate.init' && JSON.stringify(last?.snapshot) === JSON.stringify(snapshot);
  if (isRepeated) return connection;
  const isAnotherLife = event.type === 'xstate.init' && last !== undefined;
  const { name, parent, machine, announced: isAnnounced } = known;
  const actor = isAnotherLife
    ? { ...newActor(connection, session), name, parent, machine, announced: isAnnounced }
    : known;
  const number = (actor.steps.at(-1)?.number ?? -1) + 1;
  const steps = [...actor.steps, { number, event, snapshot, at }].slice(-keptSteps);
  return withActor(connection, {
    ...actor,
    alive: true,
    current: snapshot,
    steps,
    dropped: number + 1 - steps.length,
  });
}

function latest({ actors }: LiveConnection, session: string): LiveActor | undefined {
  return actors.findLast((actor) => actor.session === session);
}

function newActor({ id, actors }: LiveConnection, session: string): LiveActor {
  const lives = actors.filter((actor) => actor.session === session).length;
  return {
    key: `${id}/${session}${lives === 0 ? '' : `~${lives + 1}`}`,
    session,
    name: session,
    parent: null,
    machine: null,
    announced: false,
    alive: false,
    current: null,
    steps: [],
    dropped: 0,
  };
}

function inActor(
  connection: LiveConnection,
  session: string,
  change: (actor: LiveActor) => LiveActor,
): LiveConnection {
  return withActor(connection, change(latest(connection, session) ?? newActor(connection, session)));
}

function withActor(connection: LiveConnection, actor: LiveActor): LiveConnection {
  const { actors } = connection;
  const isKnown = actors.some(({ key }) => key === actor.key);
  return {
    ...connection,
    actors: isKnown ? actors.map((known) => (known.key === actor.key ? actor : known)) : [...actors, actor],
  };
}
