import type { State } from './state.ts';

/** Whether the case holds what cannot be had again with a click: steps that were tried, or remarks. */
export function hasOwnSteps({ session, asFound }: Pick<State, 'session' | 'asFound'>): boolean {
  if (session.moments === asFound) return false;
  return session.moments.length > 1 || session.moments[0]?.note !== '';
}
