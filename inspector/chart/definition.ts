import { z } from 'zod';
import type { Text } from '../../domain/text.ts';
import { type Arrow, assemble, branchOf, type Chart, type ChartNode } from './chart.ts';

/**
 * The chart of a machine of which only the config is known, as JSON: what an app that is inspected says of itself. Parts
 * that were cut off or are not as expected are left out, so that the rest can still be drawn.
 * @throws {ZodError} if it is no object.
 */
export function chartOfDefinition(definition: unknown): Chart {
  const config = configSchema.parse(definition);
  const found: Found[] = [];
  collect(config, '', null, config.id ?? '(machine)', found);
  const paths = new Map<string, string>();
  for (const { path, config: each } of found) {
    paths.set([config.id ?? '(machine)', path].filter(Boolean).join('.'), path);
    if (each.id !== undefined) paths.set(each.id, path);
  }
  const known = new Set(found.map(({ path }) => path));
  const described = found.map((each) => describe(each, paths, known));
  return assemble(
    config.id ?? '(machine)',
    described.map(({ node }) => node),
    described.flatMap(({ arrows }) => arrows),
  );
}

// Helpers

const names = z.union([z.string(), z.looseObject({ type: z.string() })]);
const listOfNames = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
  .transform((list) => [
    ...new Set(
      list.flatMap((item) => {
        const parsed = names.safeParse(item);
        if (!parsed.success || isCut(item)) return [];
        return [typeof parsed.data === 'string' ? parsed.data : parsed.data.type];
      }),
    ),
  ]);
const table = z.record(z.string(), z.unknown()).default({}).catch({});

const configSchema = z.looseObject({
  id: z.string().optional().catch(undefined),
  key: z.string().optional().catch(undefined),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']).optional().catch(undefined),
  initial: z.unknown().optional(),
  meta: z.unknown().optional(),
  tags: listOfNames,
  entry: listOfNames,
  exit: listOfNames,
  invoke: z.unknown().optional(),
  on: table,
  after: table,
  always: z.unknown().optional(),
  onDone: z.unknown().optional(),
  states: table,
});
type Config = z.infer<typeof configSchema>;

const transitionSchema = z.looseObject({
  target: z.unknown().optional(),
  guard: z.unknown().optional(),
  cond: z.unknown().optional(),
  actions: listOfNames,
});
const actorSchema = z.looseObject({
  id: z.string().optional().catch(undefined),
  src: z.unknown().optional(),
  onDone: z.unknown().optional(),
  onError: z.unknown().optional(),
});
const titleSchema = z.looseObject({ title: z.object({ en: z.string(), zh: z.string() }) });

interface Found {
  readonly path: string;
  readonly parent: string | null;
  readonly key: string;
  readonly config: Config;
}

function collect(config: Config, path: string, parent: string | null, key: string, found: Found[]): void {
  found.push({ path, parent, key, config });
  for (const [name, inner] of Object.entries(config.states)) {
    const parsed = configSchema.safeParse(isCut(inner) ? {} : inner);
    if (parsed.success) collect(parsed.data, path === '' ? name : `${path}.${name}`, path, name, found);
  }
}

/** What a serializer puts in place of a part that lies too deep. */
function isCut(value: unknown): boolean {
  return value === '[Object]' || value === '[Array]' || value === '[Circular]';
}

function describe(
  { path, parent, key, config }: Found,
  paths: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): { node: ChartNode; arrows: Arrow[] } {
  const inner = Object.keys(config.states);
  const kind = config.type ?? (inner.length > 0 ? 'compound' : 'atomic');
  const target = z.union([
    z.string(),
    z.looseObject({ target: z.string() }).transform(({ target }) => target),
  ]);
  const first = target.safeParse(config.initial);
  const initial = first.success ? [path, first.data].filter(Boolean).join('.') : undefined;
  const title: Text = titleSchema.safeParse(config.meta).data?.title ?? { en: key, zh: key };
  const actors = listed(config.invoke).flatMap((actor, place) => {
    const { success, data } = actorSchema.safeParse(actor);
    if (!success) return [];
    const name = data.id ?? (typeof data.src === 'string' ? data.src : `${place}.${path}`);
    return [{ ...data, name }];
  });
  const groups: [string, unknown][] = [
    ...Object.entries(config.on),
    ...Object.entries(config.after).map(([delay, given]): [string, unknown] => [
      `xstate.after.${delay}.${path}`,
      given,
    ]),
    [`xstate.done.state.${path}`, config.onDone],
    ...actors.flatMap(({ name, onDone, onError }): [string, unknown][] => [
      [`xstate.done.actor.${name}`, onDone],
      [`xstate.error.actor.${name}`, onError],
    ]),
    ['', config.always],
  ];
  const branches = groups.flatMap(([event, given]) => transitions(path, event, given));
  const placed = branches.map(({ branch, targets }) => ({
    branch,
    targets: targets.flatMap((name) => resolve(name, path, parent, paths, known) ?? []),
    isInside: targets.length === 0,
  }));
  return {
    node: {
      id: path,
      key,
      parent,
      kind,
      ...(kind === 'compound' && initial !== undefined && known.has(initial) && { initial }),
      title,
      tags: config.tags,
      entry: config.entry,
      exit: config.exit,
      inside: placed.filter(({ isInside }) => isInside).map(({ branch }) => branch),
      invokes: actors.map(({ name }) => name),
    },
    arrows: placed.flatMap(({ branch, targets }) =>
      targets.map((to) => ({ source: path, target: to, branch })),
    ),
  };
}

function transitions(source: string, event: string, given: unknown) {
  const list = listed(given);
  return list.flatMap((item, place) => {
    const { success, data } = transitionSchema.safeParse(typeof item === 'string' ? { target: item } : item);
    if (!success) return [];
    const branch = branchOf(source, {
      event,
      guard: guardName(data.guard ?? data.cond),
      order: place + 1,
      candidates: list.length,
      actions: data.actions,
    });
    const targets = listed(data.target).filter((target) => typeof target === 'string');
    return [{ branch, targets }];
  });
}

function listed(value: unknown): unknown[] {
  if (value === undefined || value === null || isCut(value)) return [];
  return [value].flat().filter((item) => !isCut(item));
}

function guardName(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null;
  const parsed = names.safeParse(guard);
  if (!parsed.success || isCut(guard)) return '…';
  return typeof parsed.data === 'string' ? parsed.data : parsed.data.type.replace('xstate.', '');
}

/** The state that a target names: by id after `#`, inside its source after `.`, else beside its source. */
function resolve(
  target: string,
  source: string,
  parent: string | null,
  paths: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): string | undefined {
  if (target.startsWith('#')) return byId(target.slice(1), paths, known);
  const from = target.startsWith('.') ? source : (parent ?? '');
  const path = [from, target.replace(/^\./, '')].filter(Boolean).join('.');
  return known.has(path) ? path : undefined;
}

function byId(
  id: string,
  paths: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): string | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('.', end - 1)) {
    const around = paths.get(id.slice(0, end));
    if (around === undefined) continue;
    const path = [around, id.slice(end + 1)].filter(Boolean).join('.');
    return known.has(path) ? path : undefined;
  }
  return undefined;
}
