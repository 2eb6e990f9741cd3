import fc from 'fast-check';
import { getNextTransitions } from 'xstate';
import type { CaseInput } from '../domain/case.ts';
import { type CaseEventType, eventTypes, isEventType } from '../domain/events.ts';
import type { FactName } from '../domain/facts.ts';
import { after, DAY, HOUR, isBefore } from '../domain/time.ts';
import type { MachineName } from '../machines/index.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { lapse } from '../replay/step.ts';
import { asScenario } from './as-scenario.ts';
import { eventOf } from './events.ts';
import { likelyEvent } from './likely.ts';
import { goOn, type Life, play, type Trace } from './play.ts';

const openedAt = '2026-03-01T08:00:00.000Z';

/** What cases are opened with: every kind of order, with and without a date of receipt, and choices of policy. */
const inputs: fc.Arbitrary<CaseInput> = fc.record({
  caseId: fc.constant('case'),
  openedAt: fc.constant(openedAt),
  order: fc.record(
    {
      waybill: fc.constant('YT1'),
      courier: fc.constant('yunda'),
      paid: fc.integer({ min: 1, max: 20_000 }),
      outboundFreight: fc.integer({ min: 0, max: 900 }),
      freightTerm: fc.constantFrom('prepaid', 'collect'),
      outboundFreightPaidBy: fc.constantFrom('merchant', 'buyer'),
      dropship: fc.boolean(),
      priceClass: fc.constantFrom('normal', 'special'),
      region: fc.constantFrom('jzh', 'other', 'remote'),
      receiptDueAt: fc.integer({ min: 1, max: 40 }).map((days) => after(openedAt, days * DAY)),
    },
    { requiredKeys: ['waybill', 'courier', 'paid'] },
  ),
  policy: fc.record(
    {
      goodwillAfterComplaint: fc.constantFrom('none', 'partial', 'full'),
      bearerAfterInspection: fc.constantFrom('buyer', 'merchant'),
      groundlessRefusalFreight: fc.constantFrom('buyer', 'merchant'),
      exchangeFreight: fc.constantFrom('buyerBoth', 'half'),
      evidence: fc.integer({ min: 1, max: 5 }).map((days) => days * DAY),
      deliveryAttempts: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: [] },
  ),
});

/** How the walker goes on. Numbers, so that fast-check shrinks a walk to a shorter and plainer one. */
interface Stride {
  /** `expected`: an event the case has a transition for; `accepted`: one that is applied; `stray`: any valid event. */
  readonly kind: 'accepted' | 'expected' | 'stray' | 'twice' | 'tooEarly';
  readonly gap: 'none' | 'minute' | 'hours' | 'days' | 'untilDue' | 'pastDue';
  readonly which: number;
  readonly pick: number;
}

const strides = (from: Readonly<Record<Stride['kind'], number>>): fc.Arbitrary<Stride> =>
  fc.record({
    kind: weighted(from),
    gap: weighted({ none: 4, minute: 2, hours: 3, days: 1, untilDue: 1, pastDue: 2 }),
    which: fc.noBias(fc.nat({ max: 9_999 })),
    pick: fc.noBias(fc.nat({ max: 9_999 })),
  });

/** How lives are generated. */
export interface LifeOptions {
  /** At most and at least so many events; 60 and 0 unless given. A life ends soon after its case is closed. */
  readonly maxEvents?: number;
  readonly minEvents?: number;
  /** The machine itself, where it is not the one of the package. */
  readonly variant?: CaseMachine;
  /** The policy of every case, instead of a generated one. */
  readonly policy?: NonNullable<CaseInput['policy']>;
}

/**
 * Lives that get somewhere: most events are accepted, some are stray, repeated or dated too early. A life that breaks a
 * property shrinks to fewer and plainer events, and prints as a scenario file.
 */
export function lives(machine: MachineName, options: LifeOptions = {}): fc.Arbitrary<Life> {
  const { maxEvents = 60, minEvents = 0, variant, policy } = options;
  const stride = strides({ accepted: 14, expected: 3, stray: 2, twice: 1, tooEarly: 1 });
  return fc
    .record({
      input: inputs,
      strides: fc.array(stride, { minLength: minEvents, maxLength: maxEvents, size: 'max' }),
    })
    .map(({ input, strides: taken }) => {
      const life: Life = {
        machine,
        input: policy ? { ...input, policy } : input,
        events: [],
        ...(variant && { variant }),
      };
      return readable(walk(life, taken).life);
    });
}

/** A life that prints as a scenario file when a property fails. */
export function readable(life: Life): Life {
  return Object.defineProperty({ ...life }, fc.toStringMethod, { value: () => `\n${asScenario(life)}` });
}

/** Walks through a case: each stride becomes one event, chosen for the state the case is in by then. */
function walk(life: Life, taken: readonly Stride[]): Trace {
  let trace = play(life);
  let now = life.input.openedAt;
  let afterwards = 0;
  for (const stride of taken) {
    if (trace.last.status === 'done' && afterwards++ === 3) break;
    const at = timeOf(trace, now, stride.gap);
    const event = chooseEvent(trace, at, stride);
    if (!isBefore(event.at as string, now)) now = event.at as string;
    trace = goOn(trace, [event]);
  }
  return { ...trace, life: { ...life, events: trace.played.map(({ event }) => event) } };
}

// Helpers

/** Events that end a life or change little. Most of the time the walker passes them over, or it would never get far. */
const rarely: ReadonlySet<string> = new Set([
  'buyer.notified',
  'case.withdrawn',
  'claim.writtenOff',
  'complaint.filed',
  'facts.corrected',
  'parcel.signed',
  'receipt.confirmed',
  'receipt.extended',
  'returnFreight.paid',
  'ticket.answered',
  'ticket.opened',
]);

function timeOf({ last }: Trace, now: string, gap: Stride['gap']): string {
  const due = contextOf(last)
    .deadlines.map(({ dueAt }) => dueAt)
    .sort()
    .find((dueAt) => !isBefore(dueAt, now));
  switch (gap) {
    case 'none':
      return now;
    case 'minute':
      return after(now, 60_000);
    case 'hours':
      return after(now, 5 * HOUR);
    case 'days':
      return after(now, 2 * DAY);
    case 'untilDue':
      return due ?? now;
    case 'pastDue':
      return after(due ?? now, 1);
  }
}

function chooseEvent(trace: Trace, at: string, { kind, which, pick }: Stride): Life['events'][number] {
  const previous = trace.played.at(-1)?.event;
  if (kind === 'twice' && previous) return previous;
  const stray = eventOf(choose(eventTypes, which) as CaseEventType, at, pick);
  if (kind === 'tooEarly') return { ...stray, at: after(contextOf(trace.last).at, -HOUR) };
  if (kind === 'stray') return stray;

  const { snapshot } = lapse(trace.last, at);
  const outlook = { context: contextOf(snapshot), asked: askedIn(trace) };
  const likely = (type: CaseEventType) => likelyEvent(type, at, pick, outlook);
  const inTurn = typesInTurn(snapshot, which, pick);
  if (kind === 'accepted') {
    for (const type of inTurn) {
      const event = likely(type);
      if (snapshot.can(event)) return event;
    }
  }
  const [first] = inTurn;
  return first ? likely(first) : stray;
}

/** How often the walker moves on each region of a case. */
const attention: Readonly<Record<string, number>> = {
  exception: 6,
  remedy: 4,
  recovery: 4,
  parcel: 1,
  ticket: 1,
  receipt: 1,
};

/** The types of events the active states wait for: one region first, then the others, each from its own place on. */
function typesInTurn(snapshot: CaseSnapshot, which: number, pick: number): CaseEventType[] {
  const byRegion = new Map<string, CaseEventType[]>();
  for (const { eventType, source } of getNextTransitions(snapshot)) {
    if (!isEventType(eventType) || eventType.endsWith('.lapsed')) continue;
    if (rarely.has(eventType) && pick % 4 !== 0) continue;
    const region = source.path[1] ?? '';
    byRegion.set(region, [...(byRegion.get(region) ?? []), eventType]);
  }
  const lots = [...byRegion.keys()].flatMap(
    (region) => Array(attention[region] ?? 1).fill(region) as string[],
  );
  const first = lots[which % (lots.length || 1)];
  const regions = [...byRegion.keys()].sort((one, other) => Number(other === first) - Number(one === first));
  return regions.flatMap((region) => {
    const types = byRegion.get(region) ?? [];
    const start = Math.floor(which / 20) % types.length;
    return [...types.slice(start), ...types.slice(0, start)];
  });
}

/** The evidence that was asked for last. */
function askedIn({ effects }: Trace): readonly FactName[] {
  return effects.findLast((effect) => effect.type === 'requestEvidence')?.params.facts ?? [];
}

function choose<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length];
}

function weighted<Name extends string>(weights: Readonly<Record<Name, number>>): fc.Arbitrary<Name> {
  return fc.oneof(
    ...(Object.entries(weights) as [Name, number][]).map(([name, weight]) => ({
      arbitrary: fc.constant(name),
      weight,
    })),
  );
}
