import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ParcelError } from '../../domain/errors.ts';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import { nearest } from '../../replay/nearest.ts';
import type { CaseMachine } from '../../replay/snapshot.ts';
import { type Proof, proofs } from '../../verify/proofs.ts';
import { type Review, reviews } from '../../verify/reviews.ts';

/** What is verified: rulebooks and machines by name, and what their owner has declared about them. */
export interface Subject {
  readonly books: readonly Rulebook[];
  readonly machines: Readonly<Record<string, CaseMachine>>;
  readonly proofs: readonly Proof[];
  readonly reviews: readonly Review[];
}

/**
 * What a name stands for: a bundled machine, or a module (a path) whose exports are machines, rulebooks, `proofs` and
 * `reviews`. Without a name: every bundled rulebook and the machine of each exception.
 * @throws {ParcelError} `UNKNOWN_MACHINE` or `UNREADABLE_FILE`.
 */
export async function subjectOf(name: string | undefined): Promise<Subject> {
  const declared = { proofs, reviews };
  if (name === undefined) {
    const { parcelCase: _whole, ...alone } = machines;
    return { books: Object.values(rulebooks), machines: alone, ...declared };
  }
  if ((machineNames as string[]).includes(name)) {
    const own = exceptionTypes.filter((type) => type === name || name === 'parcelCase');
    return {
      books: own.map((type) => rulebooks[type]),
      machines: { [name]: machines[name as MachineName] },
      ...declared,
    };
  }
  if (!/[./\\]/.test(name)) throw unknownMachine(name);
  return ofModule(name, await imported(name));
}

// Helpers

function ofModule(path: string, exports: Readonly<Record<string, unknown>>): Subject {
  const values = Object.entries(exports);
  const books = values.flatMap(([, value]) => (isRulebook(value) ? [value] : []));
  const found = Object.fromEntries(values.filter(([, value]) => isMachine(value))) as Subject['machines'];
  if (books.length === 0 && Object.keys(found).length === 0) {
    throw new ParcelError('UNREADABLE_FILE', `${path}: the module exports neither a machine nor a rulebook`);
  }
  return {
    books,
    machines: found,
    proofs: Array.isArray(exports.proofs) ? (exports.proofs as Proof[]) : proofs,
    reviews: Array.isArray(exports.reviews) ? (exports.reviews as Review[]) : [],
  };
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  const file = resolve(path);
  if (!existsSync(file)) throw new ParcelError('UNREADABLE_FILE', `${path}: there is no such file`);
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    throw new ParcelError('UNREADABLE_FILE', `${path}: it cannot be imported: ${(error as Error).message}`);
  }
}

function isRulebook(value: unknown): value is Rulebook {
  if (typeof value !== 'object' || value === null) return false;
  return ['type', 'title', 'facts', 'impossible', 'articles', 'laws'].every((field) => field in value);
}

function isMachine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'root' in value && 'implementations' in value;
}

function unknownMachine(name: string): ParcelError {
  const similar = nearest(name, machineNames);
  const hint = similar ? ` Did you mean "${similar}"?` : '';
  return new ParcelError(
    'UNKNOWN_MACHINE',
    `There is no machine "${name}".${hint} Machines: ${machineNames.join(', ')}; or name a module by its path.`,
  );
}
