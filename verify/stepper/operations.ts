import type { AnyStateMachine } from 'xstate';
import { ParcelError } from '../../domain/errors.ts';
import type { CaseContext, MachineEvent } from '../../guards/case-context.ts';

/** One thing that an action of a machine does, ready to be done. */
export type Operation =
  | { readonly kind: 'assign'; readonly update: (context: CaseContext, event: MachineEvent) => object }
  | { readonly kind: 'raise'; readonly raised: (context: CaseContext, event: MachineEvent) => MachineEvent }
  | {
      readonly kind: 'request';
      readonly type: string;
      readonly params: (context: CaseContext, event: MachineEvent) => unknown;
    }
  | { readonly kind: 'complete'; readonly event: MachineEvent };

/**
 * The actions of a state or transition as operations.
 * @throws {ParcelError} `INVALID_INPUT` for an action that does more than assign, raise or request.
 */
export function operationsOf(machine: AnyStateMachine, actions: readonly unknown[]): Operation[] {
  return actions.map((action) => operationOf(machine, action as Action));
}

// Helpers

type Action = string | { readonly type: string; readonly params?: unknown } | Implementation;
type Args = { context: CaseContext; event: MachineEvent };
type Expression = (args: Args, params: unknown) => unknown;
interface Implementation {
  (...args: never[]): unknown;
  readonly type?: string;
  readonly resolve?: unknown;
  readonly assignment?: Expression | Readonly<Record<string, unknown>>;
  readonly event?: Expression | object;
  readonly delay?: unknown;
}

function operationOf(machine: AnyStateMachine, action: Action): Operation {
  const name = typeof action === 'string' ? action : typeof action === 'function' ? action.name : action.type;
  const implementation =
    typeof action === 'function'
      ? action
      : (machine.implementations.actions[name] as Implementation | undefined);
  const given = typeof action === 'object' ? action.params : undefined;
  const params = typeof given === 'function' ? (given as (args: Args) => unknown) : () => given;

  if (!implementation || !('resolve' in implementation)) {
    return { kind: 'request', type: name, params: (context, event) => params({ context, event }) };
  }
  if (implementation.type === 'xstate.assign') {
    const assignment = expression(implementation.assignment);
    return {
      kind: 'assign',
      update: (context, event) =>
        assignment({ context, event }, params({ context, event })) as Partial<CaseContext>,
    };
  }
  if (implementation.type === 'xstate.raise' && implementation.delay === undefined) {
    const { event: raising } = implementation;
    if (typeof raising !== 'function') return { kind: 'raise', raised: () => raising as MachineEvent };
    return {
      kind: 'raise',
      raised: (context, event) => raising({ context, event }, params({ context, event })) as MachineEvent,
    };
  }
  throw new ParcelError(
    'INVALID_INPUT',
    `The machine ${machine.id} uses the action ${implementation.type ?? name}, which cannot be explored. ` +
      'Write it with assign, raise (without a delay) and named effects.',
  );
}

/** Both forms of `assign`: a function, or one for each field. */
function expression(assignment: Implementation['assignment']): Expression {
  if (typeof assignment === 'function') return assignment as Expression;
  const fields = Object.entries(assignment ?? {});
  return (args, params) =>
    Object.fromEntries(
      fields.map(([name, value]) => [
        name,
        typeof value === 'function' ? (value as Expression)(args, params) : value,
      ]),
    );
}
