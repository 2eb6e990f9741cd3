import type { z } from 'zod';
import { nearest } from './nearest.ts';

/** Something wrong with a value, and where in the data. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  /** The key itself is wrong: the last name of the path. */
  readonly atKey?: boolean;
  /** The name that was probably meant by a misspelt key. */
  readonly meant?: string | null;
  readonly message: string;
}

type ZodIssue = z.core.$ZodIssue;

/** The issues of a value that a schema refused, in words, with the nearest name for a misspelt one. */
export function issuesOf(error: z.ZodError, schema: z.ZodType, value: unknown): Issue[] {
  const issues = error.issues.flatMap((issue) => wordsOf(issue, [], schema, value));
  const misspelt = issues.filter(({ atKey }) => atKey);
  const meant = new Set(misspelt.map(({ path, meant }) => placeText([...path.slice(0, -1), meant ?? ''])));
  const seen = new Set<string>();
  return [...misspelt, ...issues.filter(({ atKey }) => !atKey)].filter(({ path }) => {
    const place = placeText(path);
    const isNew = !seen.has(place) && !meant.has(place);
    seen.add(place);
    return isNew;
  });
}

/** `; did you mean "x"?` for the candidate that is most like a word, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const similar = nearest(word, candidates);
  return similar === null ? '' : `; did you mean "${similar}"?`;
}

// Helpers

function wordsOf(
  issue: ZodIssue,
  around: readonly PropertyKey[],
  schema: z.ZodType,
  value: unknown,
): Issue[] {
  const path = [...around, ...issue.path];
  const found = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const fields = fieldsOf(schemaAt(schema, path));
        const message = `there is no such field${didYouMean(key, fields)}`;
        return { path: [...path, key], atKey: true, meant: nearest(key, fields), message };
      });
    case 'invalid_union': {
      const branch = closestBranch(issue.errors);
      if (issue.message !== 'Invalid input' || branch === null) {
        return [{ path, message: withFound(issue.message, found) }];
      }
      return branch.flatMap((inner) => wordsOf(inner, path, schema, value));
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (found === undefined) return [{ path, message: `is missing; it must be ${oneOf(values)}` }];
      return [
        {
          path,
          message: `${shown(found)} is not ${oneOf(values)}${didYouMean(String(found), values)}`,
        },
      ];
    }
    case 'invalid_type':
      if (found === undefined) return [{ path, message: `is missing${expected(issue)}` }];
      return [{ path, message: `${withoutPrefix(issue)}, not ${shown(found)}` }];
    default:
      return [{ path, message: withFound(issue.message, found) }];
  }
}

/** Of the ways to read a value the one that fails the furthest inside: the one that was meant. */
function closestBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | null {
  const inside = branches.filter((issues) => issues.some(({ path }) => path.length > 0));
  const specific = inside[0] ?? branches.find((issues) => issues.some(({ code }) => code !== 'invalid_type'));
  return specific ?? null;
}

function expected(issue: ZodIssue): string {
  return issue.message.startsWith('Invalid input') ? '' : `; it ${issue.message}`;
}

function withoutPrefix({ message }: ZodIssue): string {
  const wanted = /expected (.+?), received/.exec(message)?.[1];
  return wanted === undefined ? message : `must be ${typeWords[wanted] ?? wanted}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of fields',
  int: 'a whole number',
};

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map of fields';
  return typeof value === 'string'
    ? `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`
    : String(value);
}

function withFound(message: string, value: unknown): string {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain ? `${message}, not ${shown(value)}` : message;
}

function placeText(path: readonly PropertyKey[]): string {
  return JSON.stringify(path);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((inner, key) => inner && stepInto(inner, key), schema);
}

interface Definition {
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function definition(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

function stepInto(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const { innerType, shape, element, valueType, options } = definition(schema);
  if (innerType) return stepInto(innerType, key);
  if (options) return options.map((option) => stepInto(option, key)).find((inner) => inner !== undefined);
  return shape?.[String(key)] ?? element ?? valueType;
}

function fieldsOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const { innerType, shape, options } = definition(schema);
  if (innerType) return fieldsOf(innerType);
  return options ? options.flatMap(fieldsOf) : Object.keys(shape ?? {});
}
