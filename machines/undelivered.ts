import type { FactValue } from '../domain/facts.ts';
import { notes, request, starts, stops, stopsWatching, title } from './setup.ts';

/** The parcel waits at a pickup place, and the buyer is told where. */
export const awaitsPickup = {
  meta: title('The buyer collects it', '等待买家自提'),
  entry: [...request('notifyBuyer', { notice: 'pickupPlace' }), ...starts('retention', 'buyer')],
  exit: stops('retention'),
} as const;

/** The courier takes the parcel back to the sender, for the reason `way` names, and its tracking is watched. */
export function wayBack<Way extends FactValue<'way'>>(way: Way) {
  return {
    meta: title('On the way back', '退回途中'),
    entry: [
      notes({ way }),
      ...request('instructCourier', { instruction: 'returnToSender' }),
      ...starts('staleTracking', 'courier'),
    ],
    exit: stopsWatching,
  } as const;
}
