import { isUtf8 } from 'node:buffer';

/** A line of a stream, or why it is none. */
export type StreamLine = { readonly text: string } | { readonly problem: string };

/** The longest line that is read, in bytes. */
const longestLine = 1_000_000;

const newline = 0x0a;

/** The lines of a stream of bytes, one after the other, without ever holding more than a line and a chunk. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<StreamLine[]> {
  let rest: Buffer[] = [];
  let length = 0;
  let tooLong = false;
  const finish = (): StreamLine => {
    const line = rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest);
    const problem = tooLong
      ? `the line is longer than ${longestLine} bytes`
      : isUtf8(line)
        ? null
        : 'the line is not UTF-8';
    [rest, length, tooLong] = [[], 0, false];
    return problem === null ? { text: line.toString('utf8') } : { problem };
  };
  const keep = (part: Buffer) => {
    length += part.length;
    if (length > longestLine) [rest, tooLong] = [[], true];
    else rest.push(part);
  };
  for await (const chunk of chunks) {
    const lines: StreamLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    if (start < chunk.length) keep(Buffer.from(chunk.subarray(start)));
    yield lines;
  }
  if (length > 0) yield [finish()];
}
