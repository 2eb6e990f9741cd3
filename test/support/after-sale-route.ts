import { type FactName, factCatalogue, factNames } from '../../domain/facts.ts';
import { afterSaleRules } from '../../guards/after-sale.ts';
import { isGranted } from '../../guards/after-sale-request.ts';
import { decide } from '../../policy/decide.ts';
import type { Known } from '../../policy/rulebook.ts';
import { daysBefore, freight, type Happening } from './happening.ts';

/**
 * The events that bring an after-sale request to its assessment: the request, the evidence for it, the test where photos
 * fail, the approval, and the way back as far as the facts need it. `null`: nothing that can happen leads there.
 */
export function afterSaleRoute(facts: Known): readonly Happening[] | null {
  const { afterSaleReason: reason, afterSaleWish: wish = 'return', countdownEnded, malice } = facts;
  const signedAt = signatureIn(facts);
  if (reason === undefined || signedAt === null || looksAtUseInVain(facts)) return null;
  const requested = {
    type: 'afterSale.requested',
    reason,
    wish,
    signedAt,
    ...(facts.refundAmount === 'wrong' && { refund: 1 }),
  };
  const known = [requested, ...shown(facts), ...used(facts), ...tested(facts)];
  const conceded = facts.freightConcession === 'yes' ? [{ type: 'freight.halved', note: 'agreed' }] : [];
  const approved = [...known, ...conceded, { type: 'request.approved' }];
  const sent = { type: 'returnNumber.entered', waybill: 'R1', freight: 0 };
  const received = { type: 'return.received' };
  if (malice === 'claimed') return [...known, { type: 'malice.claimed', note: 'returned five times' }];
  if (countdownEnded === 'yes')
    return [...approved, sent, { type: 'return.moved' }, { type: 'time passes', days: 10 }];
  if (isRejectedAtOnce(facts)) return known;
  switch (wish) {
    case 'return':
      return [...approved, sent, received];
    case 'exchange':
      return [...approved, ...prepared(facts), sent, received];
    case 'reship':
      return [...approved, { type: 'facts.established', facts: { stock: 'yes' } }];
    default:
      return [...known, { type: 'remedy.concessionAgreed', amount: 500 }];
  }
}

// Helpers

/** When the buyer signed, so that the report and the return are in time or late. No report is in time when the return is late. */
function signatureIn({ claimedInTime = 'yes', withinReturnWindow = 'yes' }: Known): string | null {
  if (withinReturnWindow === 'no') return claimedInTime === 'no' ? daysBefore(8) : null;
  return daysBefore(claimedInTime === 'no' ? 3 : 1);
}

/** Only a quality defect has its use looked at. Elsewhere one value stands for a fact nobody looks at. */
function looksAtUseInVain({ afterSaleReason, misuse, qualityTest }: Known): boolean {
  return afterSaleReason !== 'qualityDefect' && (misuse === 'found' || qualityTest === 'refuted');
}

/** The evidence that can be had before the goods are back. */
function shown(facts: Known): Happening[] {
  const evidence = factNames.filter(
    (name) => factCatalogue[name].from === 'evidence' && name !== 'returnCondition' && valueIn(facts, name),
  );
  if (evidence.length === 0) return [];
  return [
    {
      type: 'facts.established',
      facts: Object.fromEntries(evidence.map((name) => [name, valueIn(facts, name)])),
    },
  ];
}

function used({ afterSaleReason, misuse }: Known): Happening[] {
  if (afterSaleReason !== 'qualityDefect') return [];
  return [{ type: misuse === 'found' ? 'misuse.found' : 'misuse.excluded' }];
}

function tested({ afterSaleReason, goodsProof, qualityTest, ...facts }: Known): Happening[] {
  const needed =
    afterSaleReason === 'qualityDefect' &&
    goodsProof === 'missing' &&
    !isRejectedAtOnce({ ...facts, afterSaleReason, goodsProof, qualityTest: 'confirmed' });
  return needed ? [{ type: qualityTest === 'refuted' ? 'defect.refuted' : 'defect.confirmed' }] : [];
}

/** What an exchange needs before the goods go back: unworn, in stock, and the way out paid by a buyer who bears it. */
function prepared({ afterSaleReason }: Known): Happening[] {
  const stocked = { type: 'facts.established', facts: { stock: 'yes', goodsUnworn: 'yes' } };
  return afterSaleReason === 'noReason'
    ? [stocked, { type: 'exchangeFreight.paid', amount: freight.outbound }]
    : [stocked];
}

/** Whether no article grants the request, however the goods look when they come back. */
function isRejectedAtOnce(facts: Known): boolean {
  const asked = {
    ...facts,
    returnCondition: 'met',
    complaint: 'no',
    merchantGoodwill: 'no',
    malice: 'unclaimed',
    countdownEnded: 'no',
  } as Known;
  return !isGranted(decide(afterSaleRules, 'payer', asked));
}

function valueIn(facts: Known, name: FactName): string | undefined {
  return (facts as Readonly<Record<string, string>>)[name];
}
