import type { Language } from '../../domain/text.ts';
import { aligned } from '../../policy/columns.ts';
import { cellText, type Section } from './sections.ts';

/** Sections for a terminal: columns aligned. A section without rows is left out. */
export function tableText(sections: readonly Section[], language: Language): string {
  return withRows(sections)
    .map(({ heading, note, columns, rows }) =>
      [
        heading[language],
        ...(note ? [note[language]] : []),
        ...aligned([columns, ...rows].map((row) => row.map((cell) => cellText(cell, language)))),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Sections as Markdown. A section without rows is left out. */
export function markdownText(sections: readonly Section[], language: Language): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return withRows(sections)
    .map(({ heading, note, columns, rows }) =>
      [
        `## ${heading[language]}`,
        '',
        ...(note ? [note[language], ''] : []),
        line(columns.map((column) => column[language])),
        line(columns.map(() => '---')),
        ...rows.map((row) => line(row.map((cell) => cellText(cell, language).trim()))),
      ].join('\n'),
    )
    .join('\n\n');
}

// Helpers

function withRows(sections: readonly Section[]): Section[] {
  return sections.filter(({ rows }) => rows.length > 0);
}
