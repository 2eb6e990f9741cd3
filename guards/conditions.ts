import { afterSaleConditions } from './after-sale-conditions.ts';
import { decisionConditions } from './decision-conditions.ts';
import { deliveryConditions } from './delivery-conditions.ts';
import { exceptionConditions } from './exception-conditions.ts';
import { settlementConditions } from './settlement-conditions.ts';

/** The conditions of the flow. Guards of the machines have these names; `explain` reads the titles. */
export const conditions = {
  ...decisionConditions,
  ...exceptionConditions,
  ...deliveryConditions,
  ...afterSaleConditions,
  ...settlementConditions,
} as const;

/** The name of a condition. */
export type ConditionName = keyof typeof conditions;
