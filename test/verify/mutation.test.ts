import { beforeAll, describe, expect, it } from 'vitest';
import { type FactName, valuesOf } from '../../domain/facts.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import { decide, type Finding } from '../../policy/decide.ts';
import { layers, type Rulebook } from '../../policy/rulebook.ts';
import { activeStates } from '../../replay/compare.ts';
import { run } from '../../replay/run.ts';
import { bundledScenarios } from '../../replay/scenarios.ts';
import { decidesAlike } from '../../verify/mutation/article-judge.ts';
import { articleMutants } from '../../verify/mutation/article-mutants.ts';
import { type Campaign, prepareCampaign } from '../../verify/mutation/campaign.ts';
import { copiesOf } from '../../verify/mutation/copies.ts';
import { mutantKinds, mutantName, type TriedMutant } from '../../verify/mutation/mutant.ts';
import { scoresOf, survivorsOf } from '../../verify/mutation/score.ts';

/** One mutant in so many is tried here; all of them by `npm run verify`. */
const every = 29;

describe('the mutation test', () => {
  let campaign: Campaign;
  let tried: readonly TriedMutant[];

  beforeAll(() => {
    const scenarios = bundledScenarios().map(({ name, read }) => ({ name, scenario: read() }));
    campaign = prepareCampaign(scenarios);
    tried = [...campaign.run(campaign.mutants.filter((_, place) => place % every === 0))];
  }, 120_000);

  it('should leave out no scenario: each goes as expected on a copy of its machine', () => {
    expect(campaign.leftOut).toEqual([]);
  });

  it('should have mutants of every kind', () => {
    expect(new Set(campaign.mutants.map(({ kind }) => kind))).toEqual(new Set(mutantKinds));
  });

  it('should let no mutant of an article survive', () => {
    const survivors = tried.filter(({ kind, verdict }) => kind === 'article' && verdict === 'survived');

    expect(survivors.map(mutantName)).toEqual([]);
    expect(tried.filter(({ kind }) => kind === 'article').length).toBeGreaterThan(100);
  });

  it('should have every article decide something in a scenario', () => {
    expect(campaign.coverage.articles.missing).toEqual([]);
  });

  it('should put everything back', () => {
    for (const mutant of campaign.mutants.filter((_, place) => place % 7 === 0)) mutant.make()();

    for (const { name, read } of bundledScenarios().slice(0, 40)) {
      expect([name, run(read(), name.slice(-60)).divergence]).toEqual([name, null]);
    }
  });

  it('should change what a case does while a mutant is in force', () => {
    const dropped = campaign.mutants.find(
      ({ change, where }) =>
        change === 'drop transition' && where.startsWith('open.remedy.refunding refund.paid'),
    );

    expect([...campaign.run(dropped ? [dropped] : [])]).toMatchObject([{ verdict: 'scenario' }]);
  });

  it('should count what was noticed of what could be', () => {
    const [all] = scoresOf(tried.filter(({ kind }) => kind === 'transition'));
    const { structure, law, scenario, table, course, equivalent, survived } = all?.by ?? ({} as never);

    expect(structure + law + scenario + table + course + equivalent + survived).toBe(all?.mutants);
    expect(all?.percent).toBeGreaterThan(80);
  });

  it('should name survivors with the reason that a review gives', () => {
    const mutant = {
      kind: 'transition',
      change: 'drop guard',
      where: 'a b 0',
      detail: '',
      by: null,
      runs: 1,
    } as const;
    const survived = [{ ...mutant, verdict: 'survived' as const }];

    expect(survivorsOf(survived, [{ pattern: 'drop guard, a', because: 'made up' }])).toEqual([
      { name: 'transition: drop guard, a b 0', runs: 1, because: 'made up' },
    ]);
    expect(survivorsOf(survived, [])).toMatchObject([{ because: null }]);
  });
});

describe('equivalent mutants of articles', () => {
  it('should decide alike whatever is known so far, not only where everything is', () => {
    const book: Rulebook = rulebooks.lost;
    const equivalents = articleMutants(book, copiesOf({})).filter(({ original, changed }) =>
      decidesAlike(original, changed),
    );
    // the payer is known here without the facts that decide it, as in no case, so what is asked may differ
    const answer = (finding: Finding) => (finding.kind === 'pending' ? finding.kind : finding);
    const known = book.facts.flatMap((first) => book.facts.map((second) => [first, second] as const));

    expect(equivalents.length).toBeGreaterThan(10);
    for (const { changed } of equivalents) {
      for (const [first, second] of known.filter((_, place) => place % 7 === 0)) {
        const facts = {
          [first]: firstValue(first),
          [second]: firstValue(second),
          payer: 'merchant' as const,
        };
        for (const layer of layers) {
          expect(answer(decide(changed, layer, facts))).toEqual(answer(decide(book, layer, facts)));
        }
      }
    }
  });
});

describe('copies of machines', () => {
  it('should be changed without changing the machines', () => {
    const before = run(first(), 'case').trace.map(({ snapshot }) => activeStates(snapshot));
    const copies = copiesOf(machines);
    const copy = copies.parcelCase as (typeof machines)[MachineName];
    for (const list of copy.root.states.open?.states.remedy?.states.waiting?.transitions.values() ?? []) {
      for (const transition of list) Object.assign(transition, { guard: () => false });
    }

    expect(run(first(), 'case').trace.map(({ snapshot }) => activeStates(snapshot))).toEqual(before);
    expect(
      run(first(), 'case', copy as never).trace.map(({ snapshot }) => activeStates(snapshot)),
    ).not.toEqual(before);
  });
});

// Helpers

function first() {
  const bundled = bundledScenarios().find(({ name }) => name.includes('vase-exchanged-by-goodwill'));
  if (!bundled) throw new Error('The scenario of the vase is gone.');
  return bundled.read();
}

/** A value for each fact, such that no two of them contradict each other. */
function firstValue(fact: FactName): string {
  if (fact === 'signedBy') return 'buyer';
  return valuesOf(fact)[0] as string;
}
