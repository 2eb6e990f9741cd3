import { describe, expect, it } from 'vitest';
import { wayTo } from '../../inspector/session/reach.ts';
import { fromScenario } from '../../inspector/session/scenario-in.ts';
import { toScenario } from '../../inspector/session/scenario-out.ts';
import { momentOf } from '../../inspector/session/session.ts';
import { trackOf } from '../../inspector/session/taken.ts';
import { activeStates } from '../../replay/compare.ts';

describe('wayTo', () => {
  it.each([
    ['damaged', 'open.remedy.choosing', 2],
    ['damaged', 'open.exception.damaged.leaking', 1],
    ['parcelCase', 'open.exception.refused.redelivering|parcel.refused|1', 3],
    ['lost', 'open.exception.lost.searching.branch', 2],
  ] as const)('should find the shortest way in %s to %s', (machine, id, length) => {
    const way = wayTo(machine, id);

    if (way.kind !== 'found') throw new Error(`nothing leads to ${id}: ${way.kind}`);
    expect(way.session.moments).toHaveLength(length + 1);
    const { branches, entered } = trackOf(way.session);
    expect([...branches, ...entered]).toContain(id);
  });

  it('should find a way that passes a guard, and one that waits, which replay as scenarios', () => {
    for (const id of [
      'open.exception.damaged.assessment.payer.weighing||1',
      'open.exception.damaged.assessment.payer.asking|evidence.lapsed|1',
    ]) {
      const way = wayTo('damaged', id);

      if (way.kind !== 'found') throw new Error(`nothing leads to ${id}: ${way.kind}`);
      expect(trackOf(way.session).branches).toContain(id);
      const text = toScenario(way.session, { en: 'Found', zh: '查得' });
      expect(fromScenario(text, 'found.yaml').divergence).toBeNull();
    }
  });

  it('should find where a case stands when it is opened', () => {
    const way = wayTo('parcelCase', 'open.receipt');

    expect(way).toMatchObject({ kind: 'found', session: { moments: { length: 1 } } });
    if (way.kind === 'found') expect(activeStates(momentOf(way.session).snapshot)).not.toEqual([]);
  });

  it('should say that it gave up, and stop when it is told to', () => {
    const seen: number[] = [];
    const given = wayTo('damaged', 'open.nowhere', {
      rounds: [50, 60, 70],
      onProgress: (states) => seen.push(states),
    });

    expect(given).toMatchObject({ kind: 'givenUp' });
    expect(seen.length).toBeGreaterThan(0);
    expect(wayTo('damaged', 'open.nowhere', { onProgress: () => false })).toMatchObject({ kind: 'givenUp' });
  });
});
