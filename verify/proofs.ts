import { type FactName, valuesOf } from '../domain/facts.ts';
import type { Party } from '../domain/parties.ts';
import type { Article, Layer } from '../policy/rulebook.ts';
import { layerOf, rulingOf } from '../policy/rulebook.ts';
import { type Box, intersectAll } from './boxes.ts';
import { type LayerRegions, type Region, regionOf } from './regions.ts';

/** Evidence that somebody shows on his own behalf: with the strong value he must never be worse off than with the weak one. */
export interface Proof {
  readonly fact: FactName;
  readonly weak: string;
  readonly strong: string;
  readonly helps: Party;
}

/** Which evidence speaks for whom. */
export const proofs: readonly Proof[] = [
  { fact: 'damageProof', weak: 'missing', strong: 'shown', helps: 'buyer' },
  { fact: 'goodsProof', weak: 'missing', strong: 'shown', helps: 'buyer' },
  { fact: 'qualityTest', weak: 'refuted', strong: 'confirmed', helps: 'buyer' },
  { fact: 'goodsUnworn', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'misuse', weak: 'found', strong: 'excluded', helps: 'buyer' },
  { fact: 'requestMatchesRecord', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'returnCondition', weak: 'failed', strong: 'met', helps: 'buyer' },
  { fact: 'withinReturnWindow', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'claimedInTime', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'reportedInTime', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'inspectedBeforeSigning', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'complaint', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'merchantGoodwill', weak: 'no', strong: 'yes', helps: 'buyer' },
  { fact: 'contactProof', weak: 'missing', strong: 'shown', helps: 'courier' },
  { fact: 'consentProof', weak: 'missing', strong: 'shown', helps: 'courier' },
  { fact: 'signedSlip', weak: 'missing', strong: 'genuine', helps: 'courier' },
  { fact: 'feeCharged', weak: 'irregular', strong: 'regular', helps: 'courier' },
  { fact: 'courierChoice', weak: 'merchantUnchecked', strong: 'merchantChecked', helps: 'merchant' },
  { fact: 'acceptedOutsideRange', weak: 'no', strong: 'yes', helps: 'merchant' },
  { fact: 'excessStated', weak: 'no', strong: 'yes', helps: 'merchant' },
  { fact: 'courierCoverage', weak: 'no', strong: 'yes', helps: 'merchant' },
  { fact: 'supplierInspection', weak: 'rejected', strong: 'accepted', helps: 'merchant' },
];

/** Evidence that harms the one it speaks for: what decided before, what decides with it, and where. */
export interface Harm {
  readonly proof: Proof;
  readonly without: string;
  readonly with: string;
  /** The combinations of the other facts. */
  readonly region: Region;
}

/** Compares every combination with the one that differs in the proof alone, and reports where the proof harms. Exact. */
export function harms(
  articles: Readonly<Record<string, Article>>,
  regions: LayerRegions,
  tried: readonly Proof[] = proofs,
): Harm[] {
  const { axes, governing } = regions;
  return tried.flatMap((proof) => {
    const place = axes.names.indexOf(proof.fact);
    if (place < 0) return [];
    const values = valuesOf(proof.fact) as readonly string[];
    const sliced = (value: string) =>
      [...governing].map(
        ([id, boxes]) => [id, slice(boxes, place, values.indexOf(value), values.length)] as const,
      );
    const [weak, strong] = [sliced(proof.weak), sliced(proof.strong)];
    return weak.flatMap(([without, before]) =>
      strong.flatMap(([with_, after]) => {
        const [one, other] = [articles[without], articles[with_]];
        if (!one || !other || !isWorse(worth(proof.helps, other), worth(proof.helps, one))) return [];
        const { rows, combinations } = regionOf(intersectAll(before, after), axes);
        const region = { rows, combinations: combinations / values.length };
        return combinations === 0 ? [] : [{ proof, without, with: with_, region }];
      }),
    );
  });
}

// Helpers

/** The combinations in which a fact has one value, and the same ones with any other of its values. */
function slice(boxes: readonly Box[], place: number, bit: number, values: number): Box[] {
  const any = 2 ** values - 1;
  return boxes.flatMap((box) => (((box[place] as number) & (1 << bit)) === 0 ? [] : [box.with(place, any)]));
}

function isWorse(after: readonly (number | null)[], before: readonly (number | null)[]): boolean {
  return after.some((value, index) => {
    const former = before[index];
    return value !== null && former !== null && former !== undefined && value < former;
  });
}

/** How good a ruling is for a party, part by part, the higher the better; `null` where it is open or does not concern it. */
function worth(party: Party, article: Article): (number | null)[] {
  const layer = layerOf(article);
  const ruling = rulingOf(article);
  if (typeof ruling === 'object') return [bearing(party, ruling.outbound), bearing(party, ruling.return)];
  if (layer === 'recourse') return [recovering(party, ruling)];
  if (party === 'buyer' && layer === 'payer') return [madeWhole(ruling, article.limitedTo !== undefined)];
  return [bearing(party, ruling, layer)];
}

function madeWhole(payer: string, limited: boolean): number | null {
  if (payer === 'arbitration') return null;
  if (payer === 'buyer' || payer === 'nobody') return 0;
  return limited ? 1 : 2;
}

function bearing(party: Party, bearer: string, layer: Layer = 'freight'): number | null {
  if (bearer === 'arbitration') return null;
  if (bearer === party) return 0;
  if (
    layer === 'freight' &&
    (party === 'buyer' || party === 'merchant') &&
    ['half', 'asPaid'].includes(bearer)
  ) {
    return 1;
  }
  return 2;
}

function recovering(party: Party, recourse: string): number | null {
  if (party === 'merchant') return { none: 0, negotiation: 1 }[recourse] ?? 2;
  if (party === 'buyer') return null;
  return recourse === party ? 0 : 2;
}
