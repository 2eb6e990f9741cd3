import { due, request, starts, stops, title } from './setup.ts';

/**
 * A wait whose end nobody knows. After a while a human decides whether to go on waiting, and the receipt deadline is
 * extended once more.
 */
export const longWait = {
  initial: 'lasting',
  states: {
    lasting: {
      meta: title('The wait is not long yet', '等待中'),
      entry: starts('waitReview', 'merchant'),
      exit: stops('waitReview'),
      on: { 'waitReview.lapsed': { guard: due('waitReview'), target: 'reviewing' } },
    },
    reviewing: {
      meta: title('The wait has become long: a human looks at it', '等待过久，人工跟进'),
      tags: 'needsHuman',
      entry: [...request('askHuman', { reason: 'longWait' }), ...request('extendReceipt', {})],
    },
  },
} as const;
