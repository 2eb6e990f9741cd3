import { describe, expect, it } from 'vitest';
import { changedLines } from '../../cli/difference-lines.ts';
import { pairsOf } from '../../explain/render/pairs.ts';

const refund = { from: 'escrow', to: 'buyer', amount: 12900, for: 'refund', article: 'DMG-7' };
const claim = { from: 'courier', to: 'merchant', amount: 10000, for: 'claim', article: 'DMG-30' };

describe('pairsOf', () => {
  it.each<
    [
      what: string,
      expected: unknown,
      actual: unknown,
      pairs: [name: string, expected: string, actual: string][],
    ]
  >([
    ['status', 'open', 'closed', [['status', 'open', 'closed']]],
    [
      'payer',
      { article: 'DMG-6', bearer: 'buyer' },
      { article: 'DMG-7', bearer: 'merchant' },
      [['payer', 'DMG-6 buyer', 'DMG-7 merchant']],
    ],
    ['recourse', null, { article: 'DMG-30', bearer: 'courier' }, [['recourse', 'null', 'DMG-30 courier']]],
    [
      'freight',
      { article: 'DMG-20', outbound: 'buyer', return: 'buyer' },
      { article: 'DMG-20', outbound: 'merchant', return: 'buyer' },
      [['freight', 'DMG-20 outbound buyer, return buyer', 'DMG-20 outbound merchant, return buyer']],
    ],
    ['deadlines', [], ['buyerChoice', 'evidence'], [['deadlines', '[]', 'buyerChoice, evidence']]],
    [
      'states',
      'open.remedy.choosing',
      ['open.parcel.moving', 'open.remedy.refunding.paying'],
      [['states', 'open.remedy.choosing', 'open.remedy.refunding.paying']],
    ],
    ['states', 'open.remedy.choosing', ['closed'], [['states', 'open.remedy.choosing', 'closed']]],
  ])('should show %s', (name, expected, actual, pairs) => {
    expect(shown(name, expected, actual)).toEqual(pairs);
  });

  it('should show of lists only the entries that differ, and of an entry only the fields that differ', () => {
    expect(shown('postings', [refund, { ...claim, amount: 9000 }], [refund, claim])).toEqual([
      ['postings[1]', 'amount: 9000', 'amount: 10000'],
    ]);
    expect(shown('postings', [claim], [refund, claim])).toEqual([
      ['postings[0]', '-', 'from: escrow, to: buyer, amount: 12900, for: refund, article: DMG-7'],
    ]);
    expect(
      shown(
        'effects',
        ['notifyBuyer', { type: 'fileClaim', against: 'courier' }, 'askHuman'],
        [
          { type: 'notifyBuyer', notice: 'result' },
          { type: 'fileClaim', against: 'supplier', amount: 5 },
        ],
      ),
    ).toEqual([
      ['effects[1]', 'fileClaim against: courier', 'fileClaim against: supplier'],
      ['effects[2]', 'askHuman', '-'],
    ]);
  });
});

describe('changedLines', () => {
  it('should show what was removed and added, with the line where it stood', () => {
    expect(changedLines('a\nb\nc\nd\ne', 'a\nB\nc\nd\ne\nf')).toEqual(['@ 2', '- b', '+ B', '@ 6', '+ f']);
  });

  it('should show nothing of equal texts, however their lines end', () => {
    expect(changedLines('a\r\nb', 'a\nb')).toEqual([]);
  });

  it('should not take forever for texts that have nothing in common', () => {
    const one = Array.from({ length: 3000 }, (_, index) => `one ${index}`).join('\n');
    const other = Array.from({ length: 3000 }, (_, index) => `other ${index}`).join('\n');

    expect(changedLines(one, other)).toHaveLength(6001);
  });
});

// Helpers

function shown(name: string, expected: unknown, actual: unknown) {
  return pairsOf({ path: `events[2].expect.${name}`, expected, actual }).map((pair) => [
    pair.name,
    pair.expected,
    pair.actual,
  ]);
}
