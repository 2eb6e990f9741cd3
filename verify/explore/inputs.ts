import { openCase } from '../../actions/opening.ts';
import type { CaseInput } from '../../domain/case.ts';
import { type FactName, factCatalogue } from '../../domain/facts.ts';
import { after, DAY } from '../../domain/time.ts';
import type { Rulebook } from '../../policy/rulebook.ts';

const openedAt = '2026-03-01T08:00:00.000Z';

/** The amounts of every explored order, in fen. Nothing depends on their size, only on which are equal. */
export const amounts = {
  paid: 10_000,
  outboundFreight: 900,
  returnFreight: 500,
  surcharge: 700,
  agreed: 3_000,
};

const plain: CaseInput = {
  caseId: 'explored',
  openedAt,
  order: {
    waybill: 'YT100',
    courier: 'yto',
    paid: amounts.paid,
    outboundFreight: amounts.outboundFreight,
    receiptDueAt: after(openedAt, 10 * DAY),
  },
};

/**
 * The orders a case is opened with: a plain one, and one for every single other choice of the order and of the policy
 * that the rulebooks read. Combinations of such choices are not tried.
 */
export function inputsFor(books: readonly Rulebook[]): CaseInput[] {
  const read = [...new Set(books.flatMap(({ facts }) => facts))];
  const order = (choice: Partial<CaseInput['order']>): CaseInput => ({
    ...plain,
    order: { ...plain.order, ...choice },
  });
  const { receiptDueAt: _date, ...withoutDate } = plain.order;
  return [
    plain,
    { ...plain, order: withoutDate },
    order({ outboundFreightPaidBy: 'buyer' }),
    order({ freightTerm: 'collect' }),
    ...read.flatMap((name) => otherChoices(name)),
  ];
}

// Helpers

/** For a fact that is known from the order or the policy: an input for each value that the plain order does not give. */
function otherChoices(name: FactName): CaseInput[] {
  const { from, values } = factCatalogue[name];
  const others = Object.keys(values).filter((value) => value !== openCase(plain).facts[name]);
  if (from === 'policy') return others.map((value): CaseInput => ({ ...plain, policy: { [name]: value } }));
  if (from !== 'order') return [];
  const choice = (value: string) => (value === 'yes' ? true : value === 'no' ? false : value);
  return others.map((value) => ({ ...plain, order: { ...plain.order, [name]: choice(value) } }));
}
