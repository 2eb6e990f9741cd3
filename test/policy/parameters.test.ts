import { describe, expect, it } from 'vitest';
import { openCase } from '../../actions/opening.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { assumed } from '../../policy/citation.ts';
import { inForce, type Parameter, parameters, policyOn } from '../../policy/parameters.ts';

const cites = [assumed('Made up for this test.')] as const;
const patience: Parameter<number> = {
  title: { en: 'Patience', zh: '耐心' },
  unit: 'ms',
  values: [
    { from: '2025-06-25', value: 3 * DAY, cites },
    { from: '2026-01-01', value: 2 * DAY, cites },
  ],
};

describe('a parameter', () => {
  it('should have the value that started last before the case was opened', () => {
    expect(inForce('patience', patience, '2025-06-25T00:00:00Z').value).toBe(3 * DAY);
    expect(inForce('patience', patience, '2025-12-31T23:59:59Z').value).toBe(3 * DAY);
    expect(inForce('patience', patience, '2026-01-01T00:00:00Z')).toEqual({
      from: '2026-01-01',
      value: 2 * DAY,
      cites,
    });
  });

  it('should say which value is missing, from when there is one, and what to do', () => {
    expect(() => inForce('patience', patience, '2025-06-24T23:59:59Z')).toThrowError(
      expect.objectContaining({
        code: 'PARAMETER_NOT_IN_FORCE',
        message:
          'No value of "patience" is in force on 2025-06-24T23:59:59Z; the first starts on 2025-06-25. ' +
          'Check the date on which the case was opened, or add an earlier value in policy/parameters.ts.',
      }),
    );
  });

  it.each(Object.entries<Parameter>(parameters))(
    'should list the values of %s by date',
    (_name, { values }) => {
      const dates = values.map(({ from }) => from);

      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    },
  );
});

describe('the policy of a case', () => {
  it('should be what the guides say, with the choices of the product', () => {
    expect(policyOn('2026-03-01T08:00:00Z')).toEqual({
      evidence: 3 * DAY,
      retention: 3 * DAY,
      search: 3 * DAY,
      staleTracking: 7 * DAY,
      courierVerification: 3 * DAY,
      buyerChoice: 3 * DAY,
      courierReply: 3 * DAY,
      supplierReply: 3 * DAY,
      ticketReply: 24 * HOUR,
      returnWindow: 7 * DAY,
      deliveryAttempts: 2,
      courierFallback: ['yunda', 'shentong', 'ems', 'sf'],
      groundlessRefusalFreight: 'buyer',
      goodwillAfterComplaint: 'partial',
      bearerAfterInspection: 'buyer',
    });
  });

  it('should put the choices of the merchant on top and pin them', () => {
    const { policy, facts } = openCase({
      caseId: 'case-1',
      openedAt: '2026-03-01T08:00:00Z',
      order: { waybill: 'YT1', courier: 'yto', paid: 9900 },
      policy: { retention: 5 * DAY, bearerAfterInspection: 'merchant' },
    });

    expect(policy).toEqual({
      ...policyOn('2026-03-01T08:00:00Z'),
      retention: 5 * DAY,
      bearerAfterInspection: 'merchant',
    });
    expect(facts.bearerAfterInspection).toBe('merchant');
  });

  it('should not open a case on a date before any value', () => {
    expect(() =>
      openCase({
        caseId: 'case-1',
        openedAt: '1999-12-31T00:00:00Z',
        order: { waybill: 'YT1', courier: 'yto', paid: 9900 },
      }),
    ).toThrowError(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
  });
});
