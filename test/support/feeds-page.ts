import {
  type CodeRow,
  codeTables,
  type SignalName,
  signalCatalogue,
  signalNames,
} from '../../feeds/index.ts';

/** The types of exception and the signals that open or suggest them, for the overview of what a provider can tell. */
const exceptions: readonly (readonly [title: string, signals: readonly SignalName[]])[] = [
  ['refused 拒收', ['refused', 'noIdentity']],
  ['damaged 破损', ['damaged']],
  ['lost 丢失', ['lost', 'lostAtPickup', 'standingStill']],
  ['mis-routed or held 错派留仓', ['misrouted', 'missorted', 'wrongHeading', 'missedRun', 'held']],
  ['over-area 超区', ['outsideArea']],
  ['recipient trouble 收件人问题', ['unreachable', 'dataWrong', 'cannotPay']],
  ['standing still 物流停滞', ['notPickedUp', 'late', 'customsHeld', 'returning']],
];

/** What each provider can tell of each type of exception: codes that say it, in brackets those that only suggest it. */
export function overview(): string {
  const rows = exceptions.map(([title, signals]) => {
    const cells = codeTables.map(({ rows: codes }) => {
      const says = codes.filter(({ says: said }) => said !== null && signals.includes(said));
      const hints = codes.filter(
        (row) => !says.includes(row) && row.perhaps.some((name) => signals.includes(name)),
      );
      const shown = [...says.map(codeText), ...hints.map((row) => `(${codeText(row)})`)];
      return shown.length === 0 ? 'none' : shown.join(' ');
    });
    return [title, ...cells];
  });
  return table(['', ...codeTables.map(({ title }) => cell(title.en))], rows);
}

/** Every signal: the events it may become and the facts it leaves open. */
export function signalTable(): string {
  const rows = signalNames.map((name) => {
    const { title, kind, becomes, asks } = signalCatalogue[name];
    return [`\`${name}\``, `${title.en} ${title.zh}`, kind, codes(becomes), codes(asks)];
  });
  return table(['signal', '', 'kind', 'becomes', 'asks for'], rows);
}

/** The cross-walk: every code of every provider. */
export function crossWalk(): string {
  return codeTables
    .map(({ title, provider, source, rows }) =>
      [
        `### ${title.en === title.zh ? title.en : `${title.en} ${title.zh}`}`,
        '',
        `\`--from ${provider}\`. ${rows.length} codes. Source: ${source.en}.`,
        '',
        table(
          ['field', 'code', 'words', 'says', 'perhaps', 'note'],
          rows.map(({ level, code, title: words, says, perhaps, note }) => [
            level,
            `\`${code}\``,
            `${words.zh} ${words.en}`,
            says ? `\`${says}\`` : '**triage**',
            codes(perhaps),
            note?.en ?? '',
          ]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

// Helpers

function codeText({ code }: CodeRow): string {
  return `\`${code}\``;
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
