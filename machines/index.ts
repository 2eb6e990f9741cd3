import { afterSaleMachine } from './after-sale.ts';
import { damagedMachine } from './damaged.ts';
import { dropshipReturnMachine } from './dropship-return.ts';
import { lostMachine } from './lost.ts';
import { minorFlawMachine } from './minor-flaw.ts';
import { misroutedMachine } from './misrouted.ts';
import { namedOnlyMachine } from './named-only.ts';
import { overAreaMachine } from './over-area.ts';
import { papersMachine } from './papers.ts';
import { parcelCaseMachine } from './parcel-case.ts';
import { recipientMachine } from './recipient.ts';
import { refusedMachine } from './refused.ts';
import { shippingDutyMachine } from './shipping-duty.ts';
import { standstillMachine } from './standstill.ts';

/** All machines by name: the composed parcel case and each exception type alone. */
export const machines = {
  parcelCase: parcelCaseMachine,
  refused: refusedMachine,
  damaged: damagedMachine,
  lost: lostMachine,
  misrouted: misroutedMachine,
  overArea: overAreaMachine,
  dropshipReturn: dropshipReturnMachine,
  recipient: recipientMachine,
  papers: papersMachine,
  standstill: standstillMachine,
  shippingDuty: shippingDutyMachine,
  namedOnly: namedOnlyMachine,
  afterSale: afterSaleMachine,
  minorFlaw: minorFlawMachine,
} as const;

/** The name of a machine. */
export type MachineName = keyof typeof machines;

/** The names of all machines. */
export const machineNames = Object.keys(machines) as MachineName[];
