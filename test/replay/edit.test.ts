import { describe, expect, it } from 'vitest';
import { parseDocument, type YAMLMap } from 'yaml';
import { applyEdits, setField } from '../../replay/edit.ts';

const first = { type: 'a', b: 1 };
const source = `expect:
  effects:
    # to begin with
    - type: a
      b: 1 # one

    # then
    - c # that

  # what follows
  states: [x]
`;

describe('setField on a list with one item a line', () => {
  it.each<[what: string, value: readonly unknown[], wanted: string]>([
    ['nothing', [first, 'c'], source],
    [
      'one more at the end, before a blank line',
      [first, 'c', 'd'],
      source.replace('that\n', 'that\n    - d\n'),
    ],
    ['one more in between', [first, 'd', 'c'], source.replace('one\n', 'one\n    - d\n')],
    [
      'two more at the start',
      ['d', 'e', first, 'c'],
      source.replace('    - type', '    - d\n    - e\n    - type'),
    ],
    ['one instead of the last', [first, 'd'], source.replace('- c', '- d')],
    ['one instead of a map', ['d', 'c'], source.replace('- type: a\n      b: 1 # one', '- d')],
    ['only the first', [first], source.replace('    - c # that\n', '')],
    ['only the last', ['c'], source.replace('    - type: a\n      b: 1 # one\n', '')],
    [
      'others',
      ['d', 'e', 'f'],
      source.replace('- type: a\n      b: 1 # one', '- d').replace('- c # that', '- e # that\n    - f'),
    ],
  ])('should write %s and leave comments and blank lines alone', (_what, value, wanted) => {
    expect(withEffects(source, value)).toBe(wanted);
    expect(parseDocument(wanted).toJSON().expect.effects).toEqual(value);
  });

  it('should keep the line ends of the file', () => {
    const lines = (text: string) => text.replaceAll('\n', '\r\n');

    expect(withEffects(lines(source), ['c', 'd', 'e'])).toBe(
      lines(
        source.replace('    - type: a\n      b: 1 # one\n', '').replace('that\n', 'that\n    - d\n    - e\n'),
      ),
    );
  });
});

// Helpers

function withEffects(text: string, value: readonly unknown[]): string {
  const map = parseDocument(text).get('expect') as YAMLMap;
  return applyEdits(text, setField(text, map, 'effects', value));
}
