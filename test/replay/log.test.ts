import { describe, expect, it } from 'vitest';
import { type CaseResult, type LogLimits, playLog } from '../../replay/log.ts';
import { type LogLine, lifeOf, openLine } from '../support/log.ts';

const late = (id: string): LogLine => ({
  case: id,
  event: { type: 'claim.writtenOff', at: '2026-03-09T00:00:00Z' },
});

describe('playLog', () => {
  it('should report a case as soon as it closes, and forget it', () => {
    const { results, totals } = played([...lifeOf('c1'), ...lifeOf('c2')]);

    expect(results.map(({ case: id, status, outcome }) => [id, status, outcome])).toEqual([
      ['c1', 'closed', 'refunded'],
      ['c2', 'closed', 'refunded'],
    ]);
    expect(totals).toMatchObject({
      lines: 24,
      cases: 2,
      open: 0,
      applied: 20,
      ignored: 2,
      rejected: 0,
      outcomes: { refunded: 2 },
      refused: { notExpected: 2 },
    });
  });

  it('should give a case the same result alone and among others', () => {
    const alone = played(lifeOf('c1')).results;
    const among = played(
      lifeOf('c1').flatMap((line, index) => [...lifeOf('c0').slice(index, index + 1), line]),
    ).results;

    expect(among.filter(({ case: id }) => id === 'c1')).toEqual(alone);
  });

  it('should count deadlines that lapse between events', () => {
    const { totals } = played([
      openLine('c1'),
      { case: 'c1', event: { type: 'damage.reported', at: '2026-03-02T10:00:00Z' } },
      { case: 'c1', event: { type: 'case.withdrawn', at: '2026-03-20T10:00:00Z' } },
    ]);

    expect(totals.lapsed).toBeGreaterThan(0);
    expect(totals.applied + totals.ignored + totals.rejected).toBe(2);
  });

  it('should tell an event for a closed case from one for a case that never was', () => {
    const { problems, totals } = played([...lifeOf('c1'), late('c1'), late('c2')]);

    expect(totals.refused).toEqual({ notExpected: 1, closed: 1 });
    expect(problems).toEqual(['14: the case "c2" is not open; a line with "open" must come first']);
  });

  it('should remember a bounded number of closed cases only', () => {
    const { problems, totals } = played([...lifeOf('c1'), ...lifeOf('c2'), late('c1'), late('c2')], {
      open: 10,
      remembered: 1,
    });

    expect(totals.refused.closed).toBe(1);
    expect(problems).toEqual(['25: the case "c1" is not open; a line with "open" must come first']);
  });

  it('should refuse to open more cases than it has room for', () => {
    const { problems, totals } = played([openLine('c1'), openLine('c2'), openLine('c3')], {
      open: 2,
      remembered: 10,
    });

    expect(totals.cases).toBe(2);
    expect(problems).toEqual(['3: 2 cases are open at once, which is the limit; split the log by case']);
  });

  it('should refuse to open a case again', () => {
    const { problems } = played([...lifeOf('c1'), openLine('c1'), openLine('c2'), openLine('c2')]);

    expect(problems).toEqual([
      '13: the case "c1" has been closed; a new case needs another id',
      '15: the case "c2" is already open',
    ]);
  });
});

// Helpers

function played(lines: readonly LogLine[], limits?: LogLimits) {
  const results: CaseResult[] = [];
  const problems: string[] = [];
  const player = playLog(
    {
      result: (result) => results.push(result),
      badLine: (line, message) => problems.push(`${line}: ${message}`),
    },
    limits,
  );
  for (const line of lines) player.feed(JSON.stringify(line));
  return { totals: player.end(), results, problems };
}
