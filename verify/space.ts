import { type FactName, valuesOf } from '../domain/facts.ts';
import { payers } from '../domain/parties.ts';
import { isPossible, readBy } from '../policy/decide.ts';
import type { Known, Layer, Readable, Rulebook, RuleSet } from '../policy/rulebook.ts';

/** Every possible combination of the facts that a layer of a rulebook reads. Finite, in the order of the catalogue. */
export function spaceOf(book: Rulebook, layer: Layer, ruleSet: RuleSet = 'guides'): Generator<Known> {
  return combinationsOf(book, readBy(book, layer, ruleSet));
}

/** Every combination of the named facts that no impossibility of a rulebook rules out. */
export function* combinationsOf(book: Rulebook, names: readonly Readable[]): Generator<Known> {
  const settled = payers.filter((payer) => payer !== 'arbitration');
  function* from(index: number, known: Known): Generator<Known> {
    const name = names[index];
    if (name === undefined) {
      yield known;
      return;
    }
    for (const value of name === 'payer' ? settled : valuesOf(name as FactName)) {
      const next = { ...known, [name]: value } as Known;
      if (isPossible(book, next)) yield* from(index + 1, next);
    }
  }
  yield* from(0, {});
}
