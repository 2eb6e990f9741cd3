import type { CaseEvent } from '../domain/events.ts';
import type { Facts } from '../domain/facts.ts';
import { elapsed } from '../domain/time.ts';
import type { CaseContext, MachineEvent } from '../guards/case-context.ts';
import { type Finding, silentValues } from '../policy/decide.ts';

/** Facts that follow from what happened. */
export function noteFacts({ facts }: CaseContext, noted: Facts): Partial<CaseContext> {
  return { facts: { ...facts, ...noted } };
}

/** Evidence somebody showed, or a correction of it. */
export function establishFacts({ facts }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return { facts: { ...facts, ...(event as CaseEvent<'facts.established'>).facts } };
}

/** Missing evidence counts as what the silence of the one who was asked means. */
export function assumeSilence({ facts }: CaseContext, finding: Finding): Partial<CaseContext> {
  return finding.kind === 'pending' ? { facts: { ...facts, ...silentValues(finding.missing) } } : {};
}

/** Why the parcel was refused; nobody signed for it. */
export function noteRefusal({ facts }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const reason = 'reason' in event ? (event as CaseEvent<'parcel.refused'>).reason : undefined;
  return {
    facts: {
      ...facts,
      signedBy: 'nobody',
      ...(reason && (reason === 'damaged' ? { damageProof: 'shown' } : { refusalReason: reason })),
    },
  };
}

/** Why the courier declined to hand the parcel over. */
export function noteDeclined({ facts }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return {
    facts: { ...facts, signedBy: 'nobody', refusalReason: (event as CaseEvent<'delivery.declined'>).reason },
  };
}

/** Whether the damage was reported in time; a window of 0 sets no limit. */
export function noteDamageReport({ facts, policy }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { signedAt, at } = event as CaseEvent<'damage.reported'>;
  const late =
    policy.reportWindow > 0 && signedAt !== undefined && elapsed(signedAt, at) > policy.reportWindow;
  return { facts: { ...facts, reportedInTime: late ? 'no' : 'yes' } };
}

/** Who is shown as the signer of a parcel the buyer has not received. An illegible signature is nobody's own. */
export function noteShownSigner({ facts }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { shownSigner } = event as CaseEvent<'receipt.denied'>;
  return {
    facts: {
      ...facts,
      lossGround: 'signedNotReceived',
      signedBy: shownSigner === 'buyer' ? 'buyer' : 'thirdParty',
    },
  };
}

/** When the tracking last moved. */
export function noteTracking(_context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return { lastTrackingAt: (event as CaseEvent<'tracking.stale'>).lastUpdateAt };
}

/** Why the customer returns the goods, and whether the request is inside the return window (A-12: from the signature). */
export function noteReturnRequest({ facts, policy }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { reason, signedAt, at } = event as CaseEvent<'return.requested'>;
  const inTime = signedAt === undefined || elapsed(signedAt, at) <= policy.returnWindow;
  return { facts: { ...facts, returnReason: reason, withinReturnWindow: inTime ? 'yes' : 'no' } };
}

/** On which ground the merchant rejected the request. */
export function noteRejection({ facts }: CaseContext, event: MachineEvent): Partial<CaseContext> {
  return (event as CaseEvent<'request.rejected'>).ground === 'reasonDoesNotMatch'
    ? { facts: { ...facts, requestMatchesRecord: 'no' } }
    : { facts: { ...facts, requestMatchesRecord: 'yes', returnCondition: 'failed' } };
}
