import { type FactName, valuesOf } from '../../domain/facts.ts';
import { DAY } from '../../domain/time.ts';
import type { Parameter } from '../../policy/parameters.ts';
import { replaced } from './change.ts';
import type { Mutant } from './mutant.ts';
import { anything } from './suite.ts';

/** The mutants of parameters: other numbers, other choices, other lists. They change the parameters in place. */
export function parameterMutants(parameters: Readonly<Record<string, Parameter>>): Mutant[] {
  return Object.entries(parameters).flatMap(([name, parameter]) =>
    others(name, parameter).map(
      ([change, to]): Mutant => ({
        kind: 'parameter',
        change,
        where: name,
        detail: '',
        touches: [anything],
        equivalent: null,
        make: () =>
          replaced([parameter], ({ values }) => ({
            values: values.map((dated) => ({ ...dated, value: to })),
          })),
      }),
    ),
  );
}

// Helpers

function others(name: string, { unit, values }: Parameter): [string, unknown][] {
  const { value } = values.at(-1) ?? values[0];
  switch (unit) {
    case 'ms': {
      const span = value as number;
      if (span === 0) return [['switch on', DAY]];
      return [
        ['double', span * 2],
        ['halve', span / 2],
        ['a second less', span - 1000],
        ['a second more', span + 1000],
      ];
    }
    case 'count':
    case 'fen':
      return [
        ['one more', (value as number) + 1],
        ['one less', (value as number) - 1],
      ];
    case 'choice':
      return valuesOf(name as FactName)
        .filter((other) => other !== value)
        .map((other) => [`choose ${other}`, other]);
    case 'couriers':
    case 'provinces': {
      const list = value as readonly string[];
      return [
        ['drop first', list.slice(1)],
        ['drop last', list.slice(0, -1)],
        ...(unit === 'couriers' ? [['reverse', list.toReversed()] as [string, unknown]] : []),
      ];
    }
  }
}
