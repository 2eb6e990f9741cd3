import type { CaseInput } from '../../domain/case.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import type { CaseMachine, CaseSnapshot } from '../../replay/snapshot.ts';
import { open, step } from '../../replay/step.ts';

/** Cases that are easy to follow, for explaining. */
const openedAt = '2026-03-01T08:00:00.000Z';

/** Plays events one hour apart; each must be applied. */
export function caseOf(
  machine: MachineName,
  events: readonly Readonly<Record<string, unknown>>[],
  order: Partial<CaseInput['order']> = {},
): CaseSnapshot {
  const input: CaseInput = {
    caseId: 'case',
    openedAt,
    order: { waybill: 'YT1', courier: 'yunda', paid: 12_800, outboundFreight: 800, ...order },
  };
  return events.reduce<CaseSnapshot>(
    (snapshot, event, place) => {
      const result = step(snapshot, { at: hour(place + 1), ...event });
      if (result.outcome !== 'applied') throw new Error(`${String(event.type)} was ${result.outcome}.`);
      return result.snapshot;
    },
    open(machines[machine] as CaseMachine, input).snapshot,
  );
}

/** The instant some hours after the case was opened. */
export function hour(hours: number): string {
  const day = String(1 + Math.floor((8 + hours) / 24)).padStart(2, '0');
  return `2026-03-${day}T${String((8 + hours) % 24).padStart(2, '0')}:00:00.000Z`;
}

const reported = [
  { type: 'damage.reported' },
  { type: 'facts.established', facts: { damageProof: 'shown', damageExtent: 'partial' } },
];

/** Before anything went wrong. */
export const notYetDamaged = () => caseOf('parcelCase', []);

/** Damaged, left with a third party; nothing is known of contact and consent. */
export const leftWithThirdParty = () =>
  caseOf('parcelCase', [...reported, { type: 'facts.established', facts: { signedBy: 'thirdParty' } }]);

/** Damaged, left with a third party without contacting the buyer: the merchant pays, the recourse is being weighed. */
export const damagedDecided = () =>
  caseOf('parcelCase', [
    ...reported,
    { type: 'facts.established', facts: { signedBy: 'thirdParty', contactProof: 'missing' } },
  ]);

/** Totally damaged, signed for without looking, complained of: the complaint displaces the rule that the buyer pays. */
export const complainedOf = () =>
  caseOf('parcelCase', [
    { type: 'damage.reported' },
    { type: 'facts.established', facts: { damageProof: 'shown', damageExtent: 'total' } },
    { type: 'facts.established', facts: { signedBy: 'buyer' } },
    { type: 'facts.established', facts: { inspectedBeforeSigning: 'no' } },
    { type: 'complaint.filed' },
  ]);

/** Contaminated goods refused: a human decided. */
export const awarded = () =>
  caseOf('damaged', [
    { type: 'contamination.found' },
    { type: 'contamination.sourceFound', source: 'ink' },
    { type: 'parcel.refused' },
    {
      type: 'arbitration.awarded',
      payer: 'merchant',
      recourse: 'courier',
      outboundFreight: 'merchant',
      returnFreight: 'courier',
    },
  ]);
