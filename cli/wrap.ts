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

// Helpers

/** Words with the blanks after them; a Chinese character with the mark that must not begin a line. */
function piecesOf(text: string): string[] {
  return text.match(/[\u2e80-\u9fff][，。；：、）＝》]?|[^\s\u2e80-\u9fff]+\s*|\s+/gu) ?? [];
}
