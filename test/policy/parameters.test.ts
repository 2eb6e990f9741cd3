import { describe, expect, it } from 'vitest';
import { openCase } from '../../actions/opening.ts';
import { deadlineNames } from '../../domain/deadlines.ts';
import { factCatalogue } from '../../domain/facts.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { assumed, type RuleNumber } from '../../policy/citation.ts';
import {
  inForce,
  type Parameter,
  type ParameterName,
  parameters,
  policyOn,
} from '../../policy/parameters.ts';
import { traces } from '../../policy/traceability.ts';

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

describe('the deadlines and numbers that the guides tell', () => {
  it.each<[what: string, name: ParameterName, value: unknown, rule: RuleNumber]>([
    ['hold with wrong recipient data', 'correction', 3 * DAY, 'R-174'],
    ['verification of stale tracking', 'courierVerification', 3 * DAY, 'R-219'],
    ['stale tracking', 'staleTracking', 7 * DAY, 'R-217'],
    ['transit, near', 'normalTransitJzh', 2 * DAY, 'R-214'],
    ['transit, elsewhere', 'normalTransitOther', 4 * DAY, 'R-215'],
    ['transit, remote', 'normalTransitRemote', 7 * DAY, 'R-216'],
    ['remote regions of transit', 'transitRemote', ['新疆', '内蒙古', '甘肃'], 'R-216'],
    ['tracked, not out for delivery', 'stalledTracking', 3 * DAY, 'R-212'],
    ['out for delivery', 'stuckOutForDelivery', 3 * DAY, 'R-213'],
    ['no tracking', 'trackingStart', 2 * DAY, 'R-211'],
    ['loss at pickup, sent again', 'reshipment', DAY, 'R-129'],
    ['urge ticket', 'urgeTicket', 24 * HOUR, 'R-306'],
    ['exception ticket', 'ticketReply', 24 * HOUR, 'R-320'],
    ['attempts without money', 'paymentAttempts', 2, 'R-189'],
    ['attempts, absent', 'deliveryAttempts', 2, 'R-182'],
    ['return without a reason', 'returnWindow', 7 * DAY, 'R-278'],
    ['return countdown', 'refundCountdown', 9 * DAY, 'R-295'],
    ['alert of the countdown', 'countdownAlert', 5 * DAY, 'R-296'],
    ['application without a number', 'returnShipTimer', 7 * DAY, 'R-297'],
    ['other goods', 'alternativeShipment', DAY, 'R-302'],
    ['flaw, near, from', 'flawFloorJzh', 300, 'R-268'],
    ['flaw, near, to', 'flawCapJzh', 500, 'R-268'],
    ['flaw, elsewhere, from', 'flawFloorOther', 500, 'R-270'],
    ['flaw, elsewhere, to', 'flawCapOther', 1000, 'R-270'],
    ['flaw, remote, below', 'flawCapRemote', 1500, 'R-269'],
    ['couriers to try', 'courierFallback', ['yunda', 'sto', 'ems', 'sf'], 'R-163'],
  ])('should be a parameter with its source: %s', (_what, name, value, rule) => {
    const { values } = parameters[name] as Parameter;

    expect(values.at(-1)?.value).toEqual(value);
    expect(values.at(-1)?.cites.flatMap(({ rules = [] }) => rules)).toContain(rule);
  });

  it.each<[what: string, rule: RuleNumber]>([
    ['minutes in which a chat about a signature is answered', 'R-245'],
    ['age at which the board shows an order', 'R-224'],
  ])('should be excused in one line where no case depends on it: %s', (_what, rule) => {
    expect(traces[rule]).toEqual({ excused: expect.any(String) });
  });

  it('should have the weekend end on a date that the courier gives, and free shipping on what the listing says', () => {
    expect(deadlineNames).toContain('nextWorkingDay');
    expect(Object.keys(parameters)).not.toContain('nextWorkingDay');
    expect(Object.keys(factCatalogue.excessStated.values)).toEqual(['yes', 'no']);
  });
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
      reshipment: DAY,
      reportWindow: 0,
      deliveryAttempts: 2,
      courierFallback: ['yunda', 'sto', 'ems', 'sf'],
      groundlessRefusalFreight: 'buyer',
      goodwillAfterComplaint: 'partial',
      bearerAfterInspection: 'buyer',
      trackingStart: 2 * DAY,
      waitReview: 7 * DAY,
      stalledTracking: 3 * DAY,
      stuckOutForDelivery: 3 * DAY,
      normalTransitJzh: 2 * DAY,
      normalTransitOther: 4 * DAY,
      normalTransitRemote: 7 * DAY,
      urgeTicket: 24 * HOUR,
      alternativeShipment: DAY,
      correction: 3 * DAY,
      paymentAttempts: 2,
      merchantReply: 24 * HOUR,
      returnShipTimer: 7 * DAY,
      refundCountdown: 9 * DAY,
      countdownAlert: 5 * DAY,
      exchangeFreight: 'buyerBoth',
      flawFloorJzh: 300,
      flawCapJzh: 500,
      flawFloorOther: 500,
      flawCapOther: 1000,
      flawCapRemote: 1500,
      jzhProvinces: ['江苏', '浙江', '上海'],
      discountRemote: ['新疆', '内蒙古', '青海', '西藏'],
      transitRemote: ['新疆', '内蒙古', '甘肃'],
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
