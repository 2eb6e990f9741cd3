import { inventedInput } from '../session/guesses.ts';
import { openSession, type Session } from '../session/session.ts';

/** The case the page opens with: a whole parcel case of invented data. */
export function firstSession(openedAt: string): Session {
  return openSession('parcelCase', inventedInput(openedAt));
}
