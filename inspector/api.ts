import { z } from 'zod';

/** Where the page asks the server, relative to its own address. */
export const paths = {
  /** GET: `ScenarioEntry[]`, those named on the command line first. */
  scenarios: 'api/scenarios',
  /** GET with `?id=`: the text of one scenario, as it stands in its file. */
  scenario: 'api/scenario',
  /** WebSocket: `LiveMessage`s. The page sends nothing. */
  live: 'api/live',
} as const;

/** One scenario the server knows. The page opens the one named in `#scenario=<id>`. */
export const scenarioEntrySchema = z.object({
  /** Such as `bundled/damaged/left-with-guard-without-consent.yaml`. */
  id: z.string(),
  /** `bundled`: comes with the package; `given`: named on the command line. */
  source: z.enum(['bundled', 'given']),
  /** The file to show, relative to where the command was started or to the package. */
  file: z.string(),
  /** Its title; `null` if none can be made out. */
  title: z.object({ en: z.string(), zh: z.string() }).nullable(),
});

/** All scenarios the server knows. */
export const scenarioListSchema = z.array(scenarioEntrySchema);

/** One scenario the server knows. */
export type ScenarioEntry = z.infer<typeof scenarioEntrySchema>;

/** What the server answers when it cannot do what was asked. */
export const problemSchema = z.object({
  /** What is wrong and what to do. */
  message: z.object({ en: z.string(), zh: z.string() }),
});
