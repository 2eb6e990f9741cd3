import { describe, expect, it } from 'vitest';
import { after as instantAfter } from '../../domain/time.ts';
import { differences } from '../../inspector/session/differences.ts';
import { inventedInput } from '../../inspector/session/guesses.ts';
import { goTo } from '../../inspector/session/line.ts';
import { advance, openSession, type Session, send } from '../../inspector/session/session.ts';
import { verdictOf } from '../../inspector/session/verdict.ts';

const openedAt = '2026-03-01T08:00:00.000Z';
const opened = openSession('parcelCase', inventedInput(openedAt));
const reported = at(opened, 1, { type: 'damage.reported' });
const decided = at(reported, 2, {
  type: 'facts.established',
  facts: { signedBy: 'nobody', damageProof: 'shown', damageCause: 'transport', courierCoverage: 'no' },
});
const paid = at(at(decided, 3, { type: 'remedy.refundChosen' }), 4, { type: 'refund.paid', amount: 12_900 });

describe('differences', () => {
  it('should tell the states left and entered, the facts, the rulings and the deadlines', () => {
    const { entered, left, facts, rulings, deadlines, effects, parted } = differences(decided, 1, 2);

    expect(parted).toBe(1);
    expect(left.map(({ path }) => path)).toContain('open.exception.damaged.assessment.payer.asking');
    expect(entered.map(({ path }) => path)).toContain('open.remedy.choosing');
    expect(facts.find(({ fact }) => fact === 'signedBy')).toMatchObject({
      title: { zh: '签收人' },
      before: null,
      after: { value: 'nobody' },
    });
    expect(rulings.find(({ layer }) => layer === 'payer')).toMatchObject({
      before: null,
      after: { by: expect.stringMatching(/^DMG-/), bearers: [{ bearer: { title: { zh: '商家' } } }] },
    });
    expect(deadlines.stopped.map(({ id }) => id)).toContain('evidence');
    expect(deadlines.started.map(({ id }) => id)).toContain('buyerChoice');
    expect(effects.before).toEqual([]);
    expect(effects.after.map(({ type }) => type)).toContain('askParty');
  });

  it('should tell the money that moved, the outcome and what else changed', () => {
    const { postings, outcome, others } = differences(paid, 3, 4);

    expect(postings).toMatchObject({ added: [{ for: 'refund', amount: 12_900, to: 'buyer' }], removed: [] });
    expect(outcome).toMatchObject({ before: null, after: { value: 'refunded' } });
    expect(differences(paid, 2, 3).others).toContainEqual({ name: 'committed', before: false, after: true });
    expect(others.map(({ name }) => name)).not.toContain('requests');
  });

  it('should find nothing between a moment and itself, and the opposite the other way round', () => {
    expect(differences(paid, 4, 4)).toMatchObject({
      entered: [],
      left: [],
      facts: [],
      rulings: [],
      outcome: null,
    });
    expect(differences(paid, 4, 3).postings.removed).toEqual(differences(paid, 3, 4).postings.added);
    expect(() => differences(paid, 4, 9)).toThrow(/no moment 9/);
  });

  it('should compare two lines, and know where they parted', () => {
    const other = advance(goTo(decided, 1));
    const { parted, facts, effects } = differences(other, 2, 3);

    expect(parted).toBe(1);
    expect(facts.find(({ fact }) => fact === 'damageProof')).toMatchObject({
      before: { value: 'shown' },
      after: { value: 'missing' },
    });
    expect([effects.before.length, effects.after.length].every((length) => length > 0)).toBe(true);
  });
});

describe('verdictOf', () => {
  it('should show the articles of a layer as a table with the row that decides', () => {
    const payer = verdictOf(decided).layers.find(({ layer }) => layer === 'payer');
    const active = payer?.table.rows.filter((row) => row.active) ?? [];

    expect(active).toHaveLength(1);
    expect(active[0]?.article).toBe(payer?.adopted?.article?.id);
    expect(active[0]?.cells.every(({ holds }) => holds === 'yes')).toBe(true);
    expect(payer?.table.columns.find(({ fact }) => fact === 'signedBy')?.value?.title.zh).toBe('无人签收');
  });

  it('should say of each cell what it asks for, and whether it holds, fails or is pending', () => {
    const payer = verdictOf(reported).layers.find(({ layer }) => layer === 'payer');
    const cells = payer?.table.rows.flatMap((row) => row.cells) ?? [];
    const failed = verdictOf(decided)
      .layers.find(({ layer }) => layer === 'payer')
      ?.table.rows.filter(({ status }) => status === 'failed');

    expect(payer?.table.rows.some((row) => row.active || row.holds)).toBe(false);
    expect(cells.some(({ holds }) => holds === 'pending')).toBe(true);
    expect(cells.filter(({ needs }) => needs === null).every(({ holds }) => holds === 'yes')).toBe(true);
    expect(failed?.length).toBeGreaterThan(0);
    expect(failed?.every((row) => row.cells.some(({ holds }) => holds !== 'yes'))).toBe(true);
  });

  it('should not count a row as deciding whose article gave way to another', () => {
    const refused = at(reported, 2, {
      type: 'facts.established',
      facts: {
        signedBy: 'buyer',
        inspectedBeforeSigning: 'yes',
        damageProof: 'shown',
        damageExtent: 'partial',
      },
    });
    const helped = at(refused, 3, { type: 'goodwill.granted' });
    const rows = verdictOf(helped).layers.find(({ layer }) => layer === 'payer')?.table.rows ?? [];

    expect(rows.filter(({ status }) => status === 'displaced').some(({ holds }) => holds)).toBe(true);
    expect(rows.filter(({ active }) => active).map(({ article }) => article)).toEqual(['DMG-11']);
  });

  it('should explain any moment, not only the current one', () => {
    expect(verdictOf(paid, 0).layers).toEqual([]);
    expect(verdictOf(paid).postings.map(({ amount }) => amount)).toContain(12_900);
  });
});

// Helpers

function at(session: Session, hours: number, event: object): Session {
  return send(session, { ...event, at: instantAfter(openedAt, hours * 3_600_000) });
}
