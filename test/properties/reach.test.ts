import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../domain/events.ts';
import { type ExceptionType, exceptionTypes } from '../../guards/rulebooks.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { activeStates } from '../../replay/compare.ts';
import { lives } from '../support/lives.ts';
import { appliedTypes, play, snapshotsOf, type Trace } from '../support/play.ts';

const neverPending = 'Whatever decides this layer is known by then, so nobody is asked.';
const neverOpen = 'The articles of this layer leave nothing open, and no two of them collide.';
const neverRefused = 'No article makes the buyer bear the loss.';
const onlyADelay =
  'A delay is compensated, not refunded or made good with goods, and the merchant has nothing to claim.';
const freightAtOnce = 'Who bears the freight follows at once from what decided the payer.';
const enteredDirectly = 'The case enters an exception by the event that reports it.';
const remediesOfALoss = [
  'refunding',
  'stoppingRefund',
  'checkingStock',
  'checkingStockToExchange',
  'reshipping',
  'exchanging',
  'exchangeShipment',
  'recallingReplacement',
  'surplus',
];

/**
 * The states in which a case can rest but never does, and why. A pattern stands for all states it matches. Everything
 * else must be visited.
 */
const unreachable: Readonly<Record<ExceptionType, readonly (readonly [RegExp, string])[]>> = {
  refused: [
    [/refused\.assessment\.freight\.asking/, neverPending],
    [/refused\.assessment\.arbitrating/, neverOpen],
    [/remedy\.declined/, neverRefused],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  damaged: [
    [/damaged\.assessment\.freight\.asking/, neverPending],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  lost: [
    [/lost\.assessment\.freight\.asking/, neverPending],
    [/lost\.negotiatingCost/, neverOpen],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  misrouted: [
    [/misrouted\.assessment\.(payer|freight|recourse\.layer)\.asking/, neverPending],
    [/misrouted\.assessment\.arbitrating/, neverOpen],
    [/remedy\.declined/, neverRefused],
    [new RegExp(`remedy\\.(${remediesOfALoss.join('|')})`), onlyADelay],
    [/recovery\.(?!idle)/, onlyADelay],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  overArea: [
    [/overArea\.assessment\.(payer|recourse\.layer)\.asking/, neverPending],
    [/overArea\.(assessment\.arbitrating|\w+\.negotiating)/, neverOpen],
    [/remedy\.declined/, neverRefused],
  ],
  dropshipReturn: [
    [/dropshipReturn\.assessment\.freight\.asking/, neverPending],
    [/dropshipReturn\.assessment\.arbitrating/, neverOpen],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  afterSale: [],
  minorFlaw: [],
  recipient: [],
  papers: [],
  standstill: [],
  shippingDuty: [],
  namedOnly: [],
};

/** Only damage has a part to buy; evidence of damage that somebody adds to another exception may lead there all the same. */
const incidental = (machine: MachineName, path: string) =>
  machine !== 'damaged' && machine !== 'parcelCase' && path.startsWith('open.remedy.buyingPart');

const batches = 25;
const walks = new Map<MachineName, readonly Trace[]>();

describe.each(machineNames)('the walks through %s', (machine) => {
  it('should visit every state in which a case can rest, except those that cannot be reached', () => {
    const visited = new Set(walksOf(machine).flatMap((trace) => snapshotsOf(trace).flatMap(activeStates)));
    const missing = restingStates(machine).filter((path) => !visited.has(path));

    expect(missing.filter((path) => mustVisit(machine, path))).toEqual([]);
    for (const path of visited) expect([path, reasonFor(machine, path)]).toEqual([path, null]);
  });

  it('should get somewhere: most events are applied and many cases are closed', () => {
    const traces = walksOf(machine);
    const results = traces.flatMap(({ played }) => played.map(({ result }) => result.outcome));
    const applied = results.filter((outcome) => outcome === 'applied').length;

    expect(applied / results.length).toBeGreaterThan(0.4);
    expect(results).toEqual(expect.arrayContaining(['applied', 'ignored', 'rejected']));
    expect(traces.filter(({ last }) => last.status === 'done').length).toBeGreaterThan(traces.length / 4);
  });
});

describe('all walks together', () => {
  it('should apply every type of event', () => {
    const applied = new Set(machineNames.flatMap((machine) => walksOf(machine).flatMap(appliedTypes)));

    expect(eventTypes.filter((type) => !applied.has(type))).toEqual([]);
  });

  it('should contain long lives', () => {
    const [life] = fc.sample(lives('parcelCase', 200, 200), { seed: 2, numRuns: 1 });
    expect(life && play(life).played.length).toBeGreaterThan(20);
  });
});

// Helpers

/** Walks until every state that must be visited has been, at most `batches` times a hundred lives. */
function walksOf(machine: MachineName): readonly Trace[] {
  const known = walks.get(machine);
  if (known) return known;
  const traces: Trace[] = [];
  const missing = new Set(restingStates(machine).filter((path) => mustVisit(machine, path)));
  const take = (trace: Trace) => {
    traces.push(trace);
    for (const snapshot of snapshotsOf(trace))
      for (const path of activeStates(snapshot)) missing.delete(path);
  };
  for (
    let seed = 1;
    seed <= batches && (seed === 1 || (missing.size > 0 && machine !== 'parcelCase'));
    seed++
  ) {
    fc.sample(lives(machine, 90, 30), { seed, numRuns: 100 })
      .map(play)
      .forEach(take);
  }
  if (machine === 'parcelCase') {
    // What can happen to one exception alone can happen to it inside the case: the same events visit its states there.
    for (const trace of exceptionTypes.flatMap((type) => walksOf(type))) {
      const visits = snapshotsOf(trace).some((snapshot) =>
        activeStates(snapshot).some((path) => missing.has(path)),
      );
      if (visits) take(play({ ...trace.life, machine }));
    }
  }
  walks.set(machine, traces);
  return traces;
}

function mustVisit(machine: MachineName, path: string): boolean {
  return reasonFor(machine, path) === null && !incidental(machine, path);
}

/** Why a state cannot be reached; `null` if it can. */
function reasonFor(machine: MachineName, path: string): string | null {
  if (machine === 'parcelCase') {
    if (/exception\.\w+\.opened$/.test(path)) return enteredDirectly;
    if (!path.startsWith('open.exception')) return null;
  }
  const type = machine === 'parcelCase' ? (path.split('.')[2] as ExceptionType) : machine;
  return unreachable[type]?.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

interface Node {
  readonly path: readonly string[];
  readonly always?: readonly unknown[];
  readonly states: Readonly<Record<string, Node>>;
}

/** The paths of the states without sub-states that have no way out that is taken at once. */
function restingStates(machine: MachineName): string[] {
  const paths: string[] = [];
  const visit = (node: Node) => {
    const inner = Object.values(node.states);
    const passing = (node.always ?? []).length > 0 || node.path.at(-1)?.startsWith('becoming');
    if (inner.length === 0 && !passing) paths.push(node.path.join('.'));
    for (const state of inner) visit(state);
  };
  visit(machines[machine].root as unknown as Node);
  return paths;
}
