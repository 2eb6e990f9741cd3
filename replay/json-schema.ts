import { z } from 'zod';
import { caseInputSchema } from '../domain/case.ts';
import { eventCatalogue, eventSchema, eventTypes } from '../domain/events.ts';
import { relativeFields } from './clock.ts';
import { scenarioSchema } from './scenario.ts';

/** A JSON Schema. */
export type JsonSchema = { readonly [name: string]: unknown };

const dialect = 'http://json-schema.org/draft-07/schema#';

/** The JSON Schema of one event: any of the types. */
export function eventJsonSchema(): JsonSchema {
  return { $schema: dialect, title: 'Event of a parcel case', anyOf: eventTypes.map(eventOf) };
}

/** The JSON Schema of what a case is opened with. */
export function inputJsonSchema(): JsonSchema {
  return { $schema: dialect, title: 'Input of a parcel case', ...jsonSchema(caseInputSchema) };
}

/** The JSON Schema of a scenario file, for editors. Each step is one of the types of events. */
export function scenarioJsonSchema(): JsonSchema {
  const { properties, ...scenario } = jsonSchema(scenarioSchema) as unknown as ObjectSchema;
  const step = (properties.events as { items: ObjectSchema }).items.properties;
  return {
    $schema: dialect,
    title: 'Scenario of a parcel case',
    ...scenario,
    definitions: { at: step.at, expect: step.expect },
    properties: {
      ...properties,
      events: {
        type: 'array',
        minItems: 1,
        items: { anyOf: [timeStep, ...eventTypes.map(stepOf), refusedStep] },
      },
    },
  };
}

// Helpers

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const at = { $ref: '#/definitions/at' };
const expect = { $ref: '#/definitions/expect' };

const timeStep = {
  description: 'Only time passes',
  type: 'object',
  properties: { at, expect },
  required: ['at'],
  additionalProperties: false,
};

const refusedStep = {
  description: 'An event that does not exist or is not valid, played on purpose',
  type: 'object',
  properties: {
    at,
    type: { type: 'string' },
    expect: {
      allOf: [
        expect,
        { type: 'object', properties: { reason: { enum: ['unknown', 'invalid'] } }, required: ['reason'] },
      ],
    },
  },
  required: ['at', 'type', 'expect'],
};

function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return rest;
}

function eventOf(type: (typeof eventTypes)[number]): JsonSchema {
  const { title } = eventCatalogue[type];
  return { description: `${title.en} / ${title.zh}`, ...jsonSchema(eventSchema(type)) };
}

function stepOf(type: (typeof eventTypes)[number]): JsonSchema {
  const { properties, ...event } = eventOf(type) as unknown as ObjectSchema;
  const fields = Object.entries(properties).map(([name, field]) => [
    name,
    relativeFields.includes(name) ? at : field,
  ]);
  return { ...event, properties: { ...Object.fromEntries(fields), at, expect } };
}
