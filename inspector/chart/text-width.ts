/**
 * How wide a text is at most, in CSS pixels. An estimate that needs no browser: a tenth more than the common sans-serif
 * fonts take, so that a label fits its place whichever of them is there.
 * @param size of the font, in CSS pixels.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return Math.ceil(em * size * (bold ? 1.08 : 1) * 1.1);
}

/** Breaks a text into lines no wider than `widest`: at spaces, and between any two characters of Chinese. */
export function wrapText(text: string, widest: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    const isTrailing = /^[，。：；、？！）」』”]$/u.test(piece);
    if (line !== '' && !isTrailing && textWidth((line + piece).trimEnd(), size, bold) > widest) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A text of no more than so many characters, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

// Helpers

/** In em, of the wider of the usual fonts. */
function widthOf(character: string): number {
  if (/[\u2e80-\uffef]/u.test(character)) return 1;
  if (/[ijlI.,:;'|!]/.test(character)) return 0.3;
  if (/[frt()[\] \-/]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.88;
  if (/[A-Z&…→]/.test(character)) return 0.7;
  return 0.59;
}
