import type { Decoded } from './frame.ts';
import { decodeLegacy, legacyGreeting } from './legacy.ts';
import { decodeStatelyai, statelyaiGreeting } from './statelyai.ts';

/** What a page that an app opened (as a window or a frame) posts to it, so that the app begins to tell: whichever library it uses. */
export const greetings = [statelyaiGreeting, legacyGreeting] as const;

/**
 * Decodes what an app posted to the window: the page is the `url` of `createBrowserInspector` of @statelyai/inspect or
 * of `inspect` of @xstate/inspect. `null` for anything else that windows post to each other.
 * @param now the instant, for messages that do not say when they were made.
 */
export function decodePosted(data: unknown, now: string): Decoded | null {
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
  if (typeof type !== 'string') return null;
  if (type.startsWith('@xstate.')) return decodeStatelyai(data, now);
  return type.startsWith('service.') ? decodeLegacy(data, now) : null;
}

/** Whether an app at this origin runs on this machine. Frames of others are not shown. */
export function isLocalOrigin(origin: string): boolean {
  const { success, host } = hostOf(origin);
  return success && (['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost'));
}

// Helpers

function hostOf(origin: string): { readonly success: boolean; readonly host: string } {
  const found = /^https?:\/\/([^/:[\]]+|\[[0-9a-f:]+\])(?::\d+)?$/i.exec(origin);
  return { success: found !== null, host: found?.[1]?.toLowerCase() ?? '' };
}
