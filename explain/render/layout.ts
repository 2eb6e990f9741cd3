/** Columns a text takes in a terminal: Chinese characters and full-width marks take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Rows of cells as lines: every column but the last as wide as its widest cell, two blanks between columns. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [place, cell] of row.entries()) widths[place] = Math.max(widths[place] ?? 0, widthOf(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, place) => (place === row.length - 1 ? cell : fill(cell, widths[place] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A label and the lines that belong to it; only the first line shows the label. */
export type Labelled = readonly [label: string, lines: readonly string[]];

/** Labelled lines below a heading, the labels in a column of their own. What has no lines is left out. */
export function labelled(entries: readonly Labelled[], width = 0): string[] {
  const shown = entries.filter(([, lines]) => lines.length > 0);
  const labelWidth = Math.max(width, ...shown.map(([label]) => widthOf(label)));
  return shown.flatMap(([label, lines]) =>
    lines.map((line, place) => `  ${fill(place === 0 ? label : '', labelWidth)}  ${line}`.trimEnd()),
  );
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], by = 2): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));
}

/** Words in as many lines as it takes to keep each within 100 columns. */
export function wrapped(items: readonly string[], separator: string): string[] {
  const lines: string[] = [];
  for (const [place, item] of items.entries()) {
    const last = lines.at(-1);
    const text = place === items.length - 1 ? item : item + separator.trimEnd();
    if (last !== undefined && widthOf(last) + 1 + widthOf(text) <= 100)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}

// Helpers

/** A text filled up with blanks to a number of columns. */
function fill(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
