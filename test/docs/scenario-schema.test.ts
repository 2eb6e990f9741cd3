import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventTypes } from '../../domain/events.ts';
import {
  eventJsonSchema,
  inputJsonSchema,
  type JsonSchema,
  scenarioJsonSchema,
} from '../../replay/json-schema.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

const file = 'scenarios/scenario.schema.json';

describe('the JSON Schema of scenario files', () => {
  it('should stand in the repository as it is', () => {
    const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(file, text);

    expect(
      readFileSync(file, 'utf8') === text,
      `${file} is stale. Run "npm run docs" and commit what it writes.`,
    ).toBe(true);
  });

  it('should accept every bundled scenario', () => {
    const accepts = validator(scenarioJsonSchema());
    const refused = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .filter((name) => !accepts(parse(readFileSync(`scenarios/${name}`, 'utf8'))));

    expect(refused).toEqual([]);
  });

  it.each<[what: string, from: string, to: string]>([
    ['a misspelt field', 'openedAt:', 'opendAt:'],
    ['an unknown event', 'type: claim.filed', 'type: claim.file'],
    ['a misspelt field of an event', '    amount: 12900', '    amuont: 12900'],
    ['a wrong value of a field', '    amount: 12900', '    amount: -1'],
    ['a time that is none', 'at: +1h', 'at: soon'],
    ['an unknown expectation', 'status: open', 'state: open'],
    ['an unknown machine', 'machine: parcelCase', 'machine: parcel'],
  ])('should refuse %s', (_what, from, to) => {
    const accepts = validator(scenarioJsonSchema());

    expect(accepts(parse(good))).toBe(true);
    expect(accepts(parse(good.replace(from, to)))).toBe(false);
  });

  it('should let a scenario play an unknown event on purpose', () => {
    const accepts = validator(scenarioJsonSchema());
    const unknown = good.replace('type: claim.filed', 'type: claim.file').replace('ignored', 'rejected');

    expect(accepts(parse(unknown.replace('notExpected', 'unknown')))).toBe(true);
    expect(accepts(parse(unknown))).toBe(false);
  });
});

describe('the JSON Schema of events and input', () => {
  it('should have every type of event', () => {
    const { anyOf } = eventJsonSchema() as { anyOf: { properties: { type: { const: string } } }[] };

    expect(anyOf.map(({ properties }) => properties.type.const)).toEqual(eventTypes);
  });

  it('should accept what a case is opened with', () => {
    const accepts = validator(inputJsonSchema());
    const { input } = parse(good) as { input: object };

    expect(accepts({ caseId: 'case-1', ...input })).toBe(true);
    expect(accepts(input)).toBe(false);
  });
});

// Helpers

function validator(schema: JsonSchema): (value: unknown) => boolean {
  const zod = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  return (value) => zod.safeParse(value).success;
}
