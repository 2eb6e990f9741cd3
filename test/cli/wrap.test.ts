import { describe, expect, it } from 'vitest';
import { wrap, wrapLine } from '../../cli/wrap.ts';
import { widthOf } from '../../explain/render/layout.ts';

describe('wrap', () => {
  it('should break at blanks', () => {
    expect(wrap('who signed for the parcel', 12)).toEqual(['who signed', 'for the', 'parcel']);
  });

  it('should break between Chinese characters, and begin no line with a mark', () => {
    expect(wrap('签收人＝第三方，须为本人', 8)).toEqual(['签收人＝', '第三方，', '须为本人']);
  });

  it('should leave a word that is too long whole', () => {
    expect(wrap('a extraordinarily long', 6)).toEqual(['a', 'extraordinarily', 'long']);
  });
});

describe('wrapLine', () => {
  it('should leave a line that fits alone', () => {
    expect(wrapLine('  rule  DMG-7  short', 20)).toEqual(['  rule  DMG-7  short']);
    expect(wrapLine('x'.repeat(500), Number.POSITIVE_INFINITY)).toEqual(['x'.repeat(500)]);
  });

  it('should go on below the last column', () => {
    expect(wrapLine('  not  DMG-6  proof of contact = shown, needs missing', 38)).toEqual([
      '  not  DMG-6  proof of contact =',
      '              shown, needs missing',
    ]);
  });

  it('should go on near the margin where the last column stands too far to the right', () => {
    expect(wrapLine('  refund.paid         merchant  The refund was paid', 40)).toEqual([
      '  refund.paid         merchant  The',
      '    refund was paid',
    ]);
  });

  it('should never be wider than asked where words allow it', () => {
    const line =
      '      DMG-8   商家    已向平台投诉＝否，须为是；参数：投诉后的商家处理＝部分补偿，须为全额补偿';

    for (let width = 30; width < 90; width++) {
      for (const part of wrapLine(line, width)) expect(widthOf(part)).toBeLessThanOrEqual(width);
    }
  });
});
