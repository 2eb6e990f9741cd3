import type { Text } from '../../domain/text.ts';
import { columns, indented } from '../../explain/render/layout.ts';
import { marks } from '../../explain/render/words.ts';
import { type CodeRow, type CodeTable, codeTables, rowOf, signalCatalogue } from '../../feeds/index.ts';
import { nearest } from '../../replay/nearest.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';
import { wrapLine } from '../wrap.ts';

/** Options of `codes`. */
export interface CodesOptions {
  readonly json?: boolean;
}

interface Listed {
  readonly table: CodeTable;
  readonly rows: readonly CodeRow[];
}

/** Prints what the codes of the providers say. Returns the exit code. */
export function codes(
  provider: string | undefined,
  code: string | undefined,
  { json = false }: CodesOptions,
  terminal: Terminal,
): number {
  const listed = listOf(provider, code);
  if ('problem' in listed) {
    terminal.error(terminal.say(listed.problem));
    return INVALID;
  }
  if (json) terminal.out(JSON.stringify(listed.flatMap(asData), null, 2));
  else {
    for (const [place, each] of listed.entries()) {
      if (place > 0) terminal.out();
      for (const line of asTable(each, terminal)) terminal.out(wrapLine(line, terminal.columns).join('\n'));
    }
  }
  return OK;
}

// Helpers

/** The rows of a provider, or one code of it, or one code wherever it exists. */
function listOf(
  provider: string | undefined,
  code: string | undefined,
): Listed[] | { readonly problem: Text } {
  if (provider === undefined) return codeTables.map((table) => ({ table, rows: table.rows }));
  const table = codeTables.find((each) => each.provider === provider);
  if (!table) return code === undefined ? everywhere(provider) : { problem: unknownProvider(provider) };
  if (code === undefined) return [{ table, rows: table.rows }];
  const row = rowOf(table, code);
  return row ? [{ table, rows: [row] }] : { problem: unknownCode(table, code) };
}

function everywhere(code: string): Listed[] | { readonly problem: Text } {
  const found = codeTables.flatMap((table) => {
    const row = rowOf(table, code);
    return row ? [{ table, rows: [row] }] : [];
  });
  return found.length > 0 ? found : { problem: unknownProvider(code) };
}

function unknownProvider(name: string): Text {
  const names = codeTables.map(({ provider }) => provider);
  const similar = nearest(name, names);
  return {
    en: `There is no provider and no code "${name}".${similar ? ` Did you mean "${similar}"?` : ''} Providers: ${names.join(', ')}.`,
    zh: `没有名为 "${name}" 的服务商或状态码。${similar ? `是否应为 "${similar}"？` : ''}服务商：${names.join('、')}。`,
  };
}

function unknownCode({ provider, rows }: CodeTable, code: string): Text {
  const similar = nearest(
    code,
    rows.map((row) => row.code),
  );
  return {
    en: `${provider} has no code "${code}" in the table.${similar ? ` Did you mean "${similar}"?` : ''} A report with it goes to triage.`,
    zh: `${provider} 的对照表中没有状态码 "${code}"。${similar ? `是否应为 "${similar}"？` : ''}带有该码的记录会转人工。`,
  };
}

function asData({ table, rows }: Listed) {
  const signal = (name: keyof typeof signalCatalogue) => ({ signal: name, ...signalCatalogue[name] });
  return rows.map(({ says, perhaps, ...row }) => ({
    provider: table.provider,
    ...row,
    says: says && signal(says),
    perhaps: perhaps.map(signal),
  }));
}

function asTable({ table, rows }: Listed, { language, colors }: Terminal): string[] {
  const { comma } = marks[language];
  const lines = columns(
    rows.map(({ code, level, title, says, perhaps, note }) => {
      const names = perhaps.map((name) => signalCatalogue[name].title[language]).join(comma);
      const said = says === null ? triage[language] : signalCatalogue[says].title[language];
      const events = says === null ? '' : signalCatalogue[says].becomes.join(comma);
      return [
        level,
        code,
        title[language],
        said,
        events === '' ? '–' : events,
        [names === '' ? '' : `${perhapsWord[language]} ${names}`, note ? note[language] : '']
          .filter((part) => part !== '')
          .join(marks[language].semicolon),
      ];
    }),
  );
  return [colors.bold(table.title[language]), ...indented(lines)];
}

const triage: Text = { en: 'triage', zh: '转人工' };
const perhapsWord: Text = { en: 'perhaps', zh: '可能' };
