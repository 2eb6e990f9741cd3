import { z } from 'zod';
import { type EvidenceName, type FactValue, factCatalogue, factNames, valuesOf } from './facts.ts';

/** Evidence: values for facts that people establish. */
export type Evidence = { readonly [Name in EvidenceName]?: FactValue<Name> };

/** The names of the facts that people establish. */
export const evidenceNames = factNames.filter(
  (name): name is EvidenceName => factCatalogue[name].from === 'evidence',
);

/** Parses evidence: at least one fact, each with one of its values, nothing else. */
export const evidenceSchema = z
  .strictObject(
    Object.fromEntries(
      evidenceNames.map((name) => [name, z.enum(valuesOf(name) as [string, ...string[]]).optional()]),
    ),
  )
  .refine((evidence) => Object.keys(evidence).length > 0, {
    error: 'must establish at least one fact',
  }) as unknown as z.ZodType<Evidence, Evidence>;
