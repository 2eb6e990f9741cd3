import { caseSetup, due, request, running, stops, title } from './setup.ts';

/** The date on which receipt is confirmed automatically and the payment leaves escrow. */
export const receipt = caseSetup.createStateConfig({
  initial: 'running',
  meta: title('Confirmation of receipt', '确认收货'),
  states: {
    running: {
      meta: title('The payment is held in escrow', '货款担保中'),
      on: {
        'receipt.extended': {
          guard: 'extendsReceipt',
          actions: [
            { type: 'startDeadlineUntil', params: { id: 'receipt', mustAct: 'buyer' } },
            ...request('scheduleDeadline', ({ deadlines }) => ({ deadline: running(deadlines, 'receipt') })),
          ],
        },
        'receipt.confirmed': { target: 'confirmed', actions: [stops('receipt'), 'releaseEscrow'] },
        'receipt.lapsed': {
          guard: due('receipt'),
          target: 'confirmed',
          actions: [stops('receipt'), 'releaseEscrow'],
        },
      },
    },
    confirmed: { meta: title('Receipt confirmed', '已确认收货') },
  },
});
