import { z } from 'zod';
import { caseInputSchema } from '../../domain/case.ts';
import { type CaseEventType, eventSchema } from '../../domain/events.ts';
import type { Text } from '../../domain/text.ts';
import { labelOf, optionTitle } from './labels.ts';

/** A value of a field that has a list of them. */
export interface FieldOption {
  readonly value: string;
  readonly title: Text;
}

/** A field of a form, made from the schema that parses its value. */
export interface Field {
  readonly name: string;
  /** Where its value stands in the event or input, such as `['order', 'paid']`. */
  readonly path: readonly string[];
  readonly kind: 'enum' | 'number' | 'text' | 'boolean' | 'instant' | 'object' | 'list';
  readonly label: Text;
  readonly required: boolean;
  /** The value that counts if none is given, where the schema names one. */
  readonly default?: unknown;
  /** Of an enum. */
  readonly options?: readonly FieldOption[];
  /** Of an object. */
  readonly fields?: readonly Field[];
  /** Of a number: `fen` is money, `ms` a span of time in milliseconds. */
  readonly unit?: 'fen' | 'ms' | 'count';
  /** Least and greatest number. */
  readonly least?: number;
  readonly greatest?: number;
  /** Most characters of a text. */
  readonly longest?: number;
  /** Whether people write personal data into it; exports mask it. */
  readonly personal: boolean;
  /** Whether it is a name that the analyst gives: exports mask only the long numbers in it. */
  readonly ownWords: boolean;
}

/** The fields of an event besides its type; the first one is `at`. */
export function fieldsOf(type: CaseEventType): readonly Field[] {
  let fields = formsOfEvents.get(type);
  if (!fields) {
    fields = fieldsIn(jsonSchema(eventSchema(type)), []).filter(({ name }) => name !== 'type');
    formsOfEvents.set(type, fields);
  }
  return fields;
}

/** The fields of what a case is opened with. */
export function inputFields(): readonly Field[] {
  formOfInput ??= fieldsIn(jsonSchema(caseInputSchema), []);
  return formOfInput;
}

// Helpers

const formsOfEvents = new Map<CaseEventType, readonly Field[]>();
let formOfInput: readonly Field[] | undefined;

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
}

function fieldsIn({ properties = {}, required = [] }: JsonSchema, around: readonly string[]): Field[] {
  return Object.entries(properties).map(([name, schema]) =>
    fieldOf([...around, name], schema, required.includes(name)),
  );
}

function fieldOf(path: readonly string[], schema: JsonSchema, required: boolean): Field {
  const name = path.at(-1) ?? '';
  const kind = kindOf(schema);
  const { enum: values } = schema;
  return {
    name,
    path,
    kind,
    label: labelOf(path),
    required,
    ...(schema.default !== undefined && { default: schema.default }),
    ...(kind === 'enum' &&
      values && { options: values.map((value) => ({ value, title: optionTitle(path, value, values) })) }),
    ...(kind === 'object' && { fields: fieldsIn(schema, path) }),
    ...(kind === 'number' && numberOf(schema)),
    ...(schema.maxLength !== undefined && { longest: schema.maxLength }),
    personal: kind === 'text' && !impersonal.has(name) && !path.includes('policy'),
    ownWords: name === 'caseId',
  };
}

/** Texts that name no person. Every other text is taken to be personal, so a new field is masked until it is named here. */
const impersonal: ReadonlySet<string> = new Set(['caseId', 'courier', 'province']);

function kindOf({ type, format, enum: values }: JsonSchema): Field['kind'] {
  if (values) return 'enum';
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'list';
    case 'object':
      return 'object';
    default:
      return format === 'date-time' ? 'instant' : 'text';
  }
}

function numberOf({ description = '', minimum, exclusiveMinimum, maximum }: JsonSchema): Partial<Field> {
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return {
    unit: /\bfen\b/.test(description) ? 'fen' : description.startsWith('Milliseconds') ? 'ms' : 'count',
    ...(least !== undefined && { least }),
    ...(isBounded && { greatest: maximum }),
  };
}
