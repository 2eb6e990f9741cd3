import { assumed, stated } from '../../policy/citation.ts';
import type { RulebookSources } from '../../policy/listing.ts';
import { rulebook } from '../../policy/rulebook.ts';

const test = rulebook({
  type: 'test',
  title: { en: 'Test', zh: '测试' },
  facts: ['signedBy', 'inspectedBeforeSigning'],
  articles: {
    'TST-1': {
      title: { en: 'Nobody signed: the merchant pays.', zh: '无人签收：商家负责。' },
      cites: [stated('afterSales', 294, 294, 'R-098')],
      when: { signedBy: 'nobody' },
      liability: { payer: 'merchant' },
      limitedTo: 'compensation',
    },
    'TST-2': {
      title: { en: 'A | B: the buyer pays.', zh: '由买家承担。' },
      cites: [assumed('Made up for this test.', 'A-36')],
      when: [{ signedBy: ['buyer', 'thirdParty'], inspectedBeforeSigning: 'no' }, { signedBy: 'nobody' }],
      liability: { payer: 'buyer' },
      exceptionTo: ['TST-1'],
    },
    'TST-20': {
      title: { en: 'Always.', zh: '总是。' },
      cites: [stated('refusal', 101, 103, 'R-075')],
      when: {},
      liability: { freight: { outbound: 'merchant', return: 'asPaid' } },
    },
  },
});
/** A made-up rulebook of three articles, an empty one, two conditions and two transitions. */
export const small: RulebookSources = {
  books: { test, other: { ...test, type: 'other', articles: {} } },
  conditions: {
    cited: { title: { en: 'It holds.', zh: '成立。' }, cites: [assumed('Chosen.', 'A-09')] },
    bare: { title: { en: 'No source.', zh: '无依据。' } },
  },
  transitions: [
    { state: 'test.waiting', event: 'parcel.signed', cites: [assumed('Moves.', 'A-10')] },
    { state: 'remedy.choosing', event: 'refund.paid', cites: [stated('refusal', 25, 25, 'R-070')] },
  ],
};
