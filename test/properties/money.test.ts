import { describe, expect, it } from 'vitest';
import type { CaseEventType } from '../../domain/events.ts';
import { accounts, balance, type Posting, type PostingPurpose, total } from '../../domain/money.ts';
import { claimable } from '../../guards/freight-share.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { machineNames } from '../../machines/index.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { always } from '../support/always.ts';
import { eventOf } from '../support/events.ts';
import { likelyEvent } from '../support/likely.ts';
import { appliedTypes, inRemedy, snapshotsOf } from '../support/play.ts';

/** What may be posted before anybody decided anything: the order itself, and freight somebody pays on the way. */
const paidOnTheWay: readonly PostingPurpose[] = ['goods', 'outboundFreight', 'returnFreight', 'release'];
/** The machines in which an amount that is owed was confirmed. */
const tried = new Set<string>();
const articles = Object.values(rulebooks).flatMap((book) => Object.keys(book.articles));

describe.each(machineNames)('money in %s', (machine) => {
  it('should come from somewhere and go somewhere: all balances add up to zero', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { postings } = contextOf(snapshot);
        expect(accounts.reduce((sum, account) => sum + balance(postings, account), 0)).toBe(0);
        for (const { from, to, amount } of postings) {
          expect(from).not.toBe(to);
          expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
        }
      }
    });
  });

  it('should never leave escrow below zero, nor pay out of it more than the buyer put in', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { postings, order } = contextOf(snapshot);
        expect(balance(postings, 'escrow')).toBeGreaterThanOrEqual(0);
        expect(balance(postings, 'escrow')).toBeLessThanOrEqual(order.paid);
      }
    });
  });

  it('should only ever be added to', () => {
    always(machine, (trace) => {
      let before: readonly Posting[] = [];
      for (const snapshot of snapshotsOf(trace)) {
        const { postings } = contextOf(snapshot);
        expect(postings.slice(0, before.length)).toEqual(before);
        before = postings;
      }
    });
  });

  it('should never refund more than the buyer paid', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { postings, order } = contextOf(snapshot);
        const kept = total(postings, 'refund') - total(postings, 'refundRepayment');
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(order.paid);
        expect(
          total(postings, 'refund', 'part', 'concession') - total(postings, 'refundRepayment'),
        ).toBeLessThanOrEqual(order.paid);
      }
    });
  });

  it('should give the buyer one remedy, and treat a second one as surplus', () => {
    always(machine, (trace) => {
      const given = appliedTypes(trace).filter((type) =>
        ['refund.paid', 'part.paid', 'concession.paid', 'replacement.signed'].includes(type),
      );
      const surplus = snapshotsOf(trace).some((snapshot) => inRemedy(snapshot, 'surplus'));
      if (!surplus) expect(given.length).toBeLessThanOrEqual(1);
    });
  });

  it('should not move before the layer it follows from is decided, except the order and freight paid on the way', () => {
    always(machine, (trace) => {
      for (const { before, result } of trace.played) {
        const earlier = contextOf(before).postings.length;
        const { postings, verdict } = contextOf(result.snapshot);
        for (const posting of postings.slice(earlier)) {
          if (posting.article === 'order') {
            expect(paidOnTheWay).toContain(posting.for);
            if (posting.for !== 'release') expect(posting.to).toBe('courier');
          } else if (posting.article !== 'award') {
            expect(articles).toContain(posting.article);
          }
          if (['refund', 'part', 'concession'].includes(posting.for)) {
            expect(verdict.payer?.article).toBe(posting.article);
          }
          if (posting.for === 'claim') expect(verdict.recourse?.article).toBe(posting.article);
          if (posting.for === 'claimRepayment') {
            expect(postings.find(({ for: purpose }) => purpose === 'claim')?.article).toBe(posting.article);
          }
        }
      }
    });
  });

  it('should come out of the pocket of the one who was decided to pay', () => {
    always(machine, (trace) => {
      for (const { before, result } of trace.played) {
        const { postings, verdict, claim } = contextOf(result.snapshot);
        for (const posting of postings.slice(contextOf(before).postings.length)) {
          if (['refund', 'part', 'concession'].includes(posting.for)) {
            expect(posting.to).toBe('buyer');
            const pockets = { courier: ['courier'], merchant: ['escrow', 'merchant'] } as const;
            const payer = verdict.payer?.ruling as keyof typeof pockets;
            expect(pockets[payer]).toContain(posting.from);
          }
          if (posting.for === 'claim') {
            expect([posting.from, posting.to]).toEqual([claim?.against, 'merchant']);
            expect(['supplier', 'courier', 'negotiation']).toContain(verdict.recourse?.ruling);
            if (verdict.recourse?.ruling !== 'negotiation')
              expect(posting.from).toBe(verdict.recourse?.ruling);
          }
          if (posting.for === 'surcharge') expect(posting.from).toBe(verdict.surcharge?.ruling);
        }
      }
    });
  });

  it('should recover no more than was lost, and pay back only what was recovered', () => {
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const { postings, order } = contextOf(snapshot);
        const recovered = total(postings, 'claim') - total(postings, 'claimRepayment');
        const freight = postings
          .filter((posting) => posting.to === 'courier' && posting.for.endsWith('Freight'))
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(recovered).toBeGreaterThanOrEqual(0);
        expect(recovered).toBeLessThanOrEqual(order.paid + freight);
      }
    });
  });

  it('should move by exactly what is owed, and be agreed within what was paid or lost', () => {
    const exact = [
      'refund.paid',
      'part.paid',
      'concession.paid',
      'claim.paid',
      'claim.repaid',
      'refund.repaid',
    ] as const;
    const bounded = {
      'part.bought': 'paid',
      'remedy.concessionAgreed': 'paid',
      'claim.filed': 'lost',
      'claim.accepted': 'claimed',
    } as const;
    always(machine, (trace) => {
      for (const snapshot of snapshotsOf(trace)) {
        const context = contextOf(snapshot);
        const { order, claim } = context;
        const accepts = (type: CaseEventType, amount: number) =>
          snapshot.can(eventOf(type, context.at, 0, { amount }));
        for (const type of exact) {
          const { amount } = likelyEvent(type, context.at, 0, { context, asked: [] }) as { amount: number };
          if (!accepts(type, amount)) continue;
          tried.add(machine);
          expect([type, accepts(type, amount + 1), accepts(type, Math.max(0, amount - 1))]).toEqual([
            type,
            false,
            false,
          ]);
        }
        const limits = { paid: order.paid, lost: claimable(context), claimed: claim?.amount ?? 0 };
        for (const [type, limit] of Object.entries(bounded) as [CaseEventType, keyof typeof limits][]) {
          if (!accepts(type, limits[limit])) continue;
          tried.add(machine);
          expect([type, accepts(type, limits[limit] + 1), accepts(type, 0)]).toEqual([type, false, false]);
        }
      }
    });
  });
});

describe('the amounts that were tried', () => {
  it('should be of most machines: in some, few generated lives come to a payment', () => {
    expect(tried.size).toBeGreaterThan(machineNames.length / 2);
  });
});
