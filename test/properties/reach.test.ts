import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../cli/sources.ts';
import { eventTypes } from '../../domain/events.ts';
import { type ExceptionType, exceptionTypes } from '../../guards/rulebooks.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { activeStates } from '../../replay/compare.ts';
import { readScenario } from '../../replay/read.ts';
import { type Run, run } from '../../replay/run.ts';
import { lives } from '../support/lives.ts';
import { appliedTypes, play, snapshotsOf, type Trace } from '../support/play.ts';

const neverPending = 'Whatever decides this layer is known by then, so nobody is asked.';
const neverOpen = 'The articles of this layer leave nothing open, and no two of them collide.';
const neverRefused = 'No article makes the buyer bear the loss.';
const onlyADelay =
  'A delay is compensated, not refunded or made good with goods, and the merchant has nothing to claim.';
const freightAtOnce = 'Who bears the freight follows at once from what decided the payer.';
const enteredDirectly = 'The case enters an exception by the event that reports it.';
const requestedAlready = 'What the buyer gets was asked for with the request, after the goods had come.';
const neverRecourse = 'Nobody else is held to account.';
const discountOnly = 'A minor flaw is made good with a discount, which the merchant bears.';
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
  afterSale: [
    [/afterSale\.assessment\.freight\.asking/, neverPending],
    [/remedy\.(stoppingRefund|recallingReplacement|surplus)/, requestedAlready],
    [/remedy\.awaitingFreight/, freightAtOnce],
    [/recovery\.forgone/, requestedAlready],
  ],
  minorFlaw: [
    [/minorFlaw\.assessment\.(payer|freight|recourse\.layer)\.asking/, neverPending],
    [/minorFlaw\.assessment\.arbitrating/, neverOpen],
    [/remedy\.(?!waiting|conceding|notifying|settled|sharingFreight)/, discountOnly],
    [/recovery\.(?!idle)/, discountOnly],
  ],
  recipient: [
    [/recipient\.assessment\.(payer|recourse\.layer)\.asking/, neverPending],
    [/recipient\.assessment\.arbitrating/, neverOpen],
    [/remedy\.declined/, neverRefused],
  ],
  papers: [
    [/papers\.assessment\.(freight|recourse\.layer)\.asking/, neverPending],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
  standstill: [
    [/standstill\.assessment\.(freight|recourse\.layer)\.asking/, neverPending],
    [/standstill\.assessment\.arbitrating/, neverOpen],
    [/remedy\.declined/, neverRefused],
    [/remedy\.awaitingFreight/, freightAtOnce],
    [
      /recovery\.(due|awaiting|overdue|contested|recovered|repaying|writtenOff|withdrawn|nothingLost)/,
      neverRecourse,
    ],
  ],
  shippingDuty: [
    [/shippingDuty\.assessment\.(payer|freight|recourse\.layer)\.asking/, neverPending],
    [/shippingDuty\.assessment\.arbitrating/, neverOpen],
    [/remedy\.declined/, neverRefused],
    [/remedy\.awaitingFreight/, freightAtOnce],
    [
      /recovery\.(due|awaiting|overdue|contested|recovered|repaying|writtenOff|withdrawn|nothingLost)/,
      neverRecourse,
    ],
  ],
  namedOnly: [
    [/namedOnly\.assessment\.(payer|freight|recourse\.layer)\.asking/, neverPending],
    [/remedy\.awaitingFreight/, freightAtOnce],
  ],
};

/** Only damage has a part to buy; evidence of damage that somebody adds to another exception may lead there all the same. */
const incidental = (machine: MachineName, path: string) =>
  machine !== 'damaged' && machine !== 'parcelCase' && path.startsWith('open.remedy.buyingPart');

const batches = 25;
const walks = new Map<MachineName, readonly Trace[]>();
const visits = new Map<MachineName, ReadonlySet<string>>();
const scenarios = sourcesOf([]).sources.map(({ file, read }) => ({
  type: camel(file.split('/').at(-2) ?? ''),
  scenario: readScenario(read(), file),
}));

describe.each(machineNames)('the scenarios and walks through %s', (machine) => {
  it('should visit every state in which a case can rest, except those that cannot be reached', () => {
    const visited = new Set([
      ...visitedByScenarios(machine),
      ...walksOf(machine).flatMap((trace) => snapshotsOf(trace).flatMap(activeStates)),
    ]);
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

describe('all scenarios and walks together', () => {
  it('should apply every type of event', () => {
    const applied = new Set([
      ...machineNames.flatMap((machine) => walksOf(machine).flatMap(appliedTypes)),
      ...scenarios.flatMap(({ scenario }) => happenedIn(run(scenario))),
    ]);

    expect(eventTypes.filter((type) => !applied.has(type))).toEqual([]);
  });

  it('should contain long lives', () => {
    const [life] = fc.sample(lives('parcelCase', 200, 200), { seed: 2, numRuns: 1 });
    expect(life && play(life).played.length).toBeGreaterThan(20);
  });
});

// Helpers

/** The states that the bundled scenarios visit, when they are played on this machine. */
function visitedByScenarios(machine: MachineName): ReadonlySet<string> {
  let visited = visits.get(machine);
  if (!visited) {
    visited = new Set(
      scenarios
        .filter(({ type }) => machine === 'parcelCase' || machine === type)
        .map(({ scenario }) => run({ ...scenario, machine }))
        .flatMap(({ opened, trace }) => [opened.snapshot, ...trace.map(({ snapshot }) => snapshot)])
        .flatMap(activeStates),
    );
    visits.set(machine, visited);
  }
  return visited;
}

/** Walks until every state that must be visited and that no scenario visits has been, at most `batches` times. */
function walksOf(machine: MachineName): readonly Trace[] {
  const known = walks.get(machine);
  if (known) return known;
  const traces: Trace[] = [];
  const byScenarios = visitedByScenarios(machine);
  const missing = new Set(
    restingStates(machine).filter((path) => mustVisit(machine, path) && !byScenarios.has(path)),
  );
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
    for (const life of fc.sample(lives(machine, 90, 30), { seed, numRuns: 40 })) {
      take(play(life));
    }
  }
  if (machine === 'parcelCase' && missing.size > 0) {
    // What can happen to one exception alone can happen to it inside the case.
    for (const trace of exceptionTypes.flatMap((type) => walksOf(type))) {
      if (snapshotsOf(trace).some((snapshot) => activeStates(snapshot).some((path) => missing.has(path))))
        take(play({ ...trace.life, machine }));
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

/** The types of the events a run applied, and of the deadlines that lapsed in it. */
function happenedIn({ trace }: Run): string[] {
  return trace.flatMap(({ event, result, lapses }) => [
    ...lapses.map((lapsed) => lapsed.event.type),
    ...(event && result === 'applied' ? [event.type as string] : []),
  ]);
}

function camel(folder: string): string {
  return folder.replace(/-./g, (dash) => dash.charAt(1).toUpperCase());
}
