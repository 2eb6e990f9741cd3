import { type FactName, factCatalogue, factNames } from '../../domain/facts.ts';
import { type ExceptionType, rulebooks } from '../../guards/rulebooks.ts';
import { machines } from '../../machines/index.ts';
import { decide } from '../../policy/decide.ts';
import type { Known, Layer, Rulings } from '../../policy/rulebook.ts';
import { rulingOf } from '../../policy/rulebook.ts';
import { activeStates } from '../../replay/compare.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { lapse, open, step } from '../../replay/step.ts';
import { spaceOf } from '../../verify/space.ts';
import { type Happening, opening, reportWindow, routes } from './routes.ts';

/** What a machine was seen to do about a layer. */
export interface Seen {
  readonly article: string | null;
  readonly ruling: Rulings[Layer] | 'human';
}

/**
 * Drives a real machine through the events that lead to these facts and says what it does about the layer: from the
 * states it rests in and the claims and remedies it opens. `null`: nothing that can happen leads to these facts.
 */
export function drive(
  machine: 'alone' | 'parcelCase',
  type: ExceptionType,
  layer: Layer,
  vector: Known,
): Seen | null {
  const facts = layer === 'surcharge' ? vector : completed(type, layer, vector);
  const route = facts && routes[type](facts);
  if (!facts || !route) return null;

  let at = opening;
  let { snapshot }: { snapshot: CaseSnapshot } = open(machines[machine === 'alone' ? type : 'parcelCase'], {
    caseId: 'driven',
    openedAt: new Date(opening).toISOString(),
    order: {
      waybill: 'W1',
      courier: 'yto',
      paid: 10_000,
      outboundFreight: 900,
      dropship: facts.dropship === 'yes',
      ...(facts.refusalReason === 'collectFreight' && { freightTerm: 'collect' }),
    },
    policy: { ...policyIn(facts), reportWindow } as never,
  });
  const send = ({ type: event, ...fields }: Happening): boolean => {
    at += event === 'time passes' ? (fields.days as number) * 86_400_000 : 60_000;
    const instant = new Date(at).toISOString();
    if (event === 'time passes') {
      snapshot = lapse(snapshot, instant).snapshot;
      return true;
    }
    const result = step(snapshot, { type: event, at: instant, ...fields });
    snapshot = result.snapshot;
    return result.outcome === 'applied';
  };

  for (const happening of route) if (!send(happening)) return null;
  const evidence = evidenceIn(facts, contextOf(snapshot).facts);
  if (Object.keys(evidence).length > 0 && !send({ type: 'facts.established', facts: evidence })) return null;
  if (facts.complaint === 'yes' && !send({ type: 'complaint.filed' })) return null;
  if (facts.merchantGoodwill === 'yes' && !send({ type: 'goodwill.granted' })) return null;
  return agrees(contextOf(snapshot).facts, vector) ? seen(snapshot, layer) : null;
}

// Helpers

/** Facts that make somebody pay as the layer needs it, on top of its own: recourse is asked only if the merchant pays. */
function completed(type: ExceptionType, layer: Layer, vector: Known): Known | null {
  if (layer === 'payer') return vector;
  const book = rulebooks[type];
  const { payer: wanted = layer === 'recourse' ? 'merchant' : undefined, ...facts } = vector;
  for (const candidate of spaceOf(book, 'payer')) {
    if (!agrees(facts, candidate)) continue;
    const finding = decide(book, 'payer', candidate);
    const article = finding.kind === 'decided' ? book.articles[finding.article as never] : undefined;
    const payer = article && rulingOf(article);
    if (payer && payer !== 'arbitration' && (wanted === undefined || payer === wanted))
      if (routeIsOpen(type, candidate)) return { ...candidate, ...facts };
  }
  return null;
}

/** Complaint and goodwill can only follow a decision against the buyer. */
function routeIsOpen(type: ExceptionType, facts: Known): boolean {
  if (facts.complaint !== 'yes' && facts.merchantGoodwill !== 'yes') return true;
  const before = { ...facts, complaint: 'no', merchantGoodwill: 'no' } as Known;
  const finding = decide(rulebooks[type], 'payer', before);
  if (finding.kind !== 'decided') return false;
  return rulingOf(rulebooks[type].articles[finding.article as never]) === 'buyer';
}

function agrees(one: Known, other: Known): boolean {
  return Object.entries(one).every(([name, value]) => {
    const there = other[name as FactName];
    return there === undefined || there === value;
  });
}

function policyIn(facts: Known): Record<string, unknown> {
  return Object.fromEntries(
    factNames
      .filter((name) => factCatalogue[name].from === 'policy' && facts[name] !== undefined)
      .map((name) => [name, facts[name]]),
  );
}

function evidenceIn(facts: Known, known: Known): Record<string, unknown> {
  return Object.fromEntries(
    factNames
      .filter((name) => factCatalogue[name].from === 'evidence')
      .filter((name) => facts[name] !== undefined && known[name] === undefined)
      .map((name) => [name, facts[name]]),
  );
}

/** What the machine does, read from its states and from what it opened; the article only names it. */
function seen(snapshot: CaseSnapshot, layer: Layer): Seen | null {
  const { verdict, claim } = contextOf(snapshot);
  const states = activeStates(snapshot);
  const isIn = (path: string) => states.some((state) => state.startsWith(path));
  if (states.some((state) => state.endsWith('assessment.arbitrating'))) {
    const reached = { payer: 0, freight: 1, recourse: 2, surcharge: 3 }[layer];
    if ([verdict.payer, verdict.freight, verdict.recourse].filter(Boolean).length <= reached)
      return { article: null, ruling: 'human' };
  }
  switch (layer) {
    case 'payer': {
      const article = verdict.payer?.article ?? null;
      if (isIn('open.remedy.declined')) return { article, ruling: 'buyer' };
      if (isIn('open.remedy.notifying')) return { article, ruling: 'nobody' };
      return isIn('open.remedy.choosing') ? { article, ruling: verdict.payer?.ruling ?? 'human' } : null;
    }
    case 'freight':
      return verdict.freight ? { article: verdict.freight.article, ruling: verdict.freight.ruling } : null;
    case 'recourse': {
      const article = verdict.recourse?.article ?? null;
      if (article === null) return null;
      if (isIn('open.recovery.contested')) return { article, ruling: 'negotiation' };
      return { article, ruling: claim && isIn('open.recovery.due') ? claim.against : 'none' };
    }
    case 'surcharge':
      return verdict.surcharge
        ? { article: verdict.surcharge.article, ruling: verdict.surcharge.ruling }
        : null;
  }
}
