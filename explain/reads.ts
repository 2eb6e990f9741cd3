import type { FactName } from '../domain/facts.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';
import type { Condition } from '../guards/condition.ts';
import { type ConditionName, conditions } from '../guards/conditions.ts';

/** What a condition looked at to give its answer. */
export interface Reads {
  readonly facts: readonly FactName[];
  /** Fields of the event besides `type` and `at`. */
  readonly fields: readonly string[];
}

/**
 * The facts and the fields of the event that a condition of the flow reads. Found by watching it decide, so the
 * explanation names exactly what the decision looked at.
 */
export function readsOf(name: ConditionName, context: CaseContext, event: MachineEvent): Reads {
  const facts = new Set<string>();
  const fields = new Set<string>();
  // The two conditions with parameters (a deadline, a payer) read neither facts nor fields.
  const { test } = conditions[name] as Condition<never>;
  test({ ...context, facts: watched(context.facts, facts) }, watched(event, fields), {} as never);
  fields.delete('type');
  fields.delete('at');
  return { facts: [...facts] as FactName[], fields: [...fields] };
}

function watched<Target extends object>(target: Target, seen: Set<string>): Target {
  return new Proxy(target, {
    get(_target, name) {
      seen.add(String(name));
      return Reflect.get(target, name);
    },
    has(_target, name) {
      seen.add(String(name));
      return Reflect.has(target, name);
    },
  });
}
