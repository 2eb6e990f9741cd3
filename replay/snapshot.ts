import type { AnyStateMachine, SnapshotFrom, StateValue } from 'xstate';
import { z } from 'zod';
import { ParcelError, problemsOf } from '../domain/errors.ts';
import type { CaseContext } from '../guards/case-context.ts';
import type { MachineName, machines } from '../machines/index.ts';

/** Any machine of the package, or one made with the same glossary. */
export type CaseMachine = AnyStateMachine;

/** A machine of the package. */
export type BundledMachine = (typeof machines)[MachineName];

/** The snapshot of a machine. Live: it knows its machine and can be asked `matches`, `can` and `hasTag`. */
export type CaseSnapshot<Machine extends CaseMachine = CaseMachine> = SnapshotFrom<Machine>;

/** A snapshot as JSON, with the machine and version it belongs to. */
export interface PersistedCase {
  readonly machine: string;
  readonly version: string;
  readonly status: 'active' | 'done';
  readonly value: StateValue;
  readonly context: CaseContext;
  readonly output?: unknown;
}

const persistedSchema = z.object({
  machine: z.string(),
  version: z.string(),
  status: z.enum(['active', 'done']),
  value: z.union([z.string(), z.record(z.string(), z.unknown())]),
  context: z.looseObject({
    version: z.literal(1),
    caseId: z.string(),
    openedAt: z.string(),
    at: z.string(),
    facts: z.record(z.string(), z.string()),
    verdict: z.record(z.string(), z.unknown()),
    deadlines: z.array(z.unknown()),
    postings: z.array(z.unknown()),
  }),
});

/** The case of a snapshot. */
export function contextOf(snapshot: CaseSnapshot): CaseContext {
  return snapshot.context as CaseContext;
}

/** A snapshot as JSON. Nothing else needs to be kept to go on later. */
export function persist(snapshot: CaseSnapshot): PersistedCase {
  const { machine, status, value, context, output } = snapshot;
  const kept = { machine: machine.id, version: machine.version ?? '1', status, value, context };
  return JSON.parse(JSON.stringify(output === undefined ? kept : { ...kept, output })) as PersistedCase;
}

/**
 * The snapshot that was persisted, ready to go on.
 * @throws {ParcelError} `INVALID_SNAPSHOT` if it is no snapshot, or one of another machine or version.
 */
export function restore<Machine extends CaseMachine>(
  machine: Machine,
  persisted: unknown,
): CaseSnapshot<Machine> {
  const parsed = persistedSchema.safeParse(persisted);
  if (!parsed.success) {
    throw new ParcelError('INVALID_SNAPSHOT', 'This is no persisted case:', problemsOf(parsed.error.issues));
  }
  const { machine: id, version } = parsed.data;
  if (id !== machine.id || version !== (machine.version ?? '1')) {
    throw new ParcelError(
      'INVALID_SNAPSHOT',
      `This case belongs to ${id}@${version} and cannot go on as ${machine.id}@${machine.version ?? '1'}. ` +
        'Restore it with the machine it was persisted from.',
    );
  }
  const { status, value, context, output } = persisted as PersistedCase;
  try {
    return machine.resolveState({ status, value, context, output } as never) as CaseSnapshot<Machine>;
  } catch (error) {
    throw new ParcelError('INVALID_SNAPSHOT', `No such state in ${machine.id}: ${(error as Error).message}`);
  }
}
