import { describe, expect, it } from 'vitest';
import { balance, type Posting } from '../../domain/money.ts';
import { parties } from '../../domain/parties.ts';
import { DAY, elapsed } from '../../domain/time.ts';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { machineNames } from '../../machines/index.ts';
import { decide } from '../../policy/decide.ts';
import { type Article, type Known, layerOf, type Rulebook, rulingOf } from '../../policy/rulebook.ts';
import { activeStates } from '../../replay/compare.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { spaceOf } from '../../verify/space.ts';
import { always } from '../support/always.ts';
import { finish } from '../support/finish.ts';
import { appliedTypes, play, type Trace } from '../support/play.ts';

/** What the guides promise, as far as it concerns these six types. The names begin with the number of the promise. */
describe.each(machineNames)('%s keeps the promises of the guides', (machine) => {
  it('1: never closes without telling the buyer how it ended', () => {
    always(machine, (trace) => {
      const ended = finish(trace);
      const { outcome } = contextOf(ended.last);
      expect(outcome).not.toBeNull();
      if (outcome === 'reclassified') return;
      expect(ended.effects.some(tellsResult)).toBe(true);
    });
  });

  it('2: makes the buyer bear damage signed for without looking (one part excepted), never what a third party signed for without proof', () => {
    always(machine, (trace) => {
      for (const { snapshot, payer } of decisions(trace)) {
        if (!payer.article.startsWith('DMG-')) continue;
        const { facts } = contextOf(snapshot);
        const onePart = facts.damageExtent === 'replaceablePart';
        const proved = facts.damageProof === 'shown' && facts.damageKind !== 'contaminated' && !onePart;
        const helped = facts.complaint === 'yes' || facts.merchantGoodwill === 'yes';
        if (proved && facts.signedBy === 'buyer' && facts.inspectedBeforeSigning === 'no' && !helped) {
          expect(payer.ruling).toBe('buyer');
        }
        if (
          proved &&
          facts.signedBy === 'thirdParty' &&
          (facts.contactProof === 'missing' || facts.consentProof === 'missing')
        ) {
          expect(payer.ruling).not.toBe('buyer');
        }
      }
    });
  });

  it('4: gives the buyer exactly one remedy for one claim', () => {
    always(machine, (trace) => {
      const given = appliedTypes(trace).filter((type) =>
        ['refund.paid', 'part.paid', 'concession.paid', 'replacement.signed'].includes(type),
      );
      if (!visited(trace, 'open.remedy.surplus')) expect(given.length).toBeLessThanOrEqual(1);
      const { outcome } = contextOf(trace.last);
      if (outcome === 'refunded') expect(given).toContain('refund.paid');
      if (outcome === 'reshipped' || outcome === 'exchanged') expect(given).toContain('replacement.signed');
      if (outcome === 'partPaid') expect(given).toContain('part.paid');
      if (outcome === 'compensated') expect(given).toContain('concession.paid');
    });
  });

  it('5: never counts a parcel as lost without a search, a confirmation or a lapse of the courier', () => {
    always(machine, (trace) => {
      const { facts } = contextOf(trace.last);
      const types = appliedTypes(trace);
      if (facts.lossGround === 'searchFailed') {
        const searched = types.includes('branchSearch.failed') && types.includes('centreSearch.failed');
        expect(searched || types.includes('search.lapsed')).toBe(true);
      }
      if (facts.lossGround === 'courierConfirmed') {
        expect(types).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(loss\.confirmed|retrieval\.(failed|declined))$/)]),
        );
      }
      if (facts.lossGround === 'lostAtPickup') expect(types).toContain('loss.confirmed');
      if (facts.lossGround === 'verificationLapsed') expect(types).toContain('courierVerification.lapsed');
    });
  });

  it('6: counts a standstill as a loss only after seven days and then three, unless the courier confirms it', () => {
    always(machine, (trace) => {
      for (const { snapshot, before } of moments(trace)) {
        const { facts, lastTrackingAt, policy, at } = contextOf(snapshot);
        const newly =
          facts.lossGround === 'verificationLapsed' && contextOf(before).facts.lossGround === undefined;
        if (
          !newly ||
          lastTrackingAt === null ||
          activeStates(before).includes('open.exception.lost.confirmingPickup')
        )
          continue;
        expect(elapsed(lastTrackingAt, at)).toBeGreaterThanOrEqual(
          policy.staleTracking + policy.courierVerification,
        );
        expect(policy.staleTracking + policy.courierVerification).toBe(10 * DAY);
      }
    });
  });

  it('7: never calls a standstill abnormal, nor pays for a delay, while force majeure lasts', () => {
    always(machine, (trace) => {
      for (const { snapshot } of moments(trace)) {
        const { facts, verdict } = contextOf(snapshot);
        if (facts.forceMajeure !== 'yes') continue;
        expect(activeStates(snapshot)).not.toContain('open.exception.lost.verifying');
        expect(activeStates(snapshot)).not.toContain('open.exception.lost.watching');
        expect(verdict.payer?.article).not.toBe('MIS-1');
      }
    });
  });

  it('8: extends the receipt deadline whenever the buyer has to wait for a mis-routed, suspended or late parcel', () => {
    const waits = [
      'open.exception.misrouted.handling.forwarding',
      'open.exception.misrouted.handling.correctingHeading',
      'open.exception.overArea.askingToWait',
      'open.exception.overArea.waiting',
      'open.exception.lost.waitingOut',
    ];
    always(machine, (trace) => {
      for (const { snapshot, before, effects } of moments(trace)) {
        const entered = activeStates(snapshot).some(
          (path) =>
            waits.some((wait) => path === wait || path.startsWith(`${wait}.`)) &&
            !activeStates(before).includes(path),
        );
        const late = effects.some(
          ({ type, params }) => type === 'notifyBuyer' && params.notice === 'parcelLate',
        );
        if (entered || late) expect(effects.map(({ type }) => type)).toContain('extendReceipt');
      }
    });
  });

  it('9: hands the parcel to nobody else without the consent of the sender', () => {
    always(machine, (trace) => {
      let consented = false;
      for (const { event, result } of trace.played) {
        if (result.outcome !== 'applied') continue;
        if (['transfer.proposed', 'extraDelivery.proposed', 'courier.chosen'].includes(event.type as string))
          consented = false;
        if (event.type === 'transfer.consented') consented = true;
        const handsOver = result.effects.some(
          (effect) =>
            effect.type === 'relabel' ||
            (effect.type === 'instructCourier' && effect.params.instruction === 'transfer'),
        );
        if (handsOver) expect(consented).toBe(true);
      }
    });
  });

  it('10: sends a held parcel back, and nothing else, when nobody decided in time', () => {
    const waiting = [
      'refused.askingSender',
      'refused.awaitingPickup',
      'overArea.askingBuyer',
      'overArea.awaitingPickup',
    ];
    always(machine, (trace) => {
      for (const { before, result } of trace.played) {
        const [first] = result.lapses;
        if (first?.event.type !== 'retention.lapsed') continue;
        const held = activeStates(before).some((path) =>
          waiting.includes(path.replace('open.exception.', '')),
        );
        if (!held) continue;
        expect(
          first.effects.map((effect) =>
            effect.type === 'instructCourier' ? effect.params.instruction : effect.type,
          ),
        ).toContain('returnToSender');
      }
    });
  });

  it('12: leaves no freight with the buyer in the end for a wrong item or a defect', () => {
    always(machine, (trace) => {
      const { verdict, outcome, postings } = contextOf(finish(trace).last);
      const atFault = ['REF-20', 'DRP-20'].includes(verdict.freight?.article ?? '');
      const made = outcome === 'refunded' || outcome === 'reshipped' || outcome === 'exchanged';
      if (!atFault || !made) return;
      expect(freightOfBuyer(postings)).toBe(0);
    });
  });

  it('17: gives the buyer no less because the supplier rejects the goods', () => {
    always(machine, (trace) => {
      if (machine !== 'dropshipReturn') return;
      const swapped = { accepted: 'rejected', rejected: 'accepted' } as const;
      const events = trace.life.events.map((event) => {
        const facts = event.facts as { supplierInspection?: 'accepted' | 'rejected' } | undefined;
        return facts?.supplierInspection === undefined
          ? event
          : { ...event, facts: { ...facts, supplierInspection: swapped[facts.supplierInspection] } };
      });
      const other = play({ ...trace.life, events });
      for (const [place, { result }] of trace.played.entries()) {
        const one = result.snapshot;
        const another = other.played[place]?.result.snapshot as CaseSnapshot;
        if (one.status === 'done' || another.status === 'done') return;
        expect(buyersSide(another)).toEqual(buyersSide(one));
      }
    });
  });

  it('19: takes a refusal only before the signature', () => {
    always(machine, (trace) => {
      if (machine !== 'parcelCase') return;
      let signed = false;
      for (const { event, before, result } of trace.played) {
        if (result.outcome !== 'applied') continue;
        if (event.type === 'parcel.refused' && signed)
          expect(exceptionIn(result.snapshot)).toEqual(exceptionIn(before));
        if (event.type === 'parcel.signed') signed = true;
        if (event.type === 'parcel.found' || event.type === 'parcel.retrieved') signed = false;
      }
    });
  });
});

describe('the rulebooks keep the promises of the guides', () => {
  it('3: treat a third party with proven consent as the buyer', () => {
    const asBuyer = { signedBy: 'buyer', inspectedBeforeSigning: 'no' } as const;
    const asThirdParty = { signedBy: 'thirdParty', contactProof: 'shown', consentProof: 'shown' } as const;
    let compared = 0;
    for (const known of spaceOf(rulebooks.damaged, 'payer')) {
      if (known.signedBy !== 'buyer' || known.inspectedBeforeSigning !== 'no') continue;
      compared++;
      expect(payerOf(rulebooks.damaged, { ...known, ...asThirdParty })).toBe(
        payerOf(rulebooks.damaged, { ...known, ...asBuyer }),
      );
    }
    expect(compared).toBeGreaterThan(100);
  });

  it.each(exceptionTypes)(
    '20: name buyer, merchant, supplier or courier as the bearer in %s, never the platform',
    (type) => {
      for (const article of Object.values<Article>(rulebooks[type].articles)) {
        const ruling = rulingOf(article);
        const bearers = typeof ruling === 'object' ? Object.values(ruling) : [ruling];
        expect([layerOf(article), bearers.includes('platform')]).toEqual([layerOf(article), false]);
        for (const bearer of bearers) {
          expect([...parties, 'nobody', 'none', 'asPaid', 'half', 'arbitration', 'negotiation']).toContain(
            bearer,
          );
        }
      }
    },
  );
});

// Helpers

/** Every change of a case, lapses one by one. */
function moments(trace: Trace) {
  return trace.played
    .filter(({ result }) => result.outcome === 'applied' || result.lapses.length > 0)
    .map(({ before, result: { snapshot, effects } }) => ({ before, snapshot, effects }));
}

/** Every moment at which it is decided who pays. */
function decisions(trace: Trace) {
  return moments(trace).flatMap(({ snapshot }) => {
    const { payer } = contextOf(snapshot).verdict;
    return payer ? [{ snapshot, payer }] : [];
  });
}

function visited({ opened, played }: Trace, path: string): boolean {
  const snapshots: CaseSnapshot[] = [opened.snapshot, ...played.map(({ result }) => result.snapshot)];
  return snapshots.some((snapshot) => activeStates(snapshot).includes(path));
}

function tellsResult(effect: Trace['effects'][number]): boolean {
  return effect.type === 'notifyBuyer' && effect.params.notice === 'result';
}

function exceptionIn(snapshot: CaseSnapshot): unknown {
  return (snapshot.value as { open?: { exception: unknown } }).open?.exception;
}

/** What concerns the buyer: who pays, who bears the freight, what was given, and what happens next. */
function buyersSide(snapshot: CaseSnapshot) {
  const { verdict, outcome, postings } = contextOf(snapshot);
  const remedy = (snapshot.value as { open: { remedy: unknown } }).open.remedy;
  return {
    payer: verdict.payer,
    freight: verdict.freight,
    outcome,
    remedy,
    received: balance(postings, 'buyer'),
  };
}

/** What the buyer is out of pocket for freight, in fen. */
function freightOfBuyer(postings: readonly Posting[]): number {
  const freight = postings.filter(({ for: purpose }) => purpose.endsWith('Freight'));
  return 0 - balance(freight, 'buyer');
}

function payerOf(book: Rulebook, known: Known) {
  const finding = decide(book, 'payer', known);
  const article = finding.kind === 'decided' ? book.articles[finding.article] : undefined;
  return article ? rulingOf(article) : finding.kind;
}
