import type { Text } from './text.ts';

/** Everyone who acts in a case. */
export const parties = ['buyer', 'merchant', 'supplier', 'courier', 'platform'] as const;
export type Party = (typeof parties)[number];

/** Who makes the buyer whole. `arbitration`: the rule itself sends the case to a human. */
export const payers = ['buyer', 'merchant', 'courier', 'nobody', 'arbitration'] as const;
export type Payer = (typeof payers)[number];

/** Whom the merchant can turn to for what it paid. `negotiation`: the supplier contests, no rule decides. */
export const recourses = ['none', 'courier', 'supplier', 'negotiation'] as const;
export type Recourse = (typeof recourses)[number];

/**
 * Who bears one line of freight. `asPaid`: the cost stays with whoever paid it; `half`: buyer and merchant bear half each,
 * an odd fen the merchant.
 */
export const freightBearers = ['buyer', 'merchant', 'courier', 'supplier', 'asPaid', 'half'] as const;
export type FreightBearer = (typeof freightBearers)[number];

/** Who bears an additional fee. It is paid by one, never shared. */
export type SurchargeBearer = Exclude<FreightBearer, 'half'>;

/** Names of parties and bearers for people. */
export const partyTitles: Readonly<Record<Party | Payer | Recourse | FreightBearer | 'escrow', Text>> = {
  buyer: { en: 'buyer', zh: '买家' },
  merchant: { en: 'merchant', zh: '商家' },
  supplier: { en: 'supplier', zh: '供应商' },
  courier: { en: 'courier', zh: '快递公司' },
  platform: { en: 'platform', zh: '平台' },
  escrow: { en: 'payment held in escrow', zh: '担保账户' },
  nobody: { en: 'nobody', zh: '无人承担' },
  arbitration: { en: 'to be decided by arbitration', zh: '待仲裁' },
  none: { en: 'no recourse', zh: '无追偿对象' },
  negotiation: { en: 'to be negotiated with the supplier', zh: '与供应商协商' },
  asPaid: { en: 'whoever paid it', zh: '谁付谁承担' },
  half: { en: 'buyer and merchant, half each', zh: '买卖双方各半' },
};
