import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParcelError } from '../domain/errors.ts';
import { largestScenario } from './read.ts';

/** Files of a folder that are read as scenarios. */
const scenarioName = /(?<!\.schema)\.(yaml|yml|json)$/i;

/**
 * The scenario files of files and folders, in order. A folder gives its `.yaml`, `.yml` and `.json` files, those of its
 * folders too; hidden folders, `node_modules` and JSON Schemas are left out. A file named twice is given once.
 * @throws {ParcelError} `UNREADABLE_FILE` for a path that does not exist, or a folder without scenarios.
 */
export function scenarioFiles(paths: readonly string[]): string[] {
  const seen = new Set<string>();
  return paths.flatMap(filesOf).filter((file) => {
    const place = realpathSync(file);
    return !seen.has(place) && seen.add(place);
  });
}

/**
 * A file as text.
 * @param file the name to show in errors.
 * @throws {ParcelError} `UNREADABLE_FILE` if it cannot be read, is larger than 1 MB, empty, or not UTF-8; the message
 * starts with `file:line:column` where there is a place to name.
 */
export function readText(path: string, file = path): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > largestScenario) throw tooLarge(file, size);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof ParcelError ? error : unreadable(file, error);
  }
  return decode(bytes, file);
}

/**
 * Bytes as text.
 * @throws {ParcelError} `UNREADABLE_FILE` if they are too many, none, or not UTF-8.
 */
export function decode(bytes: Uint8Array, file: string): string {
  if (bytes.length > largestScenario) throw tooLarge(file, bytes.length);
  if (bytes.length === 0) throw new ParcelError('UNREADABLE_FILE', `${file}:1:1: the file is empty`);
  try {
    return utf8().decode(bytes);
  } catch {
    throw notText(bytes, file);
  }
}

/**
 * Replaces the text of a file: written beside it first and then renamed, so that it is never half written.
 * @throws {ParcelError} `UNREADABLE_FILE` if it cannot be written, or is not what it was when it was read.
 */
export function replaceText(file: string, before: string, after: string): void {
  if (readText(file) !== before) {
    throw new ParcelError('UNREADABLE_FILE', `${file}: it changed in the meantime; nothing was written`);
  }
  const place = realpathSync(file);
  const temporary = `${place}.new`;
  try {
    writeFileSync(temporary, after, { flag: 'wx', mode: statSync(place).mode });
    renameSync(temporary, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(temporary, { force: true });
    throw unreadable(file, error);
  }
}

/** The folder of this package: where its `package.json` and its scenarios are. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new ParcelError('UNREADABLE_FILE', 'The package has no package.json.');
    folder = parent;
  }
  return folder;
}

/** The scenario files that come with the package. */
export function bundledScenarioFiles(): string[] {
  return scenarioFiles([join(packageFolder(), 'scenarios')]);
}

/** A path as people read it: relative to the working folder where it lies inside. */
export function shownPath(file: string, from: string): string {
  const path = relative(from, file);
  return path === '' || path.startsWith('..') ? file : path;
}

// Helpers

function filesOf(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch (error) {
    throw unreadable(path, error);
  }
  const files = filesBelow(path);
  if (files.length > 0) return files;
  throw new ParcelError('UNREADABLE_FILE', `${path}: the folder has no scenario (*.yaml, *.yml or *.json)`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path);
      }
      const isFile = entry.isFile() || (entry.isSymbolicLink() && isExistingFile(path));
      return isFile && scenarioName.test(entry.name) ? [path] : [];
    });
}

function isExistingFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function unreadable(file: string, error: unknown): ParcelError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'access is denied; check its permissions',
    EISDIR: 'it is a folder',
    EEXIST: 'beside it stands a file of the same name that ends in .new; remove it first',
  };
  return new ParcelError('UNREADABLE_FILE', `${file}: ${reasons[code ?? ''] ?? message}`);
}

function tooLarge(file: string, bytes: number): ParcelError {
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return new ParcelError(
    'UNREADABLE_FILE',
    `${file}:1:1: the file is too large: ${megabytes} MB (${bytes} bytes); a scenario has at most 1 MB. ` +
      'Replay event logs with --log.',
  );
}

function notText(bytes: Uint8Array, file: string): ParcelError {
  const offset = firstBadByte(bytes);
  const before = utf8().decode(bytes.subarray(0, offset)).split('\n');
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe ? ' It looks like UTF-16.' : '';
  return new ParcelError(
    'UNREADABLE_FILE',
    `${file}:${place}: not UTF-8 at byte offset ${offset}.${utf16} Save the file as UTF-8.`,
  );
}

/** The length of the longest beginning that is UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isText(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  while (good > 0 && !isText(bytes.subarray(0, good), true)) good--;
  return good;
}

function isText(bytes: Uint8Array, complete = false): boolean {
  try {
    utf8().decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

function utf8() {
  return new TextDecoder('utf-8', { fatal: true });
}
