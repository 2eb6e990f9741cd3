import { widthOf } from '../explain/render/layout.ts';

/** A text on lines of at most a number of columns. It breaks at blanks, and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const fits = widthOf(line + piece.trimEnd()) <= width;
    if (!fits && line !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

/** A line of columns on as many lines as it needs: what does not fit goes on below its last column. */
export function wrapLine(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const [, head = '', text = ''] = /^(.*(?:^| {2,}))(\S.*)$/.exec(line) ?? [];
  const leading = /^ */.exec(line)?.[0].length ?? 0;
  const column = widthOf(head);
  if (column > width / 2) return hung(' '.repeat(leading), line.slice(leading), leading + 2, width);
  return hung(head, text, column, width);
}

// Helpers

function hung(head: string, text: string, indent: number, width: number): string[] {
  const [first = '', ...more] = wrap(text, width - indent);
  return [head + first, ...more.map((line) => ' '.repeat(indent) + line)];
}

/** Words with the blanks after them; a Chinese character with the mark that must not begin a line. */
function piecesOf(text: string): string[] {
  return text.match(/[\u2e80-\u9fff][，。；：、）＝》]?|[^\s\u2e80-\u9fff]+\s*|\s+/gu) ?? [];
}
