import type { Frame } from '../live/frame.ts';
import type { ConnectionMessage } from '../live/message.ts';
import { keptProblems } from '../live/model.ts';

/** What one connection said, as far as it is remembered. */
export interface History {
  keep(frames: readonly Frame[], size: number): void;
  keepProblem(message: string): void;
  close(at: string): void;
  /** All of it, for a page that comes later or again. */
  told(): ConnectionMessage;
}

/** Messages remembered for each connection. */
const mostMessages = 5_000;
/** Characters of messages remembered for each connection. */
const mostCharacters = 16_000_000;
/** Actors whose announcement is remembered for each connection. */
const mostActors = 2_000;

/**
 * Remembers what a connection says. What actors are is remembered longer than what they did: without it, the rest could
 * not be drawn. The oldest is forgotten first, and counted.
 */
export function historyOf(id: string, protocol: ConnectionMessage['protocol'], openedAt: string): History {
  const actors = new Map<string, Frame>();
  const messages: { readonly frames: readonly Frame[]; readonly size: number }[] = [];
  const problems: string[] = [];
  let [characters, dropped] = [0, 0];
  let closedAt: string | null = null;
  return {
    keep(frames, size) {
      const did: Frame[] = [];
      for (const frame of frames) {
        if (frame.kind !== 'actor') did.push(frame);
        else {
          actors.delete(frame.session);
          actors.set(frame.session, frame);
        }
      }
      for (const session of actors.keys()) {
        if (actors.size <= mostActors) break;
        actors.delete(session);
        dropped += 1;
      }
      if (did.length === 0) return;
      messages.push({ frames: did, size });
      characters += size;
      while (messages.length > mostMessages || (characters > mostCharacters && messages.length > 1)) {
        const oldest = messages.shift();
        characters -= oldest?.size ?? 0;
        dropped += oldest?.frames.length ?? 0;
      }
    },
    keepProblem(message) {
      problems.push(message);
      if (problems.length > keptProblems) problems.shift();
    },
    close(at) {
      closedAt = at;
    },
    told: () => ({
      id,
      protocol,
      openedAt,
      closedAt,
      dropped,
      frames: [...actors.values(), ...messages.flatMap(({ frames }) => frames)],
      problems: [...problems],
    }),
  };
}
