import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { FactName, Facts } from '../domain/facts.ts';
import type { Payer } from '../domain/parties.ts';
import { isBefore } from '../domain/time.ts';
import { assumed, stated } from '../policy/citation.ts';
import type { MachineEvent } from './case-context.ts';
import { condition } from './condition.ts';
import { claimable, freightOwedByBuyer } from './freight-share.ts';

/** Conditions on facts, evidence and what has been decided. */
export const decisionConditions = {
  addsFacts: condition(
    'The event establishes something new and contradicts neither what is established nor itself.',
    '须补充新的事实，且不与已查明的事实或自身相抵触。',
    ({ facts }, event) => addsTo(facts, event),
  ),
  answersQuestion: condition<{ facts: readonly FactName[] }>(
    'The event establishes something new of what is being weighed, and contradicts neither what is established nor itself.',
    '须补充与当前认定有关的新事实，且不与已查明的事实或自身相抵触。',
    ({ facts }, event, { facts: weighed = [] }) =>
      addsTo(facts, event) &&
      factsOf(event).some(([name]) => facts[name] === undefined && weighed.includes(name)),
  ),
  correctsFacts: condition(
    'The event changes an established fact, and no remedy for the buyer is under way or done.',
    '须更正已查明的事实，且尚未开始对买家执行补救。',
    ({ facts, outcome, committed }, event) =>
      (outcome === null || outcome === 'declined') &&
      !committed &&
      !contradictsItself(facts, event) &&
      factsOf(event).some(([name, value]) => facts[name] !== undefined && facts[name] !== value),
  ),
  deadlineDue: condition<{ id: DeadlineName }>(
    'The deadline is running and has ended.',
    '该期限正在计时且已届满。',
    ({ deadlines }, event, { id }) => {
      const deadline = deadlines.find((running) => running.id === id);
      return deadline !== undefined && !isBefore(event.at, deadline.dueAt);
    },
  ),
  payerIs: condition<{ payer: Payer }>(
    'The payer has been decided accordingly.',
    '已相应认定赔付方。',
    ({ verdict }, _event, { payer }) => verdict.payer?.ruling === payer,
  ),
  hasRecourse: condition(
    'Somebody can be held to account for something the merchant lost.',
    '商家有可追偿的对象。',
    (context) =>
      context.verdict.recourse !== undefined &&
      context.verdict.recourse.ruling !== 'none' &&
      context.outcome !== 'delivered' &&
      context.outcome !== 'withdrawn' &&
      claimable(context) > 0,
  ),
  nothingToClaim: condition(
    'Somebody could be held to account, but nothing was lost.',
    '有追偿对象但无损失可追。',
    (context) =>
      context.verdict.recourse !== undefined &&
      context.verdict.recourse.ruling !== 'none' &&
      claimable(context) === 0,
  ),
  nothingOpen: condition(
    'No claim, no ticket and no question of recourse is open any more.',
    '追偿、工单与追偿对象认定均已了结。',
    ({ verdict, outcome, claim, ticketOpen, urgeOpen }) => {
      if (ticketOpen || urgeOpen || claim?.status === 'open') return false;
      if (verdict.payer?.ruling !== 'merchant' || outcome === 'delivered' || outcome === 'withdrawn')
        return true;
      return claim !== null || verdict.recourse?.ruling === 'none';
    },
    assumed(
      'A case closes when the side of the buyer is final and notified, and the claim is settled.',
      'A-17',
      'R-048',
    ),
  ),
  negotiates: condition(
    'The supplier contests, so it must be negotiated.',
    '供应商有异议，须协商。',
    ({ verdict, outcome }) =>
      verdict.recourse?.ruling === 'negotiation' && outcome !== 'delivered' && outcome !== 'withdrawn',
  ),
  mayComplain: condition(
    'The buyer bears the loss and has not complained yet.',
    '由买家承担且尚未投诉。',
    ({ verdict, facts }) => verdict.payer?.ruling === 'buyer' && facts.complaint === 'no',
    stated('afterSales', 298, 298, 'R-102'),
  ),
  mayHelp: condition(
    'The buyer bears the loss, so the merchant may still help of its own will.',
    '由买家承担时，商家可自愿补救。',
    ({ verdict, facts }) => verdict.payer?.ruling === 'buyer' && facts.merchantGoodwill === 'no',
    assumed('A merchant may always do more than it must.', 'A-02', 'R-091'),
  ),
  freightOwedByBuyer: condition(
    'The buyer owes freight.',
    '买家应付运费。',
    (context) => context.verdict.freight !== undefined && freightOwedByBuyer(context) > 0,
  ),
  freightOwedToBuyer: condition(
    'Freight is owed to the buyer.',
    '应退买家运费。',
    (context) => context.verdict.freight !== undefined && freightOwedByBuyer(context) < 0,
  ),
  freightKnown: condition(
    'The bearer of the freight has been decided.',
    '已认定运费承担方。',
    ({ verdict }) => verdict.freight !== undefined,
  ),
} as const;

// Helpers

function addsTo(facts: Facts, event: MachineEvent): boolean {
  const entries = factsOf(event);
  return (
    entries.some(([name]) => facts[name] === undefined) &&
    entries.every(([name, value]) => facts[name] === undefined || facts[name] === value) &&
    !contradictsItself(facts, event)
  );
}

/** Nobody can have consented without having been contacted. */
function contradictsItself(facts: Facts, event: MachineEvent): boolean {
  const { contactProof, consentProof } = { ...facts, ...Object.fromEntries(factsOf(event)) } as Facts;
  return contactProof === 'missing' && consentProof === 'shown';
}

function factsOf(event: MachineEvent): [FactName, string][] {
  return 'facts' in event
    ? (Object.entries((event as CaseEvent<'facts.established'>).facts) as [FactName, string][])
    : [];
}
