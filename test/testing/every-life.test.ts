import { describe, expect, it } from 'vitest';
import { machineNames, machines } from '../../machines/index.ts';
import { everyLife, invariants, keepsInvariants, type Trace } from '../../testing/index.ts';

describe.each(machineNames)('generated lives of %s', (machine) => {
  it('should keep every invariant', () => {
    let steps = 0;
    everyLife(
      machine,
      (trace) => {
        keepsInvariants(trace);
        steps += trace.played.length;
      },
      { runs: 25, seed: 7 },
    );
    expect(steps).toBeGreaterThan(60);
  });
});

describe('long lives of the whole case', () => {
  it('should keep every invariant over up to 200 events', () => {
    let longest = 0;
    everyLife(
      'parcelCase',
      (trace) => {
        keepsInvariants(trace);
        longest = Math.max(longest, trace.played.length);
      },
      { runs: 12, seed: 3, minEvents: 200, maxEvents: 200 },
    );
    expect(longest).toBeGreaterThan(60);
  });
});

describe('a life that breaks a property', () => {
  const wrong = {
    id: 'own.neverRefunded',
    title: { en: 'Nothing is ever refunded.', zh: '从不退款。' },
    broken: ({ after }: { after: { outcome: string | null } }) =>
      after.outcome === 'refunded' ? 'It was refunded.' : null,
  };

  it('should be told by the invariant, and printed as a scenario with the seed', () => {
    let message = '';
    try {
      everyLife('lost', (trace) => keepsInvariants(trace, [...invariants, wrong]), { runs: 60, seed: 1 });
    } catch (error) {
      message = (error as Error).message;
    }

    expect(message).toContain('It was refunded. (own.neverRefunded: Nothing is ever refunded.)');
    expect(message).toContain('seed: 1');
    expect(message).toContain('machine: lost\ninput:\n  openedAt:');
  });
});

describe('a machine of an application', () => {
  it('should be walked instead of the one of the package', () => {
    const variant = machines.damaged.provide({ guards: { refundable: () => false } } as never);
    const refunds = (trace: Trace) => trace.effects.filter(({ type }) => type === 'refundBuyer').length;
    const count = (options: object) => {
      let sum = 0;
      const check = (trace: Trace) => {
        sum += refunds(trace);
      };
      everyLife('damaged', check, { runs: 40, seed: 5, ...options });
      return sum;
    };

    expect(count({})).toBeGreaterThan(0);
    expect(count({ variant })).toBe(0);
  });

  it('should be opened with the policy of the application', () => {
    everyLife(
      'damaged',
      ({ life }) => expect(life.input.policy).toEqual({ goodwillAfterComplaint: 'full' }),
      { runs: 10, seed: 1, policy: { goodwillAfterComplaint: 'full' } },
    );
  });
});
