import { eventTypes } from '../../domain/events.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import type { CaseMachine } from '../../replay/snapshot.ts';
import { Stepper } from '../stepper/stepper.ts';
import { coverageOf } from './coverage.ts';
import type { Exploration, ExploreOptions, Part, StateFinding } from './exploration.ts';
import { Explorer, type Seen } from './explorer.ts';
import { inputsFor } from './inputs.ts';

/**
 * Tries every event in every state that a machine can get into, breadth first, and says what it found. Finite by the
 * abstraction of `abstraction.ts` and the choices of `payloads.ts` and `inputs.ts`; never a sample.
 * @throws {ParcelError} `INVALID_INPUT` if the machine uses what cannot be explored, or an input opens no case.
 */
export function explore(machine: CaseMachine, options: ExploreOptions = {}): Exploration {
  const stepper = options.stepper ?? new Stepper(machine);
  const books = booksIn(machine, options.books ?? rulebooks);
  const types = eventTypes.filter((type) => !options.leaveOut?.includes(type));
  const seen: Seen = { states: new Set(), events: new Set(), effects: new Set() };
  // Order and policy never change, so cases opened differently share no state: one after the other needs less memory.
  const parts: Part[] = [];
  for (const input of options.inputs ?? inputsFor(Object.values(books))) {
    const part = new Explorer({ stepper, books, types, input, options, seen, before: sum(parts) }).run();
    parts.push(part);
    if (part.truncated === 'stopped') break;
  }
  return {
    machine: machine.id,
    inputs: parts.length,
    ...sum(parts),
    truncated: parts.find(({ truncated }) => truncated !== null)?.truncated ?? null,
    ...coverageOf(stepper, types, seen),
    deadEnds: joined(parts.flatMap(({ deadEnds }) => deadEnds)),
    noClosing: joined(parts.flatMap(({ noClosing }) => noClosing)),
    traps: joined(parts.flatMap(({ traps }) => traps)),
    livelocks: joined(parts.flatMap(({ livelocks }) => livelocks)),
    violations: joined(parts.flatMap(({ violations }) => violations)),
  };
}

// Helpers

function sum(parts: readonly Part[]) {
  const total = (name: 'states' | 'closed' | 'steps' | 'tries' | 'notFollowed') =>
    parts.reduce((so, part) => so + part[name], 0);
  return {
    states: total('states'),
    closed: total('closed'),
    steps: total('steps'),
    tries: total('tries'),
    notFollowed: total('notFollowed'),
  };
}

/** Findings of the same kind in the same states as one: the counts together, the shorter way kept. */
function joined<Finding extends StateFinding>(findings: readonly Finding[]): Finding[] {
  const byStates = new Map<string, Finding>();
  for (const finding of findings) {
    const key = 'invariant' in finding ? String(finding.invariant) : finding.states.join();
    const known = byStates.get(key);
    if (!known) {
      byStates.set(key, finding);
      continue;
    }
    const shorter = finding.path.steps.length < known.path.steps.length ? finding : known;
    byStates.set(key, { ...shorter, count: known.count + finding.count });
  }
  return [...byStates.values()];
}

function booksIn(
  machine: CaseMachine,
  books: Readonly<Record<string, Rulebook>>,
): Readonly<Record<string, Rulebook>> {
  const keys = new Set<string>();
  const visit = (node: CaseMachine['root']): void => {
    keys.add(node.key);
    for (const child of Object.values(node.states)) visit(child as CaseMachine['root']);
  };
  visit(machine.root);
  return Object.fromEntries(Object.entries(books).filter(([type]) => keys.has(type)));
}
