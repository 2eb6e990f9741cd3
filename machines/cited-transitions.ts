import type { AnyStateNode } from 'xstate';
import { type ExceptionType, exceptionTypes } from '../guards/rulebooks.ts';
import type { CitedTransition } from '../policy/listing.ts';
import { parcelCaseMachine } from './parcel-case.ts';
import type { TransitionMeta } from './setup.ts';

/** The transitions of the parcel case that cite a source, state by state. */
export function citedTransitions(): CitedTransition[] {
  return citedBelow(parcelCaseMachine.root);
}

/** The short name of a state of the parcel case: `lost.searching`, `remedy.choosing`, `exception.none`, `closed`. */
export function stateName(path: readonly string[]): string {
  const [first, ...below] = path;
  const [region, state, ...rest] = below;
  if (first !== 'open') return path.join('.');
  const isType = region === 'exception' && exceptionTypes.includes(state as ExceptionType);
  return (isType ? [state, ...rest] : below).join('.');
}

// Helpers

/** `opened` is where a machine of its own starts; the parcel case has the same transitions in `exception.none`. */
function citedBelow(node: AnyStateNode): CitedTransition[] {
  if (node.key === 'opened') return [];
  const own = [...node.transitions.values()].flat().flatMap(({ eventType, meta }) => {
    const cites = (meta as TransitionMeta | undefined)?.cites ?? [];
    return cites.length > 0 ? [{ state: stateName(node.path), event: eventType, cites }] : [];
  });
  return [...own, ...Object.values(node.states).flatMap(citedBelow)];
}
