import { type AnyTransitionDefinition, getNextTransitions } from 'xstate';
import type { Text } from '../domain/text.ts';
import type { MachineEvent } from '../guards/case-context.ts';
import type { Condition } from '../guards/condition.ts';
import { conditions } from '../guards/conditions.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';

/** What one guard of a transition answers, and for a combined guard what each part answers. */
export interface GuardAnswer {
  /** The name of the condition or the id of the article; `and`, `or`, `not` for combinations. */
  readonly name: string;
  readonly holds: boolean;
  /** What must hold, for a condition of the flow. */
  readonly title?: Text;
  readonly parts?: readonly GuardAnswer[];
}

/** A transition that the active states have for an event. */
export interface Candidate {
  /** The state that has it, such as `open.remedy.choosing`. */
  readonly source: string;
  readonly targets: readonly string[];
  /** `null`: nothing stands in its way. */
  readonly guard: GuardAnswer | null;
}

/** Every transition the active states have for an event, in the order in which they are tried, with its guard's answer. */
export function candidatesFor(snapshot: CaseSnapshot, event: MachineEvent): Candidate[] {
  return getNextTransitions(snapshot)
    .filter(({ eventType }) => eventType === event.type)
    .map((transition) => ({
      source: transition.source.path.join('.'),
      targets: (transition.target ?? []).map(({ path }) => path.join('.')),
      guard: transition.guard === undefined ? null : answer(snapshot, event, transition.guard),
    }));
}

/** The types of the events that the active states have transitions for, whether or not a guard stands in the way. */
export function expectedTypes(snapshot: CaseSnapshot): string[] {
  const types = getNextTransitions(snapshot).map(({ eventType }) => eventType);
  return [...new Set(types)].filter((type) => type !== '' && !type.includes('*'));
}

type Guard = NonNullable<AnyTransitionDefinition['guard']>;

function answer(snapshot: CaseSnapshot, event: MachineEvent, guard: Guard): GuardAnswer {
  const { machine } = snapshot;
  const context = contextOf(snapshot);
  if (typeof guard === 'function') {
    const parts = ('guards' in guard ? (guard.guards as Guard[]) : []).map((part) =>
      answer(snapshot, event, part),
    );
    const name =
      'check' in guard ? ((guard as { type?: string }).type?.replace('xstate.', '') ?? 'and') : 'and';
    const holds =
      name === 'or'
        ? parts.some((part) => part.holds)
        : name === 'not'
          ? !parts[0]?.holds
          : parts.every((part) => part.holds);
    return { name, holds, parts };
  }
  const name = typeof guard === 'string' ? guard : guard.type;
  const params = typeof guard === 'string' ? undefined : guard.params;
  const condition = (conditions as Readonly<Record<string, Condition<never>>>)[name];
  if (condition)
    return { name, holds: condition.test(context, event, params as never), title: condition.title };
  const implementation = machine.implementations.guards[name] as
    | ((args: unknown, params: unknown) => boolean)
    | undefined;
  return { name, holds: implementation?.({ context, event }, params) ?? false };
}
