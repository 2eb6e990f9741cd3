import { ParcelError } from '../domain/errors.ts';
import { eventSchema, eventTypes, isEventType } from '../domain/events.ts';
import { type FactName, factNames, valuesOf } from '../domain/facts.ts';
import { isBefore } from '../domain/time.ts';
import { rulebooks } from '../guards/rulebooks.ts';
import { type MachineName, machines } from '../machines/index.ts';
import { policyOn } from '../policy/parameters.ts';
import { resolveFields, resolveTime } from './clock.ts';
import { didYouMean, type Issue, issuesOf } from './issues.ts';
import { nearest } from './nearest.ts';
import { type Expectation, relativeTime, type Scenario, type ScenarioStep } from './scenario.ts';

/** What a scenario of the right form says that cannot be meant: unknown events, states, facts and articles, wrong times. */
export function checkScenario(scenario: Scenario): Issue[] {
  return [
    ...checkOpening(scenario),
    ...checkSteps(scenario),
    ...scenario.events.flatMap(({ expect }, index) =>
      expect ? checkExpectation(expect, ['events', index, 'expect'], scenario.machine) : [],
    ),
    ...checkExpectation(scenario.expect, ['expect'], scenario.machine),
  ];
}

// Helpers

const articles = [
  ...Object.values(rulebooks).flatMap((book) => Object.keys(book.articles)),
  'award',
  'order',
];

function checkOpening({ input }: Scenario): Issue[] {
  try {
    policyOn(input.openedAt);
    return [];
  } catch (error) {
    if (error instanceof ParcelError) return [{ path: ['input', 'openedAt'], message: error.message }];
    throw error;
  }
}

function checkSteps({ input, events }: Scenario): Issue[] {
  let latest = input.openedAt;
  let previous = input.openedAt;
  return events.flatMap((step, index) => {
    const at = resolveTime(step.at, previous);
    if (relativeTime.test(at))
      return [{ path: ['events', index, 'at'], message: `${step.at} lies too far ahead` }];
    const goesBackwards = isBefore(at, latest);
    const earlier = latest;
    previous = at;
    if (!goesBackwards) latest = at;
    return [
      ...(goesBackwards && step.expect?.reason !== 'timeGoesBackwards'
        ? [
            {
              path: ['events', index, 'at'],
              message:
                `time goes backwards: ${step.at} lies before ${earlier}. ` +
                'Put the steps in order of time, or expect { result: rejected, reason: timeGoesBackwards }',
            },
          ]
        : []),
      ...checkEvent(step, index, at),
    ];
  });
}

function checkEvent(step: ScenarioStep, index: number, at: string): Issue[] {
  const { at: _at, expect, type, ...fields } = step;
  const path = ['events', index];
  if (type === undefined) {
    const names = Object.keys(fields);
    const misspelt = names.find((name) => nearest(name, ['type']) !== null);
    return (misspelt ? [misspelt] : names).map((name) => ({
      path: [...path, name],
      atKey: true,
      message: `a step without a type only lets time pass and has no other field${didYouMean(name, ['type'])}`,
    }));
  }
  if (!isEventType(type)) {
    if (expect?.reason === 'unknown') return [];
    return [{ path: [...path, 'type'], message: unknownEvent(type) }];
  }
  if (expect?.reason === 'invalid') return [];
  const event = resolveFields({ type, at, ...fields }, at);
  const schema = eventSchema(type);
  const parsed = schema.safeParse(event);
  if (parsed.success) return [];
  return issuesOf(parsed.error, schema, event).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function unknownEvent(type: string): string {
  return (
    `there is no event "${type}"${didYouMean(type, eventTypes) || '.'} ` +
    'A scenario that plays an unknown event on purpose expects { result: rejected, reason: unknown }'
  );
}

function checkExpectation(expect: Expectation, path: PropertyKey[], machine: MachineName): Issue[] {
  const { states = [], facts = {}, postings = [] } = expect;
  const known = statesOf(machine);
  const named = (['payer', 'freight', 'recourse', 'surcharge'] as const).map(
    (layer) => [[layer, 'article'], expect[layer]?.article] as const,
  );
  const posted = postings.map(({ article }, index) => [['postings', index, 'article'], article] as const);
  return [
    ...states.flatMap((state, index) =>
      known.includes(state)
        ? []
        : [
            {
              path: [...path, 'states', index],
              message: `${machine} has no state ${state}${didYouMean(state, known)}`,
            },
          ],
    ),
    ...Object.entries(facts).flatMap(([name, value]) => checkFact([...path, 'facts', name], name, value)),
    ...[...named, ...posted].flatMap(([inside, article]) =>
      article === undefined || articles.includes(article)
        ? []
        : [
            {
              path: [...path, ...inside],
              message: `there is no article ${article}${didYouMean(article, articles)}`,
            },
          ],
    ),
  ];
}

function checkFact(path: PropertyKey[], name: string, value: string | null): Issue[] {
  if (!(factNames as string[]).includes(name)) {
    return [{ path, atKey: true, message: `there is no fact "${name}"${didYouMean(name, factNames)}` }];
  }
  const values: readonly string[] = valuesOf(name as FactName);
  if (value === null || values.includes(value)) return [];
  return [
    { path, message: `"${value}" is not one of ${values.join(', ')}, null${didYouMean(value, values)}` },
  ];
}

interface Node {
  readonly path: readonly string[];
  readonly states: Readonly<Record<string, Node>>;
}

const paths = new Map<MachineName, string[]>();

function statesOf(machine: MachineName): string[] {
  const remembered = paths.get(machine);
  if (remembered) return remembered;
  const below = (node: Node): string[] =>
    Object.values(node.states).flatMap((inner) => [inner.path.join('.'), ...below(inner)]);
  const found = below(machines[machine].root as unknown as Node);
  paths.set(machine, found);
  return found;
}
