import { statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ParcelError } from '../../domain/errors.ts';
import {
  bundledScenarioFiles,
  packageFolder,
  readText,
  scenarioFiles,
  shownPath,
} from '../../replay/files.ts';
import type { ScenarioEntry } from '../api.ts';
import { type Answer, problem } from './answer.ts';

/** The scenarios a server knows: those of one path given to it, and those of the package. */
export interface Scenarios {
  readonly list: () => ScenarioEntry[];
  /** The text of the scenario that a query such as `?id=bundled/…` asks for. */
  readonly text: (query: URLSearchParams) => Answer;
}

/**
 * The scenarios of a file or folder and of the package. They are read anew for every request, so that one can be edited
 * while it is looked at.
 * @param given a file or folder; `null` for none.
 * @throws {ParcelError} `UNREADABLE_FILE` if there is no such path, or no scenario in it.
 */
export function scenariosOf(given: string | null): Scenarios {
  const known = () => [...(given === null ? [] : givenFiles(given)), ...bundledFiles()];
  known();
  return {
    list: () => known().map(({ path, entry }) => ({ ...entry, title: titleIn(path) })),
    text(query) {
      const parsed = querySchema.safeParse(Object.fromEntries(query));
      if (!parsed.success) {
        return problem(400, { en: 'Ask for one scenario with "?id=".', zh: '请用“?id=”指定一个场景。' });
      }
      try {
        const { id } = parsed.data;
        const found = known().find(({ entry }) => entry.id === id);
        if (found) return plain(readText(found.path, found.entry.file));
        return problem(404, {
          en: `There is no scenario "${id}" here. It may have been renamed; reload the list.`,
          zh: `没有场景“${id}”，它可能已改名，请刷新列表。`,
        });
      } catch (error) {
        if (!(error instanceof ParcelError)) throw error;
        return problem(404, { en: error.message, zh: error.message });
      }
    },
  };
}

/** The id of the bundled scenario of a name such as `damaged/leaking-goods`; `null` if there is none. */
export function bundledScenarioId(name: string): string | null {
  const ids = ['', '.yaml'].map((ending) => `bundled/${name}${ending}`);
  return bundledFiles().find(({ entry }) => ids.includes(entry.id))?.entry.id ?? null;
}

/** The id of a scenario given as a file; `null` if a folder or nothing is given. */
export function givenScenarioId(given: string | undefined): string | null {
  return given === undefined || isFolder(given) ? null : idOf('given', basename(given));
}

// Helpers

interface KnownFile {
  readonly path: string;
  readonly entry: Omit<ScenarioEntry, 'title'>;
}

const querySchema = z.strictObject({ id: z.string().max(1_000) });

function givenFiles(given: string): KnownFile[] {
  return scenarioFiles([given]).map((path) => ({
    path,
    entry: {
      id: idOf('given', isFolder(given) ? relative(given, path) : basename(path)),
      source: 'given',
      file: shownPath(path, process.cwd()),
    },
  }));
}

function bundledFiles(): KnownFile[] {
  const folder = packageFolder();
  return bundledScenarioFiles().map((path) => ({
    path,
    entry: {
      id: idOf('bundled', relative(join(folder, 'scenarios'), path)),
      source: 'bundled',
      file: shownPath(path, folder),
    },
  }));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function idOf(source: ScenarioEntry['source'], path: string): string {
  return [source, ...path.split(sep)].join('/');
}

function plain(text: string): Answer {
  return { status: 200, type: 'text/plain; charset=utf-8', body: text };
}

const titleSchema = z.object({ title: z.object({ en: z.string(), zh: z.string() }) });

/** The title of a scenario file: only that part is read, since a folder may hold hundreds. */
function titleIn(path: string): ScenarioEntry['title'] {
  try {
    const [part = ''] = /^title:.*(\n[ \t].*)*/m.exec(readText(path, path)) ?? [];
    return titleSchema.parse(parse(part)).title;
  } catch {
    // a file that is no scenario says so when it is opened
    return null;
  }
}
