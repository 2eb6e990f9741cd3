import type { z } from 'zod';
import { type CaseInput, caseInputSchema } from '../../domain/case.ts';
import { ParcelError } from '../../domain/errors.ts';
import { type CaseEventType, eventSchema } from '../../domain/events.ts';
import type { Text } from '../../domain/text.ts';
import { DAY } from '../../domain/time.ts';
import { policyOn } from '../../policy/parameters.ts';
import { issuesOf } from '../../replay/issues.ts';
import { type Field, fieldsOf, inputFields } from './fields.ts';
import type { SentEvent } from './session.ts';

/** What is wrong with a field of a form. */
export interface FieldError {
  /** As in `Field.path`; empty: the form as a whole. */
  readonly path: readonly string[];
  readonly message: Text;
}

/** What a form gives: the value, or what is wrong with its fields. */
export type FormResult<Value> =
  | { readonly value: Value; readonly errors?: never }
  | { readonly value?: never; readonly errors: readonly FieldError[] };

/** What a person filled in, by field name; `''`, `null` and `undefined` mean that nothing was. */
export type Filled = Readonly<Record<string, unknown>>;

/** The event that a person filled in. */
export function parseEventForm(type: CaseEventType, filled: Filled): FormResult<SentEvent> {
  return parseForm(eventSchema(type), fieldsOf(type), { ...filled, type }) as FormResult<SentEvent>;
}

/** The input of a case that a person filled in. */
export function parseInputForm(filled: Filled): FormResult<CaseInput> {
  const result = parseForm(caseInputSchema, inputFields(), filled);
  if (result.errors) return result;
  try {
    policyOn(result.value.openedAt);
    return result;
  } catch (error) {
    if (!(error instanceof ParcelError)) throw error;
    const zh = '早于所有参数的生效日期，请填写更晚的时间。';
    return { errors: [{ path: ['openedAt'], message: { en: error.message, zh } }] };
  }
}

// Helpers

function parseForm<Value>(
  schema: z.ZodType<Value>,
  fields: readonly Field[],
  filled: Filled,
): FormResult<Value> {
  const given = withoutBlanks(filled);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: given as Value };
  const words = issuesOf(parsed.error, schema, given);
  const errors = words.map(({ path, message }) => {
    const issue = parsed.error.issues.find((each) => isAt(each.path, path));
    const at = path.map(String);
    const limit = issue && limitText(issue, fieldAt(fields, at));
    return { path: at, message: limit ?? { en: message, zh: issue ? inChinese(issue, given) : '内容无效' } };
  });
  return { errors };
}

/** The same without what was left blank. An object that nothing was filled in for stays, so that it can be told apart. */
function withoutBlanks(filled: Filled): Filled {
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]) => {
      if (value === '' || value === null || value === undefined) return [];
      const isMap = typeof value === 'object' && !Array.isArray(value);
      return [[name, isMap ? withoutBlanks(value as Filled) : value]];
    }),
  );
}

function isAt(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place]);
}

/** A limit of money or of a span in the unit that the form asks for; `undefined` for other issues. */
function limitText(issue: z.core.$ZodIssue, field: Field | undefined): Text | undefined {
  if (field?.unit === undefined || field.unit === 'count') return undefined;
  const [scale, en, zh] = field.unit === 'fen' ? [100, 'CNY', '元'] : [DAY, 'days', '天'];
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum) / scale;
    return { en: `must not be more than ${most} ${en}`, zh: `不得大于 ${most} ${zh}` };
  }
  if (issue.code !== 'too_small' || Number(issue.minimum) === 0) return undefined;
  const least = Number(issue.minimum) / scale;
  return { en: `must not be less than ${least} ${en}`, zh: `不得小于 ${least} ${zh}` };
}

function fieldAt(fields: readonly Field[], path: readonly string[]): Field | undefined {
  const [name, ...rest] = path;
  const field = fields.find((each) => each.name === name);
  return rest.length === 0 ? field : fieldAt(field?.fields ?? [], rest);
}

function inChinese(issue: z.core.$ZodIssue, given: Filled): string {
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Filled | undefined)?.[String(key)],
    given,
  );
  if (value === undefined) return '必填';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? '须为整数' : '内容无效';
    case 'invalid_value':
      return '须选择列表中的一项';
    case 'invalid_format':
      return '须为有效的日期和时间';
    case 'too_small':
      if (issue.origin === 'array') return '至少填写一项';
      return issue.inclusive === false ? `须大于 ${issue.minimum}` : `不得小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不得大于 ${issue.maximum}`;
    case 'custom':
      return '至少填写一项';
    default:
      return '内容无效';
  }
}
