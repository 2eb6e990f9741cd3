import { existsSync, fstatSync, readFileSync } from 'node:fs';
import { normalize, sep } from 'node:path';
import { ParcelError } from '../domain/errors.ts';
import { bundledScenarioFiles, decode, readText, scenarioFiles, shownPath } from '../replay/files.ts';

/** A scenario to read: a file, or what is piped in. */
export interface Source {
  /** The name to show. */
  readonly file: string;
  /** Where to write it back; `null` for stdin. */
  readonly path: string | null;
  /** @throws {ParcelError} `UNREADABLE_FILE`. */
  read(): string;
}

/** What was named and what of it cannot be found. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly problems: readonly string[];
}

/** The scenarios that paths name: files, folders, `-` for stdin. Without paths what is piped in, else the bundled ones. */
export function sourcesOf(paths: readonly string[]): Sources {
  if (paths.length === 0) {
    const piped = pipedText();
    return { sources: piped ? [piped] : bundledScenarioFiles().map(fileSource), problems: [] };
  }
  const problems: string[] = [];
  const files = paths.flatMap((path) => {
    if (path === '-') return [];
    try {
      return scenarioFiles([path]);
    } catch (error) {
      problems.push(problemText(error));
      return [];
    }
  });
  const sources = scenarioFiles(files).map(fileSource);
  return { sources: paths.includes('-') ? [...sources, stdinSource()] : sources, problems };
}

/** The one scenario a command is about: `-`, a file, or the name of a bundled one such as `damaged/leaking-goods`. */
export function sourceOf(path: string): Source {
  if (path === '-') return stdinSource();
  if (existsSync(path)) return fileSource(path);
  const bundled = bundledScenarioFiles().find((file) =>
    [path, `${path}.yaml`].some((name) => file.endsWith(`${sep}scenarios${sep}${normalize(name)}`)),
  );
  return fileSource(bundled ?? path);
}

/** The message of an error of this package; any other error is thrown again. */
export function problemText(error: unknown): string {
  if (error instanceof ParcelError) return error.message;
  throw error;
}

// Helpers

function fileSource(path: string): Source {
  const file = shownPath(path, process.cwd());
  return { file, path, read: () => readText(path, file) };
}

function stdinSource(): Source {
  return { file: '<stdin>', path: null, read: () => decode(readFileSync(0), '<stdin>') };
}

/** What a shell pipes in; nothing if stdin is a terminal, closed, or empty. */
function pipedText(): Source | null {
  try {
    const stdin = fstatSync(0);
    if (!stdin.isFIFO() && !stdin.isFile()) return null;
    const bytes = readFileSync(0);
    return bytes.length === 0 ? null : { ...stdinSource(), read: () => decode(bytes, '<stdin>') };
  } catch {
    return null;
  }
}
