import { afterSaleRules } from './after-sale.ts';
import { damagedRules } from './damaged.ts';
import { dropshipReturnRules } from './dropship-return.ts';
import { lostRules } from './lost.ts';
import { minorFlawRules } from './minor-flaw.ts';
import { misroutedRules } from './misrouted.ts';
import { namedOnlyRules } from './named-only.ts';
import { overAreaRules } from './over-area.ts';
import { papersRules } from './papers.ts';
import { recipientRules } from './recipient.ts';
import { refusedRules } from './refused.ts';
import { shippingDutyRules } from './shipping-duty.ts';
import { standstillRules } from './standstill.ts';

/** The rulebooks of the exception types, by the name of the machine. */
export const rulebooks = {
  refused: refusedRules,
  damaged: damagedRules,
  lost: lostRules,
  misrouted: misroutedRules,
  overArea: overAreaRules,
  dropshipReturn: dropshipReturnRules,
  recipient: recipientRules,
  papers: papersRules,
  standstill: standstillRules,
  shippingDuty: shippingDutyRules,
  namedOnly: namedOnlyRules,
  afterSale: afterSaleRules,
  minorFlaw: minorFlawRules,
} as const;

/** The name of an exception type. */
export type ExceptionType = keyof typeof rulebooks;

/** The names of the exception types. */
export const exceptionTypes = Object.keys(rulebooks) as ExceptionType[];
