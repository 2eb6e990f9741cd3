import type { MachineName } from '../../machines/index.ts';
import type { LiveEvent, LiveSnapshot } from './frame.ts';
import type { ConnectionMessage } from './message.ts';

/** All live apps, as values: every message makes a new one and shares what did not change. */
export interface Live {
  readonly connections: readonly LiveConnection[];
}

/** One app, from its connect to its disconnect. An app that connects again is a new one. */
export interface LiveConnection {
  readonly id: string;
  readonly protocol: ConnectionMessage['protocol'];
  readonly openedAt: string;
  /** `null` while it is open. */
  readonly closedAt: string | null;
  /** Frames the server forgot because there were too many. */
  readonly dropped: number;
  /** Actors in the order in which they came up. */
  readonly actors: readonly LiveActor[];
  /** Events that were sent to actors, oldest first; at most `keptSteps`. */
  readonly events: readonly SentEvent[];
  /** What could not be read, newest last; at most `keptProblems`. */
  readonly problems: readonly string[];
}

/** An actor of a live app. */
export interface LiveActor {
  /** Unique among all actors of all connections. */
  readonly key: string;
  /** As the app calls it; two lives of it share one. */
  readonly session: string;
  readonly name: string;
  /** Session of its parent. */
  readonly parent: string | null;
  /** Its machine; `null` for other actors, and while its announcement is missing. */
  readonly machine: LiveMachine | null;
  /** Whether the app announced it. An actor whose announcement was lost is known by its session alone. */
  readonly announced: boolean;
  /** Whether it ever did anything. Actors that never did are ghosts of a framework's double rendering. */
  readonly alive: boolean;
  /** What it is in now; `null` if nothing of it is known. */
  readonly current: LiveSnapshot | null;
  /** What it went through, oldest first; at most `keptSteps`. */
  readonly steps: readonly LiveStep[];
  /** Steps that were forgotten because there were too many. */
  readonly dropped: number;
}

/** The machine of a live actor. */
export interface LiveMachine {
  readonly id: string;
  readonly version: string;
  /** The config it was made of, keys sorted, without functions. To be drawn, not run. */
  readonly definition: unknown;
  /** Whether parts of the definition were cut off on the way: nested deeper than the app's `serializationDepthLimit`. */
  readonly truncated: boolean;
  /** The machine of this package that it is, or `null`. */
  readonly bundled: MachineName | null;
}

/** An event and the snapshot it led to. The first is `xstate.init`, unless it came before the connection. */
export interface LiveStep {
  /** Counts the steps of the actor from 0. */
  readonly number: number;
  readonly event: LiveEvent;
  readonly snapshot: LiveSnapshot;
  readonly at: string;
}

/** An event that was sent from one actor to another. */
export interface SentEvent {
  /** Session of the sender; `null` if it came from outside. */
  readonly source: string | null;
  readonly target: string;
  readonly event: LiveEvent;
  readonly at: string;
}

/** Steps kept for each actor and events kept for each connection. */
export const keptSteps = 5_000;

/** Problems kept for each connection. */
export const keptProblems = 20;

/** Nothing is connected yet. */
export const nothingLive: Live = { connections: [] };
