import type { Deadline } from '../../domain/deadlines.ts';
import type { Posting } from '../../domain/money.ts';
import { elapsed } from '../../domain/time.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import type { Standing } from '../stepper/stepper.ts';

/**
 * Which cases count as the same state. Two are the same if their active states are, and all that they remember, except:
 *
 * - `at`, `openedAt`, `caseId`, `version`, `requests`: names, instants and counters that no rule reads.
 * - `deadlines`: only which run and in which order they end. Which one ends first is exact for the case that is
 *   explored; that another pace of events could change the order is left out.
 * - `postings`: only what each purpose moved between two accounts. No rule reads their order or their article.
 * - `lastTrackingAt`: only whether the tracking stands longer than the limit.
 * - `attempts`: counted up to the number that the policy allows; more makes no difference to any rule.
 *
 * Of a closed case only how it ended counts: nothing happens to it any more.
 *
 * Everything else is compared exactly, also what a later version of the context adds.
 */
export class Abstraction {
  readonly #numbers = new Map<string, number>();
  readonly #ofObjects = new WeakMap<object, number>();

  /** A short text that is the same for the same state. */
  keyOf({ configuration, context }: Standing): string {
    if (configuration.done) return `${configuration.id} ${context.outcome}`;
    const parts: (string | number)[] = [configuration.id];
    for (const name in context) {
      const value = context[name as keyof CaseContext];
      if (leftOut.has(name)) continue;
      if (name === 'attempts') parts.push(Math.min(context.attempts, context.policy.deliveryAttempts));
      else if (name === 'lastTrackingAt') parts.push(standsLong(context));
      else if (typeof value === 'object' && value !== null) parts.push(this.#numberOf(name, value));
      else parts.push(String(value));
    }
    return parts.join('|');
  }

  #numberOf(name: string, value: object): number {
    let number = this.#ofObjects.get(value);
    if (number === undefined) {
      number = this.#numberOfText(`${name}:${textOf(name, value)}`);
      this.#ofObjects.set(value, number);
    }
    return number;
  }

  #numberOfText(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

// Helpers

const leftOut: ReadonlySet<string> = new Set(['at', 'openedAt', 'caseId', 'version', 'requests', 'ruleSet']);

function textOf(name: string, value: object): string {
  if (name === 'deadlines') return order(value as readonly Deadline[]);
  if (name === 'postings') return sums(value as readonly Posting[]);
  return canonical(value);
}

/** Their names in the order in which they end; `=` between those that end together. */
function order(deadlines: readonly Deadline[]): string {
  const sorted = deadlines.toSorted((one, other) => elapsed(other.dueAt, one.dueAt));
  return sorted
    .map(({ id, dueAt }, place) => (place > 0 && sorted[place - 1]?.dueAt === dueAt ? `=${id}` : `,${id}`))
    .join('');
}

function sums(postings: readonly Posting[]): string {
  const moved = new Map<string, number>();
  for (const { from, to, for: purpose, amount } of postings) {
    const key = `${purpose} ${from} ${to}`;
    moved.set(key, (moved.get(key) ?? 0) + amount);
  }
  return [...moved].sort(([one], [other]) => (one < other ? -1 : 1)).join(';');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => `${name}:${canonical(part)}`)
    .join()}}`;
}

function standsLong({ lastTrackingAt, at, policy }: CaseContext): string {
  if (lastTrackingAt === null) return 'none';
  return elapsed(lastTrackingAt, at) > policy.staleTracking ? 'long' : 'short';
}
