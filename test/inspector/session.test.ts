import { describe, expect, it } from 'vitest';
import { DAY, HOUR, after as instantAfter } from '../../domain/time.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';
import { back, branchesOf, forward, goTo, lineOf } from '../../inspector/session/line.ts';
import {
  advance,
  momentOf,
  nextDue,
  note,
  openSession,
  type Session,
  send,
  wait,
} from '../../inspector/session/session.ts';
import { activeStates } from '../../replay/compare.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const at = (hours: number) => instantAfter(openedAt, hours * HOUR);
const opened = openSession('parcelCase', inventedInput(openedAt));
const reported = send(opened, { type: 'damage.reported', at: at(1) });

describe('a session', () => {
  it('should begin with the opening', () => {
    expect(momentOf(opened)).toMatchObject({
      id: 0,
      parent: null,
      result: 'opened',
      at: openedAt,
      event: null,
    });
    expect(lineOf(opened)).toHaveLength(1);
  });

  it('should say which field of the input is wrong', () => {
    const input = { ...inventedInput(openedAt), order: { waybill: 'YT1', courier: 'yto', paid: 0 } };

    expect(() => openSession('damaged', input)).toThrow(/order\.paid: must be more than 0/);
  });

  it('should keep what was sent, what it did and where the case stands', () => {
    expect(momentOf(reported)).toMatchObject({
      id: 1,
      parent: 0,
      result: 'applied',
      at: at(1),
      clock: at(1),
    });
    expect(momentOf(reported).effects.map(({ type }) => type)).toContain('requestEvidence');
    expect(activeStates(momentOf(reported).snapshot)).toContain(
      'open.exception.damaged.assessment.payer.asking',
    );
    expect(opened.moments).toHaveLength(1);
  });

  it('should keep a refused event with its reason and leave the case as it was', () => {
    const refused = send(reported, { type: 'claim.filed', at: at(2), amount: 100 });

    expect(momentOf(refused)).toMatchObject({
      result: 'ignored',
      reason: { code: 'notExpected' },
      clock: at(2),
    });
    expect(momentOf(refused).snapshot).toBe(momentOf(reported).snapshot);
  });

  it('should keep an event that is unknown, invalid or too early, and not turn the clock back', () => {
    const unknown = send(reported, { type: 'parcel.lost', at: at(2) });
    const invalid = send(unknown, { type: 'damage.reported', at: at(3), colour: 'red' });
    const early = send(invalid, { type: 'complaint.filed', at: openedAt });

    expect(early.moments.slice(2).map(({ reason }) => reason?.code)).toEqual([
      'unknown',
      'invalid',
      'timeGoesBackwards',
    ]);
    expect(momentOf(early).clock).toBe(at(3));
  });

  it('should not date an event before the clock where the case itself would take it', () => {
    const later = wait(reported, at(5));

    expect(() => send(later, { type: 'goodwill.granted', at: at(4) })).toThrow(/lies before/);
    expect(() => wait(later, at(4))).toThrow(/lies before/);
    expect(() => send(later, { type: 'goodwill.granted', at: 'soon' })).toThrow(/needs an instant/);
    expect(() => send(later, { at: at(6) })).toThrow(/needs a "type"/);
  });

  it('should let the next deadline lapse, and then the one after it', () => {
    const due = nextDue(reported);
    const lapsed = advance(reported);

    expect(due).toBe(instantAfter(at(1), 3 * DAY));
    expect(momentOf(lapsed)).toMatchObject({ result: 'waited', at: instantAfter(at(1), 3 * DAY + 1000) });
    expect(momentOf(lapsed).lapses.map(({ event }) => event.type)).toEqual(['evidence.lapsed']);
    expect(nextDue(lapsed)).not.toBe(due);
  });

  it('should not wait for a deadline where none runs', () => {
    const { receiptDueAt: _none, ...order } = inventedInput(openedAt).order;
    const session = openSession('lost', { ...inventedInput(openedAt), order });

    expect(nextDue(session)).toBeNull();
    expect(advance(session)).toBe(session);
  });

  it('should write a remark on a moment and nothing else', () => {
    const noted = note(reported, 'ask the branch', 0);

    expect(noted.moments.map((moment) => moment.note)).toEqual(['ask the branch', '']);
    expect(noted.current).toBe(reported.current);
    expect(() => note(reported, 'x', 7)).toThrow(/no moment 7/);
  });
});

describe('the tree of moments', () => {
  it('should begin a branch where another event is sent, and keep both', () => {
    const other = send(goTo(reported, 0), { type: 'loss.reported', at: at(1) });

    expect(other.moments).toHaveLength(3);
    expect(lineOf(other).map(({ id }) => id)).toEqual([0, 2]);
    expect(branchesOf(other).map(({ from, moments }) => [from, moments.map(({ id }) => id)])).toEqual([
      [null, [0, 1]],
      [0, [2]],
    ]);
  });

  it('should step back and forward on the line that is looked at', () => {
    const tree = twoLines();

    expect(back(tree).current).toBe(3);
    expect(forward(back(tree)).current).toBe(4);
    expect(forward(tree)).toBe(tree);
    expect(back(goTo(tree, 0)).current).toBe(0);
    expect(forward(goTo(tree, 0)).current).toBe(3);
  });

  it('should follow the line of a moment that lies on another', () => {
    const tree = goTo(twoLines(), 1);

    expect([tree.current, tree.tip]).toEqual([1, 2]);
    expect(forward(tree).current).toBe(2);
    expect(() => goTo(tree, 99)).toThrow(/no moment 99/);
  });

  it('should stay fast with a thousand moments', () => {
    let session = opened;
    const started = process.cpuUsage().user;
    for (let count = 1; count <= 1000; count++) {
      session = send(session, { type: 'facts.established', at: at(count), facts: { stock: 'yes' } });
      if (count % 10 === 0) session = goTo(session, count - 5);
    }
    branchesOf(session);
    lineOf(session);

    expect(session.moments).toHaveLength(1001);
    // a guard against quadratic work only; bench/session.mjs measures
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });
});

// Helpers

/** 0-1-2 and 0-3-4, looked at from 4. */
function twoLines(): Session {
  const first = send(reported, { type: 'complaint.filed', at: at(2) });
  const second = send(goTo(first, 0), { type: 'loss.reported', at: at(1) });
  return send(second, { type: 'complaint.filed', at: at(2) });
}
