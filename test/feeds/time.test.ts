import { describe, expect, it } from 'vitest';
import { reportTime, zonePattern } from '../../feeds/time.ts';

describe('the time of a report', () => {
  it.each([
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z', 'given'],
    ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00Z', 'given'],
    ['2026-03-01T08:00:00.500-0500', '2026-03-01T13:00:00.500Z', 'given'],
    ['2026-03-01 08:00:00', '2026-03-01T00:00:00Z', 'assumed'],
    ['2026-03-01 08:00', '2026-03-01T00:00:00Z', 'assumed'],
    ['2026/3/1 8:05', '2026-03-01T00:05:00Z', 'assumed'],
    ['20260301T080000', '2026-03-01T00:00:00Z', 'assumed'],
    ['1772323200000', '2026-03-01T00:00:00Z', 'given'],
    [1772323200, '2026-03-01T00:00:00Z', 'given'],
    [1772323200000, '2026-03-01T00:00:00Z', 'given'],
  ])('should be read: %s', (value, at, basis) => {
    expect(reportTime(value, '+08:00')).toEqual({ at, basis });
  });

  it.each(['', null, undefined])('should be absent: %s', (value) => {
    expect(reportTime(value, '+08:00')).toEqual({ at: null, basis: 'none' });
  });

  it.each([
    'yesterday',
    '2026-02-30 08:00:00',
    '2026-13-01',
    '08:00',
    Number.NaN,
    -1,
    {},
    '2026-03-01 25:00',
  ])('should not be read: %s', (value) => {
    expect(reportTime(value, 'Z')).toBeNull();
  });

  it('should take offsets as they stand in ISO instants', () => {
    expect(['Z', '+08:00', '-11:30'].every((zone) => zonePattern.test(zone))).toBe(true);
    expect(['', '8', '+8', 'UTC', '+25:00', 'Asia/Shanghai'].some((zone) => zonePattern.test(zone))).toBe(
      false,
    );
  });
});
