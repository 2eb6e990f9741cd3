import { type Fen, total } from '../domain/money.ts';
import type { Text } from '../domain/text.ts';
import type { CaseContext } from '../guards/case-context.ts';
import type { ConditionName } from '../guards/conditions.ts';
import { claimable } from '../guards/freight-share.ts';

/** The amount a condition compares the amount of an event with. */
export interface AmountLimit {
  readonly kind: 'exactly' | 'atMost';
  readonly title: Text;
  /** In fen. */
  readonly amount: Fen;
}

const paid: Text = { en: 'paid by the buyer', zh: '买家实付' };
const claimed: Text = { en: 'claim', zh: '索赔额' };

const limits: Partial<
  Record<
    ConditionName,
    (context: CaseContext) => Omit<AmountLimit, 'amount'> & { amount?: Fen | undefined | null }
  >
> = {
  withinPaid: ({ order }) => ({ kind: 'atMost', title: paid, amount: order.paid }),
  refundIsWhole: ({ order }) => ({ kind: 'exactly', title: paid, amount: order.paid }),
  amountAgreed: ({ agreed }) => ({
    kind: 'exactly',
    title: { en: 'agreed', zh: '约定金额' },
    amount: agreed,
  }),
  withinLoss: (context) => ({
    kind: 'atMost',
    title: { en: 'lost by the merchant', zh: '商家损失' },
    amount: claimable(context),
  }),
  withinClaim: ({ claim }) => ({ kind: 'atMost', title: claimed, amount: claim?.amount }),
  paysClaim: ({ claim }) => ({ kind: 'exactly', title: claimed, amount: claim?.amount }),
  repaysRefund: ({ postings }) => ({
    kind: 'exactly',
    title: { en: 'refunded', zh: '已退款额' },
    amount: total(postings, 'refund'),
  }),
  repaysClaim: ({ postings }) => ({
    kind: 'exactly',
    title: { en: 'compensation received', zh: '已收赔款' },
    amount: total(postings, 'claim'),
  }),
};

/** The amount a condition allows, or `null` if it compares none. */
export function limitOf(name: ConditionName, context: CaseContext): AmountLimit | null {
  const limit = limits[name]?.(context);
  return typeof limit?.amount === 'number' ? { ...limit, amount: limit.amount } : null;
}
