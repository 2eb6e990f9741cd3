import { z } from 'zod';
import { type CaseEvent, type CaseEventType, eventCatalogue } from '../../domain/events.ts';
import { evidenceSchema } from '../../domain/evidence.ts';
import { total } from '../../domain/money.ts';
import { after, DAY } from '../../domain/time.ts';
import { flawBand } from '../../guards/after-sale-conditions.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import { claimable } from '../../guards/freight-share.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import { completed, courseOf, proofsFor } from './evidence.ts';
import { amounts } from './inputs.ts';

/** Where an event is tried: what the case remembers, the rulebook that weighs it, and whether evidence is asked for. */
export interface Situation {
  readonly context: CaseContext;
  readonly at: string;
  readonly book: Rulebook | null;
  readonly asked: boolean;
}

/** More combinations of fields than this are not all tried: then one field at a time differs from the first choice. */
const mostCombinations = 24;

/** The events of a type that are tried in a situation: every choice of every field, amounts that are right and wrong. */
export function eventsOf(type: CaseEventType, situation: Situation): CaseEvent[] {
  const choices = Object.entries(eventCatalogue[type].fields).map(
    ([name, schema]) => [name, choicesOf(type, name, schema as z.ZodType, situation)] as const,
  );
  return combinations(choices).map(
    (fields) => ({ type, at: situation.at, ...fields }) as unknown as CaseEvent,
  );
}

// Helpers

type Choices = readonly (readonly [string, readonly unknown[]])[];

function combinations(choices: Choices): Record<string, unknown>[] {
  const all = choices.reduce((product, [, values]) => product * values.length, 1);
  const first = given(choices.map(([name, values]) => [name, values[0]] as const));
  if (all > mostCombinations) {
    const varied = choices.flatMap(([name, values]) =>
      values.slice(1).map((value) => given(Object.entries({ ...first, [name]: value }))),
    );
    return [first, ...varied];
  }
  return choices
    .reduce<(readonly [string, unknown])[][]>(
      (rows, [name, values]) =>
        rows.flatMap((row) => values.map((value) => [...row, [name, value] as const])),
      [[]],
    )
    .map(given);
}

function given(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function choicesOf(
  type: CaseEventType,
  name: string,
  schema: z.ZodType,
  situation: Situation,
): readonly unknown[] {
  if (schema === evidenceSchema) return evidence(type, situation);
  if (schema instanceof z.ZodOptional) {
    return [undefined, ...choicesOf(type, name, schema.unwrap() as z.ZodType, situation)];
  }
  if (schema instanceof z.ZodEnum) {
    // An award for the merchant is the one that also says whom to turn to.
    return schema.options.toSorted((one, other) => Number(other === 'merchant') - Number(one === 'merchant'));
  }
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodNumber) return amountsFor(type, situation.context);
  if (schema instanceof z.ZodISODateTime) return instants(name, situation);
  if (schema instanceof z.ZodString) return [`${name} 1`];
  throw new Error(
    `No choices for the field "${name}" of ${type}: teach verify/explore/payloads.ts this schema.`,
  );
}

function instants(name: string, { at, context }: Situation): string[] {
  if (name === 'shipsAt') return [after(at, 2 * DAY)];
  if (name !== 'until') return [at, after(at, -60 * DAY), after(at, DAY)];
  const due = context.deadlines.find(({ id }) => id === 'receipt')?.dueAt;
  return due === undefined ? [after(at, 2 * DAY)] : [after(due, 2 * DAY), due];
}

/** The right amounts, and one that is wrong. */
function amountsFor(type: CaseEventType, context: CaseContext): number[] {
  const { order, agreed, claim, postings, facts, policy } = context;
  const orMore = (amount: number) => [amount, amount + 1];
  switch (type) {
    case 'refund.paid':
      return orMore(order.paid);
    case 'part.bought':
    case 'remedy.concessionAgreed':
      return [amounts.agreed, order.paid + 1];
    case 'part.paid':
    case 'concession.paid':
      return orMore(agreed ?? amounts.agreed);
    case 'claim.filed':
      return orMore(claimable(context));
    case 'claim.accepted':
    case 'claim.paid':
      return orMore(claim?.amount ?? amounts.agreed);
    case 'claim.repaid':
      return orMore(total(postings, 'claim') - total(postings, 'claimRepayment'));
    case 'refund.repaid':
      return orMore(total(postings, 'refund') - total(postings, 'refundRepayment'));
    case 'discount.offered':
    case 'discount.demanded':
    case 'discount.granted': {
      const { from, to } = flawBand(facts.region, policy);
      return [from, to, to + 1].map((amount) => Math.min(amount, order.paid));
    }
    case 'return.shipped':
    case 'returnNumber.entered':
    case 'returnFreight.paid':
      return [amounts.returnFreight];
    default:
      return [amounts.surcharge, 0];
  }
}

/**
 * Evidence that was asked for: one proof for every combination of rulings, whole and its first fact alone. Evidence
 * that nobody asked for: the first proof. A correction: one complete proof for every payer that can come out.
 */
function evidence(type: CaseEventType, { book, context, asked }: Situation): readonly object[] {
  if (!book) return [];
  if (type === 'facts.corrected') {
    const { verdict } = context;
    const course = courseOf(context.facts);
    const proofs = proofsFor(book, course);
    const payers = [...new Set(proofs.map(({ payer }) => payer))].filter(
      (payer) => payer !== verdict.payer?.ruling,
    );
    const chosen = payers.flatMap((wanted) => proofs.find(({ payer }) => payer === wanted) ?? []);
    return notEmpty(chosen.map((proof) => completed(book, proof.facts, course)));
  }
  const proofs = proofsFor(book, context.facts).map(({ facts }) => facts);
  if (!asked) return notEmpty(proofs.slice(0, 1));
  const firsts = proofs.map((proof) => Object.fromEntries(Object.entries(proof).slice(0, 1)));
  return notEmpty(distinct([...proofs, ...firsts]));
}

function notEmpty(facts: readonly object[]): readonly object[] {
  return facts.filter((shown) => Object.keys(shown).length > 0);
}

function distinct(facts: readonly object[]): object[] {
  return [...new Map(facts.map((shown) => [JSON.stringify(shown), shown])).values()];
}
