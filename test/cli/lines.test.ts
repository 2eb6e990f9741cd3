import { describe, expect, it } from 'vitest';
import { linesOf } from '../../cli/lines.ts';

describe('linesOf', () => {
  it('should give the same lines however the bytes are cut', async () => {
    const bytes = Buffer.from('one\n二二\n\nthree');

    for (let size = 1; size <= bytes.length; size++) {
      expect(await all(cut(bytes, size))).toEqual([
        { text: 'one' },
        { text: '二二' },
        { text: '' },
        { text: 'three' },
      ]);
    }
  });

  it('should give nothing of nothing, and no line after the last end of line', async () => {
    expect(await all([])).toEqual([]);
    expect(await all([Buffer.from('one\n')])).toEqual([{ text: 'one' }]);
  });

  it('should say that a line is no text, and go on', async () => {
    expect(await all([Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0a])])).toEqual([
      { problem: 'the line is not UTF-8' },
      { text: 'b' },
    ]);
  });

  it('should not keep a line without end, and go on after it', async () => {
    const chunk = Buffer.alloc(400_000, 'x');
    const lines = await all([Buffer.from('one\n'), chunk, chunk, chunk, Buffer.from('\ntwo\n')]);

    expect(lines).toEqual([
      { text: 'one' },
      { problem: 'the line is longer than 1000000 bytes' },
      { text: 'two' },
    ]);
  });
});

// Helpers

async function all(chunks: Iterable<Buffer>) {
  const lines = [];
  for await (const some of linesOf(stream(chunks))) lines.push(...some);
  return lines;
}

async function* stream(chunks: Iterable<Buffer>) {
  yield* chunks;
}

function cut(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
