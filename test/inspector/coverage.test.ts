import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseEvent, isEventType } from '../../domain/events.ts';
import { explainTransitions } from '../../explain/transitions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { type Chart, chartOf } from '../../inspector/chart/chart.ts';
import { type Coverage, coverageOf, noHits, withRun } from '../../inspector/session/coverage.ts';
import { outOfReach } from '../../inspector/session/out-of-reach.ts';
import { fromScenario } from '../../inspector/session/scenario-in.ts';
import { momentOf, openSession, type Session, send } from '../../inspector/session/session.ts';
import { trackOf } from '../../inspector/session/taken.ts';
import { machineNames, machines } from '../../machines/index.ts';
import { lapse } from '../../replay/step.ts';
import { lives } from '../support/lives.ts';
import { goodScenario } from '../support/scenario-text.ts';

const { session } = fromScenario(goodScenario, 'good.yaml');
const chart = chartOf(machines.parcelCase);

describe('trackOf', () => {
  it('should tell the branches a moment took, those without an event too, and the states it entered', () => {
    const { branches, entered } = trackOf(session, 1);

    expect(branches).toContain('open.exception.none|damage.reported|1');
    expect(branches.some((id) => id.startsWith('open.exception.damaged.assessment.payer.weighing||'))).toBe(
      true,
    );
    expect(entered).toEqual(
      expect.arrayContaining([
        'open.exception.damaged',
        'open.exception.damaged.assessment.payer.weighing',
        'open.exception.damaged.assessment.payer.asking',
      ]),
    );
  });

  it('should tell that a refused event took none, and that opening entered the first states', () => {
    expect(trackOf(session, 2)).toEqual({ branches: [], entered: [], guards: [] });
    expect(trackOf(session, 0).entered).toEqual(expect.arrayContaining(['', 'open', 'open.exception.none']));
  });

  it.each(machineNames)('should say of %s what the explanation says is taken', (machine) => {
    const known = branchIds(chartOf(machines[machine]));
    fc.assert(
      fc.property(lives(machine, 15), ({ input, events }) => {
        const whole = sent(openSession(machine, input), events);
        for (const { id, parent, event, at, result } of whole.moments) {
          const { branches } = trackOf(whole, id);
          expect(branches.filter((branch) => !known.has(branch))).toEqual([]);
          if (result !== 'applied' || !isEventType(event?.type ?? '') || parent === null) continue;
          const before = lapse(momentOf(whole, parent).snapshot, at).snapshot;
          const taken = explainTransitions(before, event as unknown as CaseEvent, false)
            .filter((transition) => transition.taken)
            .map(({ source }) => source.path);
          const own = branches.filter((branch) => branch.split('|')[1] === event?.type);
          expect(own.map((branch) => branch.split('|')[0]).sort()).toEqual(taken.sort());
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('coverageOf', () => {
  it('should count the hits of every run', () => {
    const twice = withRun(withRun(noHits, session), session);

    expect(twice.runs).toBe(2);
    expect(twice.branches.get('open.exception.none|damage.reported|1')).toBe(2);
    expect(twice.states.get('open.exception.damaged')).toBe(2);
  });

  it('should list what was never reached, and share out the rest', () => {
    const coverage = coverageOf(chart, withRun(noHits, session));
    const missed = idsOf(coverage);

    expect(coverage.states.reached + countOf(coverage, 'state')).toBe(coverage.states.all);
    expect(coverage.branches.reached + countOf(coverage, 'branch')).toBe(coverage.branches.all);
    expect(coverage.states.all).toBe(chart.nodes.filter(({ id }) => !outOfReach(chart).has(id)).length);
    expect(coverage.articles.reached + countOf(coverage, 'article')).toBe(coverage.articles.all);
    expect(missed).toContain('open.exception.lost');
    expect(missed).toContain('DMG-3');
    expect(missed).not.toContain('open.exception.damaged');
  });

  it('should count articles that decided', () => {
    const file = 'scenarios/damaged/warned-but-intact.yaml';
    const other = 'scenarios/lost/searched-in-vain-refunded.yaml';
    const hits = [file, other].reduce(
      (before, path) => withRun(before, fromScenario(readFileSync(path, 'utf8'), path).session),
      noHits,
    );

    const decided = (type: 'lost' | 'damaged') =>
      Object.keys(rulebooks[type].articles).filter((id) => hits.articles.has(id));

    expect(decided('lost').length).toBeGreaterThan(1);
    expect(decided('damaged')).toEqual([]);
  });

  it('should tell what cannot be reached from what was not, and leave it out of the share', () => {
    const hits = withRun(noHits, session);
    const before = coverageOf(chart, hits);
    const after = coverageOf(chart, hits, new Set(['open.exception.lost']));

    expect(after.states.all).toBe(before.states.all - 1);
    expect(after.missed.find(({ id }) => id === 'open.exception.lost')).toMatchObject({ unreachable: true });
  });
});

describe('outOfReach', () => {
  it('should prove that the whole case never enters the first state of a type alone', () => {
    const opened = 'open.exception.damaged.opened';

    expect(outOfReach(chart).has(opened)).toBe(true);
    expect(outOfReach(chart).has(`${opened}|damage.reported|1`)).toBe(true);
    expect(outOfReach(chartOf(machines.damaged)).has(opened)).toBe(false);
  });

  it('should prove that nobody is asked where nobody can be asked', () => {
    const weighing = 'open.exception.damaged.assessment.freight.weighing';
    const pending = chart.edges
      .flatMap(({ branches }) => branches)
      .find(({ guard, id }) => guard === 'damaged.freightPending' && id.startsWith(weighing));

    expect(outOfReach(chart).has(pending?.id ?? '')).toBe(true);
    expect(outOfReach(chart).has('open.exception.damaged.assessment.freight.asking')).toBe(true);
    expect(outOfReach(chart).has('open.exception.damaged.assessment.payer.asking')).toBe(false);
  });

  it.each(machineNames)('should never name anything of %s that a case comes by', (machine) => {
    const named = outOfReach(chartOf(machines[machine]));
    fc.assert(
      fc.property(lives(machine, 40), ({ input, events }) => {
        const whole = sent(openSession(machine, input), events);
        for (const { id } of whole.moments) {
          const { branches, entered } = trackOf(whole, id);
          expect([...branches, ...entered].filter((hit) => named.has(hit))).toEqual([]);
        }
      }),
      { numRuns: 6 },
    );
  });
});

// Helpers

function branchIds({ nodes, edges }: Chart): Set<string> {
  return new Set([
    ...edges.flatMap(({ branches }) => branches.map(({ id }) => id)),
    ...nodes.flatMap(({ inside }) => inside.map(({ id }) => id)),
  ]);
}

function idsOf({ missed }: Coverage): string[] {
  return missed.map(({ id }) => id);
}

function countOf({ missed }: Coverage, kind: string): number {
  return missed.filter((each) => each.kind === kind && !('unreachable' in each && each.unreachable)).length;
}

function sent(session: Session, events: readonly unknown[]): Session {
  return events.reduce<Session>((before, event) => {
    try {
      return send(before, event);
    } catch {
      return before;
    }
  }, session);
}
