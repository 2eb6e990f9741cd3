import type { Deadline } from '../domain/deadlines.ts';
import { eventCatalogue, isEventType } from '../domain/events.ts';
import type { FactName } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import { knownIn } from '../guards/article-guards.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';
import type { Condition } from '../guards/condition.ts';
import { type ConditionName, conditions } from '../guards/conditions.ts';
import { exceptionTypes, rulebooks } from '../guards/rulebooks.ts';
import type { Citation } from '../policy/citation.ts';
import { type Layer, layers } from '../policy/rulebook.ts';
import type { GuardAnswer } from '../replay/candidates.ts';
import { type ArticleExplanation, explainArticles } from './articles.ts';
import { type FactState, factState, namedValue } from './facts.ts';
import { explainFinding, type FindingExplanation, findingOn } from './findings.ts';
import { type AmountLimit, limitOf } from './limits.ts';
import { findArticle, type Named } from './named.ts';
import { readsOf } from './reads.ts';

/** What a guard answers. `needsFields`: it reads fields of the event, and only the type is known. */
export type Answer = 'holds' | 'fails' | 'needsFields';

/** A fact a condition read, and what the event says about it. */
export interface ReadFact extends FactState {
  readonly proposed: Named | null;
}

/** A guard of a transition: what it answers and why. */
export type GuardExplanation =
  | {
      readonly kind: 'condition';
      readonly name: string;
      readonly answer: Answer;
      /** What must hold. */
      readonly title: Text;
      readonly cites: readonly Citation[];
      /** The facts it read to answer. */
      readonly facts: readonly ReadFact[];
      /** The amount it compares with. */
      readonly limit: AmountLimit | null;
      /** The deadline it is about, if that runs. */
      readonly deadline: Deadline | null;
      /** Fields of the event it reads that are not known. */
      readonly needsFields: readonly string[];
    }
  | {
      readonly kind: 'article';
      readonly name: string;
      readonly answer: Answer;
      readonly layer: Layer;
      readonly article: ArticleExplanation;
      readonly finding: FindingExplanation;
    }
  | {
      /** True while somebody can still be asked for a fact that makes a difference. */
      readonly kind: 'pending';
      readonly name: string;
      readonly answer: Answer;
      readonly layer: Layer;
      readonly finding: FindingExplanation;
    }
  | {
      readonly kind: 'combination';
      readonly name: 'and' | 'or' | 'not';
      readonly answer: Answer;
      readonly parts: readonly GuardExplanation[];
    }
  /** A guard of a machine that is not of this package. */
  | { readonly kind: 'other'; readonly name: string; readonly answer: Answer };

/** Explains what a guard answered. With `typeOnly` the event has no fields yet, and what reads them is left open. */
export function explainGuard(
  guard: GuardAnswer,
  context: CaseContext,
  event: MachineEvent,
  typeOnly: boolean,
): GuardExplanation {
  const { name, holds } = guard;
  if (guard.parts) {
    const parts = guard.parts.map((part) => explainGuard(part, context, event, typeOnly));
    const operator = name as 'and' | 'or' | 'not';
    return { kind: 'combination', name: operator, answer: combine(operator, parts), parts };
  }
  if (Object.hasOwn(conditions, name)) {
    return explainCondition(name as ConditionName, holds, context, event, typeOnly);
  }
  const answer = holds ? 'holds' : 'fails';
  return (
    explainArticleGuard(name, answer, context) ??
    explainPendingGuard(name, answer, context) ?? { kind: 'other', name, answer }
  );
}

// Helpers

function explainCondition(
  name: ConditionName,
  holds: boolean,
  context: CaseContext,
  event: MachineEvent,
  typeOnly: boolean,
): GuardExplanation {
  const { title, cites = [] } = conditions[name] as Condition<never>;
  const { facts, fields } = readsOf(name, context, event);
  const needsFields = typeOnly ? fields.filter((field) => carries(event, field)) : [];
  const proposed: Readonly<Record<string, string>> =
    fields.includes('facts') && 'facts' in event && event.facts ? event.facts : {};
  const read = [...new Set([...facts, ...(Object.keys(proposed) as FactName[])])];
  return {
    kind: 'condition',
    name,
    answer: needsFields.length > 0 ? 'needsFields' : holds ? 'holds' : 'fails',
    title,
    cites,
    facts: read.map((fact) => ({
      ...factState(fact, context.facts),
      proposed: proposed[fact] === undefined ? null : namedValue(fact, proposed[fact]),
    })),
    limit: limitOf(name, context),
    deadline: deadlineOf(name, context, event),
    needsFields,
  };
}

/** Whether events of this type can carry a field at all. */
function carries({ type }: MachineEvent, field: string): boolean {
  return isEventType(type) && Object.hasOwn(eventCatalogue[type].fields, field);
}

function deadlineOf(name: ConditionName, { deadlines }: CaseContext, event: MachineEvent): Deadline | null {
  if (name === 'extendsReceipt') return deadlines.find(({ id }) => id === 'receipt') ?? null;
  return name === 'deadlineDue' ? (deadlines.find(({ lapses }) => lapses === event.type) ?? null) : null;
}

function explainArticleGuard(name: string, answer: Answer, context: CaseContext): GuardExplanation | null {
  const found = findArticle(name);
  if (!found) return null;
  const { book, layer } = found;
  const { ruleSet } = context;
  const known = knownIn(context);
  const articles = explainArticles(book, layer, known, findingOn(book, layer, known, ruleSet), ruleSet);
  const article = articles.find(({ id }) => id === name) as ArticleExplanation;
  return {
    kind: 'article',
    name,
    answer,
    layer,
    article,
    finding: explainFinding(book, layer, known, ruleSet),
  };
}

function explainPendingGuard(name: string, answer: Answer, context: CaseContext): GuardExplanation | null {
  for (const type of exceptionTypes) {
    const layer = layers.find((each) => name === `${type}.${each}Pending`);
    if (!layer) continue;
    const finding = explainFinding(rulebooks[type], layer, knownIn(context), context.ruleSet);
    return { kind: 'pending', name, answer, layer, finding };
  }
  return null;
}

function combine(operator: 'and' | 'or' | 'not', parts: readonly GuardExplanation[]): Answer {
  const answers = parts.map(({ answer }) => answer);
  const settling = operator === 'and' ? 'fails' : 'holds';
  if (operator !== 'not') {
    if (answers.includes(settling)) return settling;
    return answers.includes('needsFields') ? 'needsFields' : operator === 'and' ? 'holds' : 'fails';
  }
  const [answer] = answers;
  return answer === 'holds' ? 'fails' : answer === 'fails' ? 'holds' : 'needsFields';
}
