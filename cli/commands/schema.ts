import { eventJsonSchema, inputJsonSchema, scenarioJsonSchema } from '../../replay/json-schema.ts';
import { OK, type Terminal } from '../terminal.ts';

const schemas = { scenario: scenarioJsonSchema, event: eventJsonSchema, input: inputJsonSchema } as const;

/** Prints the JSON Schema of scenario files, of events or of the input of a case. Returns the exit code. */
export function schema(of: keyof typeof schemas, { out }: Pick<Terminal, 'out'>): number {
  out(JSON.stringify(schemas[of](), null, 2));
  return OK;
}
