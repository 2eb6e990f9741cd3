import type { Copies } from './copies.ts';
import type { Mutant } from './mutant.ts';
import { guardMark } from './suite.ts';

type Guard = (args: never, params: never) => boolean;

const changes: readonly { change: string; answer: (guard: Guard) => Guard; matters: readonly boolean[] }[] = [
  { change: 'always true', answer: () => () => true, matters: [false] },
  { change: 'always false', answer: () => () => false, matters: [true] },
  { change: 'negate', answer: (guard) => (args, params) => !guard(args, params), matters: [true, false] },
];

/** The mutants of the conditions of machines, wherever they are asked. They change the copies in place. */
export function conditionMutants(conditions: readonly string[], copies: Copies): Mutant[] {
  return conditions.flatMap((name) =>
    changes.map(({ change, answer, matters }): Mutant => {
      const touches = matters.map((held) => guardMark(name, held));
      return { kind: 'condition', change, where: name, detail: '', touches, equivalent: null, make };

      function make() {
        const undo = Object.values(copies).flatMap(({ implementations: { guards } }) => {
          const guard = guards[name];
          if (guard === undefined) return [];
          guards[name] = answer(guard as unknown as Guard) as never;
          return [
            () => {
              guards[name] = guard;
            },
          ];
        });
        return () => {
          for (const takeBack of undo) takeBack();
        };
      }
    }),
  );
}
