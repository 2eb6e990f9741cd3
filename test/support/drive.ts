import type { Effect } from '../../actions/effects.ts';
import { type FactName, factCatalogue, factNames } from '../../domain/facts.ts';
import { type ExceptionType, rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import { decide } from '../../policy/decide.ts';
import { type Known, type Layer, rulingOf } from '../../policy/rulebook.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { lapse, open, step } from '../../replay/step.ts';
import { spaceOf } from '../../verify/space.ts';
import { freight, type Happening, opening, reportWindow } from './happening.ts';
import { routes } from './routes.ts';

/** A case that was driven somewhere: where it stands, what it requested, and how to go on. */
export interface Driven {
  readonly snapshot: CaseSnapshot;
  readonly effects: readonly Effect[];
  /** The instant of the last happening, in milliseconds. */
  readonly at: number;
}

/** What the buyer paid in a driven case, in fen. */
export const paid = 10_000;

/**
 * Drives a real machine through the events that lead to these facts, up to where it has weighed the layer. `null`:
 * nothing that can happen leads to these facts.
 */
export function drive(machine: MachineName, type: ExceptionType, layer: Layer, vector: Known): Driven | null {
  const facts = layer === 'surcharge' ? vector : completed(type, layer, vector);
  const route = facts && routes[type](facts);
  if (!facts || !route) return null;
  const arrived = arrive(machine, facts, route);
  if (!arrived) return null;
  const evidence = evidenceIn(facts, contextOf(arrived.snapshot).facts);
  const rest: Happening[] = [
    ...(Object.keys(evidence).length > 0 ? [{ type: 'facts.established', facts: evidence }] : []),
    ...(facts.complaint === 'yes' ? [{ type: 'complaint.filed' }] : []),
    ...(facts.merchantGoodwill === 'yes' ? [{ type: 'goodwill.granted' }] : []),
  ];
  const driven = happen(arrived, rest);
  return driven && agrees(contextOf(driven.snapshot).facts, vector) ? driven : null;
}

/** Lets things happen to a case, a minute apart. `null` if one of them is not applied. */
export function happen(from: Driven, happenings: readonly Happening[]): Driven | null {
  let { snapshot, effects, at } = from;
  for (const { type, ...fields } of happenings) {
    const passes = type === 'time passes';
    at += passes ? (fields.days as number) * 86_400_000 : 60_000;
    const instant = instantOf(at);
    const event = { type, at: instant, ...fields };
    if (!passes && !snapshot.can(event)) return null;
    const result = passes ? lapse(snapshot, instant) : step(snapshot, event);
    if ('outcome' in result && result.outcome !== 'applied') return null;
    snapshot = result.snapshot;
    effects = [...effects, ...result.effects];
  }
  return { snapshot, effects, at };
}

// Helpers

const arrivals = new Map<string, Driven | null>();

/** The case when the events of the route have happened. Many combinations share one: snapshots never change. */
function arrive(machine: MachineName, facts: Known, route: readonly Happening[]): Driven | null {
  const order = {
    waybill: 'W1',
    courier: 'yto',
    paid,
    outboundFreight: freight.outbound,
    outboundFreightPaidBy: 'buyer',
    freightTerm: facts.refusalReason === 'collectFreight' ? 'collect' : 'prepaid',
    dropship: facts.dropship === 'yes',
    ...(facts.priceClass && { priceClass: facts.priceClass }),
    ...(facts.region && { region: facts.region }),
  } as const;
  const input = {
    caseId: 'driven',
    openedAt: instantOf(opening),
    order,
    policy: { ...policyIn(facts), reportWindow },
  };
  const key = JSON.stringify([machine, input, route]);
  let arrived = arrivals.get(key);
  if (arrived === undefined) {
    arrived = happen({ ...open(machines[machine] as CaseMachine, input as never), at: opening }, route);
    arrivals.set(key, arrived);
  }
  return arrived;
}

/** Facts that make somebody pay as the layer needs it, on top of its own: recourse is asked only if the merchant pays. */
function completed(type: ExceptionType, layer: Layer, vector: Known): Known | null {
  if (layer === 'payer') return vector;
  const { payer: wanted = layer === 'recourse' ? 'merchant' : undefined, ...facts } = vector;
  const fitting = settling(type).find(
    (candidate) => (wanted === undefined || candidate.payer === wanted) && agrees(facts, candidate.facts),
  );
  return fitting ? { ...fitting.facts, ...facts } : null;
}

interface Settling {
  readonly facts: Known;
  readonly payer: string;
}

const settled = new Map<ExceptionType, readonly Settling[]>();

/** The facts that make somebody pay, the plainest first: those that differ least from what a case starts with. */
function settling(type: ExceptionType): readonly Settling[] {
  let found = settled.get(type);
  if (!found) {
    const book = rulebooks[type];
    found = [...spaceOf(book, 'payer')]
      .flatMap((facts) => {
        const finding = decide(book, 'payer', facts);
        const article = finding.kind === 'decided' ? book.articles[finding.article as never] : undefined;
        const payer = article && rulingOf(article);
        return typeof payer === 'string' && payer !== 'arbitration' && routeIsOpen(type, facts)
          ? [{ facts, payer }]
          : [];
      })
      .sort((one, other) => turns(one.facts) - turns(other.facts));
    settled.set(type, found);
  }
  return found;
}

/** How many facts have another value than the one a case starts with. */
function turns(facts: Known): number {
  return factNames.filter((name) => {
    const { initially } = factCatalogue[name];
    return initially !== undefined && facts[name] !== undefined && facts[name] !== initially;
  }).length;
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

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
