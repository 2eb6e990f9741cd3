import { z } from 'zod';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { isCutOff } from './cut-off.ts';
import type { LiveMachine } from './model.ts';

/** The machine that a definition describes; `null` if it is the definition of no machine, or no JSON. */
export function machineOf(definition: string): LiveMachine | null {
  const parsed = definitionSchema.safeParse(fromJson(definition));
  if (!parsed.success) return null;
  const { id, version, states } = parsed.data;
  if (states === undefined && parsed.data.on === undefined) return null;
  return {
    id,
    version,
    definition: parsed.data,
    truncated: isCutOff(parsed.data, undrawn),
    bundled: bundledName(id, version),
  };
}

// Helpers

const definitionSchema = z.looseObject({
  id: z.string().default('(machine)'),
  version: z.string().default('1'),
  states: z.unknown().optional(),
  on: z.unknown().optional(),
});

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Parts of a config that are not drawn. */
const undrawn = new Set(['context', 'input', 'meta', 'params', 'src']);

function bundledName(id: string, version: string): MachineName | null {
  return (
    machineNames.find((name) => machines[name].id === id && (machines[name].version ?? '1') === version) ??
    null
  );
}
