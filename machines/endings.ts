import { signal, title } from './setup.ts';

/** Ends an exception type where the parcel turns out to be refused. */
export const becomingRefused = {
  meta: title('Became a refusal', '转为拒收'),
  entry: signal('became.refused'),
} as const;

/** Ends an exception type where the goods turn out to be damaged. */
export const becomingDamaged = {
  meta: title('Became a case of damage', '转为破损'),
  entry: signal('became.damaged'),
} as const;

/** Ends an exception type where somebody reports the parcel lost. */
export const becomingLost = {
  meta: title('Became a loss', '转为丢失'),
  entry: signal('became.lost'),
} as const;

/** Ends an exception type where the courier could not say in time where the parcel is: it counts as lost. */
export const becomingSilent = {
  meta: title('Became a loss: nothing more was heard of it', '久无音讯，转为丢失'),
  entry: signal('became.silent'),
} as const;

/** Ends a loss on the way back where the parcel is found or moves again: it goes on to where it was going. */
export const becomingReturning = {
  meta: title('Found on the way back', '退回件已找到'),
  entry: signal('became.returning'),
} as const;

/** Ends a loss on the way back where the goods arrive: they are assessed there as any return. */
export const becomingReturned = {
  meta: title('Back after all', '退回件已到达'),
  entry: signal('became.returned'),
} as const;

/** Ends an exception type where the tracking turns out to stand still: the courier is asked to verify it. */
export const becomingStale = {
  meta: title('Became stale tracking', '转为物流停滞核实'),
  entry: 'becomeStale',
} as const;

/** Ends an exception type where the parcel reaches the buyer, or nothing else is owed. */
export const resolved = { meta: title('Resolved without a loss', '已解决') } as const;
