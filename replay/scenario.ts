import { z } from 'zod';
import { effectNames } from '../actions/effects.ts';
import { caseInputSchema } from '../domain/case.ts';
import { deadlineNames } from '../domain/deadlines.ts';
import { accounts, fenSchema, postingPurposes } from '../domain/money.ts';
import { freightBearers, payers, recourses } from '../domain/parties.ts';
import { instantSchema } from '../domain/time.ts';
import { outcomes } from '../guards/case-context.ts';
import { type MachineName, machineNames } from '../machines/index.ts';

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** A time after the step before, such as `+2h`, `+3d12h` or `+30m`. */
export const relativeTime = /^\+(?=\d)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/;

const time = z.union([instantSchema, z.string().regex(relativeTime)], {
  error: 'must be an ISO date and time, or a time after the step before such as +2h, +3d12h or +30m',
});

/** The path of a state, such as `open.remedy.choosing`. */
const state = z
  .string()
  .regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/, { error: 'must be the path of a state, such as open.remedy.choosing' });

const decided = <Ruling extends z.ZodType>(ruling: Ruling) =>
  z.union([z.null(), z.strictObject({ article: z.string(), bearer: ruling })]);

const posting = z.strictObject({
  from: z.enum(accounts),
  to: z.enum(accounts),
  amount: fenSchema,
  for: z.enum(postingPurposes),
  article: z.string().optional(),
});

/** An effect by name, or with those of its data that matter. */
const effect = z.union([z.enum(effectNames), z.looseObject({ type: z.enum(effectNames) })]);

/** What must be so after a step, or at the end. Only what is written is compared. */
const expectation = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  states: z.array(state).min(1).optional().describe('States that are active'),
  outcome: z.enum(outcomes).nullable().optional().describe('How the side of the buyer ended'),
  payer: decided(z.enum(payers)).optional(),
  recourse: decided(z.enum(recourses)).optional(),
  surcharge: decided(z.enum(freightBearers)).optional(),
  freight: z
    .union([
      z.null(),
      z.strictObject({
        article: z.string(),
        outbound: z.enum(freightBearers),
        return: z.enum(freightBearers),
      }),
    ])
    .optional(),
  facts: z
    .record(z.string(), z.string().nullable())
    .optional()
    .describe('Facts and their values; null: pending'),
  postings: z
    .array(posting)
    .optional()
    .describe('Exactly the postings so far, in order, without the payment of the goods'),
  effects: z
    .array(effect)
    .optional()
    .describe('Exactly the effects of the step (at the end: of the whole run), in order'),
  deadlines: z.array(z.enum(deadlineNames)).optional().describe('Exactly the deadlines that run'),
  needsHuman: z.boolean().optional(),
});

const stepSchema = z.looseObject({
  at: time,
  type: z.string().optional().describe('The event; without it only time passes'),
  expect: expectation
    .extend({
      result: z.enum(['applied', 'ignored', 'rejected']).optional().describe('`applied` when absent'),
      reason: z
        .enum([
          'unknown',
          'invalid',
          'timeGoesBackwards',
          'closed',
          'notExpected',
          'guarded',
          'changesNothing',
        ])
        .optional()
        .describe('Why the event was ignored or rejected'),
      lapses: z.array(z.string()).optional().describe('Exactly the deadlines that lapsed before the step'),
    })
    .optional(),
});

/** A scenario file: one behaviour, played from its input through its events and compared with what is expected. */
export const scenarioSchema = z.strictObject({
  title: text,
  machine: z.enum(machineNames as [MachineName, ...MachineName[]]).default('parcelCase'),
  plays: z
    .array(z.string().regex(/^[SRA]-\d+$/))
    .default([])
    .describe('Numbers of the requirements it plays'),
  sources: z
    .array(z.string().regex(/^00[0-4]:\d+(-\d+)?$/))
    .default([])
    .describe('Lines of the guides it plays'),
  input: caseInputSchema.extend({ caseId: z.string().min(1).max(64).optional() }),
  events: z.array(stepSchema).min(1),
  expect: expectation,
});

/** A scenario, parsed. */
export type Scenario = z.output<typeof scenarioSchema>;

/** One step of a scenario. */
export type ScenarioStep = Scenario['events'][number];

/** What a scenario expects at the end or after a step. */
export type Expectation = z.output<typeof expectation>;
