import { openCase } from '../actions/opening.ts';
import { articleGuards, exception } from './exception.ts';
import { parcel } from './parcel.ts';
import { receipt } from './receipt.ts';
import { recovery } from './recovery.ts';
import { remedy } from './remedy.ts';
import { caseSetup, title } from './setup.ts';
import { closed, outputOf } from './standalone.ts';
import { ticket } from './ticket.ts';
import { urge } from './urge.ts';

/**
 * A whole parcel case: where the goods are, what is wrong with them, what the buyer gets, what the merchant recovers,
 * the tickets of the platform, and the date of receipt.
 */
export const parcelCaseMachine = caseSetup.extend({ guards: articleGuards }).createMachine({
  id: 'parcelCase',
  version: '1',
  context: ({ input }) => openCase(input),
  output: outputOf,
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      meta: title('Open', '处理中'),
      states: { parcel, exception, remedy, recovery, ticket, urge, receipt },
    },
    closed,
  },
});
