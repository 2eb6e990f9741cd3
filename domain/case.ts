import { z } from 'zod';
import { type FactName, type FactValue, valuesOf } from './facts.ts';
import { fenSchema } from './money.ts';
import { DAY, instantSchema } from './time.ts';

const choice = <Name extends FactName>(name: Name) =>
  z.enum(valuesOf(name) as readonly [FactValue<Name>, ...FactValue<Name>[]]).optional();
// A hundred years: the ends of deadlines stay dates that can be written.
const span = z
  .number()
  .int()
  .positive()
  .max(36_500 * DAY)
  .optional()
  .describe('Milliseconds');
const cap = fenSchema.positive().optional();
const provinces = z.array(z.string().min(1)).optional().describe('Names of provinces');

/** What is known of the order when a case is opened. Amounts are in fen. */
export const orderSchema = z.strictObject({
  waybill: z.string().min(1).max(64),
  courier: z.string().min(1).max(64),
  paid: fenSchema
    .positive({ error: 'must be more than 0: the buyer paid for the order' })
    .describe('What the buyer paid for the goods, in fen'),
  outboundFreight: fenSchema.default(0).describe('Freight of the way out, in fen'),
  freightTerm: z
    .enum(['prepaid', 'collect'])
    .default('prepaid')
    .describe('Whether freight is paid before or at the door'),
  outboundFreightPaidBy: z
    .enum(['buyer', 'merchant'])
    .default('merchant')
    .describe('Who paid prepaid freight (merchant: free shipping)'),
  dropship: z.boolean().default(false).describe('Whether a supplier ships directly'),
  priceClass: z
    .enum(['normal', 'special'])
    .default('normal')
    .describe('special: the title names a clearance, flash sale or other campaign'),
  region: z
    .enum(['jzh', 'other', 'remote'])
    .optional()
    .describe('Where the buyer lives; without it the province decides'),
  province: z.string().min(1).max(64).optional().describe('Province of the buyer, such as 新疆'),
  receiptDueAt: instantSchema.optional().describe('When receipt is confirmed automatically'),
});

/** What a case is opened with. */
export const caseInputSchema = z.strictObject({
  caseId: z.string().min(1).max(64).describe('Identifies the case; part of every effect key'),
  openedAt: instantSchema.describe('When the case was opened; parameters are read for this date'),
  order: orderSchema,
  ruleSet: z.enum(['guides']).default('guides'),
  policy: z
    .strictObject({
      evidence: span,
      retention: span,
      search: span,
      staleTracking: span,
      courierVerification: span,
      buyerChoice: span,
      courierReply: span,
      supplierReply: span,
      ticketReply: span,
      returnWindow: span,
      correction: span,
      urgeTicket: span,
      alternativeShipment: span,
      trackingStart: span,
      waitReview: span,
      stalledTracking: span,
      stuckOutForDelivery: span,
      normalTransitJzh: span,
      normalTransitOther: span,
      normalTransitRemote: span,
      paymentAttempts: z.number().int().positive().optional(),
      reshipment: span,
      reportWindow: z
        .number()
        .int()
        .nonnegative()
        .max(36_500 * DAY)
        .optional()
        .describe('Milliseconds; 0: no limit'),
      deliveryAttempts: z.number().int().positive().optional(),
      courierFallback: z.array(z.string().min(1)).min(1).optional(),
      groundlessRefusalFreight: choice('groundlessRefusalFreight'),
      goodwillAfterComplaint: choice('goodwillAfterComplaint'),
      bearerAfterInspection: choice('bearerAfterInspection'),

      // After-sale
      merchantReply: span,
      returnShipTimer: span,
      refundCountdown: span,
      countdownAlert: span,
      exchangeFreight: choice('exchangeFreight'),

      // Minor flaw
      flawFloorJzh: cap,
      flawFloorOther: cap,
      flawCapJzh: cap,
      flawCapOther: cap,
      flawCapRemote: cap,
      jzhProvinces: provinces,
      discountRemote: provinces,
      transitRemote: provinces,
    })
    .default({})
    .describe("The merchant's own choices on top of the parameters in force"),
});

/** What a case is opened with, as a caller writes it. */
export type CaseInput = z.input<typeof caseInputSchema>;

/** The order, complete. */
export type Order = z.output<typeof orderSchema>;
