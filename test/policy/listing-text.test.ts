import { describe, expect, it } from 'vitest';
import { conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { citedTransitions } from '../../machines/cited-transitions.ts';
import { width } from '../../policy/columns.ts';
import { listRulebook } from '../../policy/listing.ts';
import { renderJson, renderMarkdown, renderTable } from '../../policy/listing-text.ts';
import { small } from '../support/small-rulebook.ts';

const on = '2026-03-01';

describe('the rulebook as a table', () => {
  const listing = listRulebook(small, { on, type: 'test' });

  it('should align its columns', () => {
    expect(renderTable(listing, 'en').split('\n').slice(0, 5)).toEqual([
      'Test',
      'Article  Layer    Decides                               Sources      Rule',
      'TST-1    payer    merchant, compensation only           001:294      Nobody signed: the merchant pays.',
      'TST-2    payer    buyer                                 A-36         A | B: the buyer pays.',
      'TST-20   freight  out: merchant; back: whoever paid it  000:101-103  Always.',
    ]);
  });

  it('should align its columns in Chinese, where a character takes two', () => {
    const lines = renderTable(listing, 'zh').split('\n').slice(1, 5);

    expect(lines[0]).toBe('条款    层面    认定                          依据         规则');
    expect(lines[3]).toBe('TST-20  运费    去程：商家；回程：谁付谁承担  000:101-103  总是。');
    expect(lines.map((line) => width(line.slice(0, line.search(/规则|无人|由买|总是/))))).toEqual([
      59, 59, 59, 59,
    ]);
  });

  it('should print what the product decided by itself, question by question', () => {
    const lines = renderTable(listing, 'en', 'assumed').split('\n');

    expect(lines.slice(0, 2)).toEqual([
      'What the product decided by itself',
      expect.stringMatching(/^Question +Carried by +Choice and reason$/),
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^A-36 +TST-2 +Made up for this test\.$/));
    const questions = lines.slice(2, -1).map((line) => line.slice(0, 4));
    expect(questions).toEqual([...questions].sort());
  });
});

describe('the rulebook as Markdown', () => {
  const listing = listRulebook(small, { on });

  it('should have a table for each type, with conditions and full sources', () => {
    const lines = renderMarkdown(listing, 'en').split('\n');

    expect(lines.slice(0, 4)).toEqual([
      '## Test 测试',
      '',
      '| Article | Layer | Rule | When | Decides | Goes before | Sources |',
      '| --- | --- | --- | --- | --- | --- | --- |',
    ]);
    expect(lines[5]).toBe(
      '| TST-2 | payer | A \\| B: the buyer pays.<br>由买家承担。 | ' +
        'who signed for the parcel: the buyer / a third party; inspected before signing: no<br>' +
        'or who signed for the parcel: nobody | buyer | TST-1 | assumed, A-36: Made up for this test. |',
    );
  });

  it('should have parameters, conditions, transitions, assumptions and the guides', () => {
    const headings = renderMarkdown(listing, 'zh')
      .split('\n')
      .filter((line) => line.startsWith('## '));

    expect(headings).toEqual([
      '## 测试',
      '## 测试',
      '## 参数',
      '## 流程条件',
      '## 有依据的流转',
      '## 产品自行决定的事项',
      '## 依据',
    ]);
    expect(renderMarkdown(listing, 'en')).toContain('| 004 | Courier problem parcel handbook | 247 |');
    expect(renderMarkdown(listing, 'en', 'assumed').match(/^## .*$/gm)).toEqual([
      '## What the product decided by itself',
    ]);
  });

  it('should have as many cells in every row as its table has columns', () => {
    const whole = listRulebook({ books: rulebooks, conditions, transitions: citedTransitions() }, { on });
    const tables = renderMarkdown(whole, 'en').split('\n\n');
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;

    for (const table of tables) {
      expect(
        new Set(
          table
            .split('\n')
            .filter((line) => line.startsWith('|'))
            .map(cells),
        ).size,
      ).toBeLessThan(2);
    }
    expect(tables.length).toBeGreaterThan(20);
  });
});

describe('the rulebook as JSON', () => {
  it('should be the listing', () => {
    const listing = listRulebook(small, { on });

    expect(JSON.parse(renderJson(listing))).toEqual(JSON.parse(JSON.stringify(listing)));
    expect(JSON.parse(renderJson(listing, 'assumed'))).toEqual(listing.assumptions);
  });
});

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['破损', 4],
    ['去程：商家', 10],
    ['A、B', 4],
    ['', 0],
  ])('of "%s" should be %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});
