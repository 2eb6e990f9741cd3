import { z } from 'zod';

/** An amount of money in fen (1 yuan is 100 fen): a whole number, never negative, never beyond exact arithmetic. */
export type Fen = number;

/** Parses an amount in fen. */
export const fenSchema = z
  .number({ error: 'must be a whole number of fen' })
  .int({
    error: 'must be a whole number of fen (1 yuan is 100 fen), without a fraction and within exact range',
  })
  .nonnegative({ error: 'must not be negative' })
  .describe('Amount in fen (1 yuan = 100 fen)');

/** Accounts between which money moves. The buyer pays into `escrow`; it is released to the merchant on receipt. */
export const accounts = ['buyer', 'escrow', 'merchant', 'supplier', 'courier'] as const;
export type Account = (typeof accounts)[number];

/** What a posting is for. */
export const postingPurposes = [
  'goods',
  'refund',
  'part',
  'concession',
  'outboundFreight',
  'returnFreight',
  'surcharge',
  'release',
  'claim',
  'claimRepayment',
  'refundRepayment',
] as const;
export type PostingPurpose = (typeof postingPurposes)[number];

/** Money that moved: `amount` fen from one account to another, and the article (or event) that moved it. */
export interface Posting {
  readonly from: Account;
  readonly to: Account;
  readonly amount: Fen;
  readonly for: PostingPurpose;
  readonly article: string;
}

/** The balance of an account after the postings, in fen: what came in minus what went out. */
export function balance(postings: readonly Posting[], account: Account): number {
  return postings.reduce(
    (sum, { from, to, amount }) => sum + (to === account ? amount : 0) - (from === account ? amount : 0),
    0,
  );
}

/** The surcharge that the courier received and did not give back, in fen. */
export function surchargeOf(postings: readonly Posting[]): Fen {
  return balance(
    postings.filter(({ for: purpose }) => purpose === 'surcharge'),
    'courier',
  );
}

/** The sum in fen of the postings with one of these purposes. */
export function total(postings: readonly Posting[], ...purposes: readonly PostingPurpose[]): Fen {
  return postings.reduce((sum, posting) => sum + (purposes.includes(posting.for) ? posting.amount : 0), 0);
}
