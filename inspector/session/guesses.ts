import type { CaseInput } from '../../domain/case.ts';
import { factCatalogue } from '../../domain/facts.ts';
import type { Language, Text } from '../../domain/text.ts';
import { after, DAY } from '../../domain/time.ts';
import type { GuardExplanation } from '../../explain/index.ts';
import { explainLayers } from '../../explain/layers.ts';
import { exceptionTypeOf } from '../../explain/states.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import type { Field } from './fields.ts';
import type { Filled } from './forms.ts';

/** What a guess can go by: the case, the instant, and the guards that the event has to pass. */
export interface Circumstances {
  readonly snapshot: CaseSnapshot;
  readonly clock: string;
  readonly guards: readonly GuardExplanation[];
  readonly language: Language;
}

/** A first guess at the required fields of an event: what is owed, what was asked, an invented text. */
export function guess(fields: readonly Field[], circumstances: Circumstances): Filled {
  return Object.fromEntries(
    fields.filter(({ required }) => required).map((field) => [field.name, valueFor(field, circumstances)]),
  );
}

/** An invented order to open a case with, dated `openedAt`. */
export function inventedInput(openedAt: string): CaseInput {
  return {
    caseId: `case-${openedAt.slice(0, 10)}`,
    openedAt,
    order: {
      waybill: 'YT8800000000001',
      courier: 'yto',
      paid: 12_900,
      outboundFreight: 800,
      receiptDueAt: after(openedAt, 10 * DAY),
    },
  };
}

// Helpers

function valueFor(field: Field, circumstances: Circumstances): unknown {
  const { name, kind, options = [] } = field;
  const { snapshot, clock, guards, language } = circumstances;
  const context = contextOf(snapshot);
  switch (kind) {
    case 'enum':
      return options[0]?.value;
    case 'boolean':
      return true;
    case 'number':
      return limitIn(guards) ?? Math.max(numbers[name]?.(context) ?? 1, field.least ?? 0);
    case 'instant':
      return name === 'at' ? clock : (dayAfterDeadline(guards) ?? instantFor(name, context, clock));
    case 'object':
      return askedFacts(snapshot);
    case 'list':
      return [];
    case 'text':
      return name === 'waybill' ? `${context.order.waybill}-2` : (texts[name] ?? example)[language];
  }
}

/** The amount a guard asks for: what is owed, agreed, or can be claimed at most. */
function limitIn(guards: readonly GuardExplanation[]): number | undefined {
  return guards
    .flatMap(conditionsIn)
    .flatMap(({ limit }) => (limit ? [limit.amount] : []))
    .find((amount) => amount > 0);
}

function dayAfterDeadline(guards: readonly GuardExplanation[]): string | undefined {
  const deadline = guards.flatMap(conditionsIn).find((condition) => condition.deadline !== null)?.deadline;
  return deadline ? after(deadline.dueAt, 3 * DAY) : undefined;
}

function conditionsIn(guard: GuardExplanation): (GuardExplanation & { kind: 'condition' })[] {
  if (guard.kind === 'combination') return guard.parts.flatMap(conditionsIn);
  return guard.kind === 'condition' ? [guard] : [];
}

/** Dates that lie ahead; every other one tells of something that has been. */
const ahead = ['until', 'shipsAt'];

function instantFor(name: string, { lastTrackingAt, openedAt }: CaseContext, clock: string): string {
  if (ahead.includes(name)) return after(clock, 2 * DAY);
  return lastTrackingAt ?? openedAt;
}

/** What was asked and is not answered yet, each with what silence would count as. */
function askedFacts(snapshot: CaseSnapshot): Filled {
  const type = exceptionTypeOf(snapshot);
  if (!type || !snapshot.hasTag('needsEvidence')) return {};
  const asked = explainLayers(snapshot, type).flatMap(({ stage, finding }) =>
    stage === 'weighing' && finding.kind === 'pending' ? (finding.next?.facts ?? []) : [],
  );
  return Object.fromEntries(asked.map((fact) => [fact, factCatalogue[fact].ifSilent]));
}

const numbers: Readonly<Record<string, (context: CaseContext) => number>> = {
  amount: ({ order }) => order.outboundFreight || 800,
  cost: () => 800,
  freight: ({ order }) => order.outboundFreight || 800,
  grams: () => 1000,
  surcharge: () => 0,
  value: ({ order }) => order.paid,
};

const example: Text = { en: 'example', zh: '示例' };

const texts: Readonly<Record<string, Text>> = {
  cause: { en: 'typhoon', zh: '台风' },
  courier: { en: 'ems', zh: 'ems' },
  name: { en: 'electric kettle', zh: '电热水壶' },
  obstacle: { en: 'the warehouse is closed for stocktaking', zh: '仓库盘点，暂时无法处理' },
  packaging: { en: 'carton', zh: '纸箱' },
  place: { en: 'wrong sorting centre', zh: '错误的分拨中心' },
  reason: { en: 'checked again', zh: '经再次核实' },
  reply: { en: 'handled', zh: '已处理' },
  returnAddress: { en: '1 Example Road, Example City', zh: '示例市示例路 1 号' },
  source: { en: 'a leaking parcel beside it', zh: '相邻包裹漏液' },
  ticket: { en: 'T-1', zh: 'T-1' },
};
