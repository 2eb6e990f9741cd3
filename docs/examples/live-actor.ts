import { type Effect, parcelCaseMachine } from 'parcel-exceptions';
import { createActor } from 'xstate';

// A host performs effects by providing actions of their names. `key` makes doing one twice harmless.
const performed: Effect<'notifyBuyer'>['params'][] = [];
const machine = parcelCaseMachine.provide({
  actions: {
    notifyBuyer: (_, params) => {
      performed.push(params);
    },
  },
});

const actor = createActor(machine, {
  input: {
    caseId: 'case-2',
    openedAt: '2026-03-02T09:00:00Z',
    order: { waybill: 'ZT0000000002', courier: 'zto', paid: 4500 },
  },
});
actor.subscribe((snapshot) => {
  if (snapshot.matches({ open: { exception: { misrouted: { handling: 'forwarding' } } } })) {
    console.log('to be forwarded');
  }
});
actor.start();
actor.send({ type: 'parcel.misrouted', at: '2026-03-03T08:00:00Z', place: 'Beijing' });
actor.stop();

console.log(performed);
