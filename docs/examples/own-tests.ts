import { everyLife, keepsInvariants } from 'parcel-exceptions/testing';

// Your own policy, under everything that can happen to a case.
const policy = { goodwillAfterComplaint: 'full', bearerAfterInspection: 'merchant' } as const;
everyLife('damaged', (trace) => keepsInvariants(trace), { policy, runs: 40, seed: 1 });

// Your own host: it may be woken twice, so it must do an effect once for each key.
const paid = new Map<string, number>();
everyLife(
  'parcelCase',
  ({ effects, life }) => {
    paid.clear();
    for (const effect of [...effects, ...effects])
      if (effect.type === 'refundBuyer') paid.set(effect.params.key, effect.params.amount);
    for (const amount of paid.values())
      if (amount > life.input.order.paid) throw new Error('more was refunded than was paid');
  },
  { runs: 40, seed: 1 },
);
console.log('held in 80 lives');
