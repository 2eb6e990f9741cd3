import pc from 'picocolors';
import type { Language, Text } from '../domain/text.ts';

/** Exit code: all went as expected. */
export const OK = 0;
/** Exit code: a scenario diverged. */
export const DIVERGED = 1;
/** Exit code: a file or the command line is invalid. */
export const INVALID = 2;

/** Colours that are plain text where colours are off. */
export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes, in which language and with which colours. */
export interface Terminal {
  readonly language: Language;
  readonly colors: Colors;
  /** Whether stderr is a terminal, so that a line can be rewritten. */
  readonly live: boolean;
  /** Columns of stdout; without end where it is no terminal. */
  readonly columns: number;
  out(line?: string): void;
  error(line: string): void;
  /** Shows a line on stderr that the next one replaces; nothing where stderr is no terminal. */
  progress(line: string): void;
  /** The text in the language of the user. */
  say(text: Text): string;
}

/** Options every command has. */
export interface CommonOptions {
  readonly lang?: Language;
  readonly color?: boolean;
}

/** The terminal of this process. */
export function terminal({ lang, color }: CommonOptions): Terminal {
  const language = lang ?? systemLanguage(process.env);
  const live = process.stderr.isTTY === true;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    language,
    colors: pc.createColors(color !== false && wantsColors()),
    live,
    columns: process.stdout.columns || Number.POSITIVE_INFINITY,
    out(line = '') {
      clear();
      process.stdout.write(`${line}\n`);
    },
    error(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!live) return;
      clear();
      if (line === '') return;
      process.stderr.write(line.slice(0, (process.stderr.columns || 80) - 1));
      shown = true;
    },
    say: (text) => text[language],
  };
}

/** The same terminal for programs: without colours, lines as long as they are. */
export function plain(terminal: Terminal): Terminal {
  return { ...terminal, colors: pc.createColors(false), columns: Number.POSITIVE_INFINITY };
}

/** The language asked for on the command line, else that of the system. Known before the command line is parsed. */
export function languageIn(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = argv.flatMap((word, index) =>
    word === '--lang' ? [argv[index + 1]] : word.startsWith('--lang=') ? [word.slice(7)] : [],
  );
  const last = asked.at(-1);
  return last === 'zh' || last === 'en' ? last : systemLanguage(environment);
}

/** Chinese where the system speaks Chinese, else English. */
function systemLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

function wantsColors(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
