import type { Action, State } from '../store/state.ts';
import { actorOf, stepOf } from './actors.ts';

/** What a key that steps does among the steps of a live actor; `null` where there is nothing to step. */
export function liveMove(
  { live, actor: chosen }: State,
  move: 'back' | 'forward' | 'first' | 'last',
): Action | null {
  const actor = actorOf(live, chosen?.key ?? null);
  const step = actor && stepOf(actor, chosen?.step ?? null);
  if (!actor || !step) return null;
  const last = actor.steps.length - 1;
  const here = actor.steps.indexOf(step);
  const place = { back: Math.max(0, here - 1), forward: Math.min(last, here + 1), first: 0, last }[move];
  // at its end the newest step is followed
  const number = place === last ? null : (actor.steps[place]?.number ?? null);
  return { type: 'set', values: { actor: { key: actor.key, step: number } } };
}
