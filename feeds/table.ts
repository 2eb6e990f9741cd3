import type { Text } from '../domain/text.ts';
import type { SignalName } from './signals.ts';

/** One code of a provider: its words, and what it says. */
export interface CodeRow {
  readonly code: string;
  /** The field of the provider in which the code stands, such as `StateEx`. */
  readonly level: string;
  readonly title: Text;
  /** What it says; `null`: it has several readings, or none, and a person must look. */
  readonly says: SignalName | null;
  /** Readings that a person must decide on: all of them where `says` is `null`, else what stands behind it. */
  readonly perhaps: readonly SignalName[];
  /** Where copies of the table disagree, or what must not be concluded. */
  readonly note: Text | null;
}

/** The codes of one provider and where they were read. */
export interface CodeTable {
  readonly provider: string;
  readonly title: Text;
  /** Where the codes come from, and how well they are known. */
  readonly source: Text;
  readonly rows: readonly CodeRow[];
}

/** A row as it is written: code, words in Chinese and English, what it says, other readings, a note. */
type Written = readonly [
  code: string,
  zh: string,
  en: string,
  says: SignalName | null,
  perhaps?: readonly SignalName[],
  note?: Text,
];

/** The rows of one level. A code with `*` stands for every code of that form. */
export function level(name: string, rows: readonly Written[]): CodeRow[] {
  return rows.map(([code, zh, en, says, perhaps = [], note = null]) => ({
    code,
    level: name,
    title: { en, zh },
    says,
    perhaps,
    note,
  }));
}

/** The row of a code; `null` if the table does not know it. Of several forms the first that fits counts. */
export function rowOf({ rows }: CodeTable, code: string): CodeRow | null {
  return rows.find((row) => fits(row.code, code)) ?? null;
}

// Helpers

function fits(form: string, code: string): boolean {
  if (!form.includes('*')) return form === code;
  const [before = '', after = ''] = form.split('*');
  return code.length >= before.length + after.length && code.startsWith(before) && code.endsWith(after);
}
