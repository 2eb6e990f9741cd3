import { after, elapsed, instantSchema } from '../../domain/time.ts';
import type { Filled } from './forms.ts';

/**
 * When receipt is confirmed automatically in a case that is opened at another time: as long after as in the input that
 * the form was filled in with. `undefined` if that cannot be told.
 */
export function receiptDueOf(input: Filled, openedAt: unknown): string | undefined {
  const [from, to] = [instantSchema.safeParse(input.openedAt), instantSchema.safeParse(openedAt)];
  const due = instantSchema.safeParse((input.order as Filled | undefined)?.receiptDueAt);
  if (!from.success || !to.success || !due.success) return undefined;
  return after(to.data, elapsed(from.data, due.data));
}
