import { describe, expect, it } from 'vitest';
import { ambiguities, requirements } from '../../policy/requirements.ts';
import { excusedAmbiguities, traces } from '../../policy/traceability.ts';
import { exists, isStrong } from '../support/carriers.ts';
import { ambiguityTraces, ruleTraces } from '../support/traceability.ts';

describe('the traceability of rules', () => {
  it('should know every rule and every open question once, without a gap', () => {
    expect(requirements.map(({ number }) => number)).toEqual(numbered('R', 3, 350));
    expect(Object.keys(ambiguities)).toEqual(numbered('A', 2, 57));
  });

  it('should say of every rule what carries it, or why nothing does', () => {
    const lost = ruleTraces().filter(({ carriedBy, excused }) => carriedBy.length === 0 && excused === null);

    expect(lost.map(({ number }) => number)).toEqual([]);
  });

  it('should never both carry and excuse a rule', () => {
    const twice = ruleTraces().filter(({ carriedBy, excused }) => carriedBy.length > 0 && excused !== null);

    expect(twice.map(({ number }) => number)).toEqual([]);
  });

  it('should name only carriers that exist', () => {
    const named = Object.values(traces).flatMap((trace) =>
      trace && 'carriedBy' in trace ? trace.carriedBy : [],
    );

    expect(named.filter((carrier) => !exists(carrier))).toEqual([]);
    expect(ruleTraces().flatMap(({ carriedBy }) => carriedBy.filter((carrier) => !exists(carrier)))).toEqual(
      [],
    );
  });

  it('should have every rule on liability, outcome, evidence or a deadline decide, move or bar something', () => {
    const weak = ruleTraces().filter(
      ({ number, carriedBy, excused }) => isDecisive(number) && excused === null && !carriedBy.some(isStrong),
    );

    expect(weak.map(({ number }) => number)).toEqual([]);
  });

  it('should excuse only these rules on liability, outcome, evidence or a deadline', () => {
    const excused = ruleTraces().filter(({ number, excused }) => isDecisive(number) && excused !== null);

    expect(excused.map(({ number }) => number)).toEqual([
      'R-033',
      'R-036',
      'R-169',
      'R-224',
      'R-245',
      'R-293',
    ]);
  });
});

describe('the traceability of open questions', () => {
  it('should answer every question by an assumption, or say why not', () => {
    const open = ambiguityTraces().filter(
      ({ carriedBy, excused }) => carriedBy.length === 0 && excused === null,
    );

    expect(open.map(({ number }) => number)).toEqual([]);
  });

  it('should never both answer and excuse a question', () => {
    const twice = ambiguityTraces().filter(
      ({ carriedBy, excused }) => carriedBy.length > 0 && excused !== null,
    );

    expect(twice.map(({ number }) => number)).toEqual([]);
    expect(Object.keys(excusedAmbiguities).filter((number) => !Object.hasOwn(ambiguities, number))).toEqual(
      [],
    );
  });
});

describe('a carrier', () => {
  it.each([
    'article DMG-99',
    'parameter patience',
    'condition alwaysTrue',
    'fact weather',
    'event parcel.exploded',
    'input order.colour',
    'state lost.dancing',
    'transition lost.searching + refund.paid',
    'effect notifyBuyer goodNews',
    'law 7',
  ])('should not exist as %s', (carrier) => {
    expect(exists(carrier)).toBe(false);
  });

  it('should be strong as a required field and weak as an optional one', () => {
    expect(isStrong('input order.waybill')).toBe(true);
    expect(isStrong('input order.dropship')).toBe(false);
    expect(isStrong('effect notifyBuyer')).toBe(false);
  });
});

// Helpers

function numbered(letter: string, digits: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(digits, '0')}`);
}

/** Whether a rule is on liability, outcome, evidence or a deadline. */
function isDecisive(number: string): boolean {
  const type = requirements.find((requirement) => requirement.number === number)?.type;
  return type === 'L' || type === 'X' || type === 'E' || type === 'D';
}
