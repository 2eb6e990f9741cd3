import { z } from 'zod';

/**
 * The schema as code of its own, which checks several times faster; as it is where no code may be made from text. The
 * inspector's page forbids that and is built without the compiler.
 */
export function compiled(schema: z.ZodObject): z.ZodObject {
  return z.core.util.allowsEval.value ? z.compile(schema) : schema;
}
