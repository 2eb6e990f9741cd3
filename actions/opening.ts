import { type CaseInput, caseInputSchema } from '../domain/case.ts';
import { ParcelError, problemsOf } from '../domain/errors.ts';
import { initialFacts } from '../domain/facts.ts';
import type { Posting } from '../domain/money.ts';
import type { CaseContext } from '../guards/case-context.ts';
import { regionOf } from '../guards/region.ts';
import { type Policy, policyOn } from '../policy/parameters.ts';

/**
 * What a case remembers when it is opened: the order, and the policy and rule set pinned for good.
 * @throws {ParcelError} `INVALID_INPUT` naming each wrong field; `PARAMETER_NOT_IN_FORCE` for a date before all values.
 */
export function openCase(input: CaseInput): CaseContext {
  const parsed = caseInputSchema.safeParse(input);
  if (!parsed.success) {
    throw new ParcelError(
      'INVALID_INPUT',
      'The case cannot be opened with this input:',
      problemsOf(parsed.error.issues),
    );
  }
  const { caseId, openedAt, ruleSet, order } = parsed.data;
  const policy = policyOn(openedAt, parsed.data.policy as Partial<Policy>);
  const prepaid = order.freightTerm === 'prepaid' && order.outboundFreight > 0;
  const postings: Posting[] = [
    { from: 'buyer', to: 'escrow', amount: order.paid, for: 'goods', article: 'order' },
  ];
  if (prepaid) {
    const { outboundFreightPaidBy: from, outboundFreight: amount } = order;
    postings.push({ from, to: 'courier', amount, for: 'outboundFreight', article: 'order' });
  }
  const { goodwillAfterComplaint, bearerAfterInspection, groundlessRefusalFreight, exchangeFreight } = policy;
  return {
    version: 1,
    caseId,
    openedAt,
    at: openedAt,
    ruleSet,
    policy,
    order,
    facts: {
      ...initialFacts,
      dropship: order.dropship ? 'yes' : 'no',
      goodwillAfterComplaint,
      bearerAfterInspection,
      groundlessRefusalFreight,
      exchangeFreight,
      priceClass: order.priceClass,
      region: regionOf(order, policy, policy.discountRemote),
    },
    verdict: {},
    outcome: null,
    committed: false,
    agreed: null,
    outboundFreight: prepaid ? { amount: order.outboundFreight, paidBy: order.outboundFreightPaidBy } : null,
    returnFreight: null,
    surcharge: null,
    claim: null,
    attempts: 0,
    ticketOpen: false,
    urgeOpen: false,
    lastTrackingAt: null,
    deadlines: order.receiptDueAt
      ? [
          {
            id: 'receipt',
            from: openedAt,
            dueAt: order.receiptDueAt,
            lapses: 'receipt.lapsed',
            mustAct: 'buyer',
          },
        ]
      : [],
    postings,
    requests: { seq: 0, index: 0, at: null },
  };
}
