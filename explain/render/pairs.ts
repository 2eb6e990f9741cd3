import type { Difference } from '../../replay/compare.ts';
import { matchesEntry } from '../../replay/compare.ts';
import { flowText } from '../../replay/edit.ts';

/** One thing that differs: what was expected and what happened, on one line each. */
export interface Pair {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

/** A difference as people read it: of a list only the entries that differ, of an entry only the fields that differ. */
export function pairsOf({ path, expected, actual }: Difference): Pair[] {
  const name = path.replace(/^(events\[\d+\]\.)?expect\./, '');
  if (name === 'states')
    return [{ name, expected: String(expected), actual: nearestStates(expected, actual) }];
  if (name === 'effects' || name === 'postings') {
    return entryPairs(name, expected as readonly unknown[], actual as readonly Fields[]);
  }
  return [{ name, expected: shown(expected), actual: shown(actual) }];
}

// Helpers

type Fields = Readonly<Record<string, unknown>>;

const nothing = '-';

function shown(value: unknown): string {
  if (value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(shown).join(', ');
  if (!isFields(value)) return String(value);
  const { article, bearer, outbound, return: back } = value;
  if (typeof article === 'string' && typeof bearer === 'string') return `${article} ${bearer}`;
  if (typeof article === 'string' && outbound !== undefined && back !== undefined) {
    return `${article} outbound ${outbound}, return ${back}`;
  }
  return flowText(value);
}

/** Of the active states those that share most of their path with the expected one. */
function nearestStates(expected: unknown, active: unknown): string {
  const states = active as readonly string[];
  const wanted = String(expected).split('.');
  const shared = states.map((state) => {
    const place = state.split('.').findIndex((part, index) => part !== wanted[index]);
    return place < 0 ? wanted.length : place;
  });
  const most = Math.max(...shared);
  return most <= 1 ? states.join(', ') : states.filter((_, index) => shared[index] === most).join(', ');
}

/** Lists of postings, or of effects: those that match are left out. */
function entryPairs(name: string, expected: readonly unknown[], actual: readonly Fields[]): Pair[] {
  const [missing, surplus] = unmatched(expected, actual);
  const length = Math.max(missing.length, surplus.length);
  return Array.from({ length }, (_, index) => {
    const [wanted, found] = [missing[index], surplus[index]];
    const place = `${name}[${(found ?? wanted)?.index ?? 0}]`;
    return { name: place, ...entryPair(wanted?.entry, found?.entry as Fields | undefined) };
  });
}

function entryPair(wanted: unknown, found: Fields | undefined): { expected: string; actual: string } {
  if (wanted === undefined) return { expected: nothing, actual: brief(found) };
  if (found === undefined) return { expected: brief(wanted), actual: nothing };
  if (!isFields(wanted) || wanted.type !== found.type)
    return { expected: brief(wanted), actual: brief(found) };
  const names = Object.keys(wanted).filter((name) => flowText(wanted[name]) !== flowText(found[name]));
  const head = typeof wanted.type === 'string' ? `${wanted.type} ` : '';
  const only = (fields: Fields) =>
    head + names.map((name) => `${name}: ${name in fields ? flowText(fields[name]) : nothing}`).join(', ');
  return { expected: only(wanted), actual: only(found) };
}

function brief(entry: unknown): string {
  if (!isFields(entry)) return String(entry);
  const { type, deadline, ...fields } = entry;
  const named = isFields(deadline) ? { deadline: deadline.id } : {};
  const rest = Object.entries({ ...fields, ...named }).map(([name, value]) => `${name}: ${flowText(value)}`);
  return [type, rest.join(', ')].filter((part) => part !== undefined && part !== '').join(' ');
}

interface Placed {
  readonly index: number;
  readonly entry: unknown;
}

/** What is left of two lists when the longest common sequence is taken out. */
function unmatched(expected: readonly unknown[], actual: readonly Fields[]): [Placed[], Placed[]] {
  const lengths = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(actual.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] = matchesEntry(expected[i], actual[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [missing, surplus]: [Placed[], Placed[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && matchesEntry(expected[i], actual[j]))
      [i, j] = [i + 1, j + 1];
    else if (i < expected.length && (j >= actual.length || at(i + 1, j) >= at(i, j + 1))) {
      missing.push({ index: i, entry: expected[i] });
      i += 1;
    } else {
      surplus.push({ index: j, entry: actual[j] });
      j += 1;
    }
  }
  return [missing, surplus];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
