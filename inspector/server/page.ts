import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Answer } from './answer.ts';

/**
 * The file of the built page that a path asks for, or `null`. Only what is listed in the folder can be asked for, so no
 * path leads out of it.
 */
export function pageFile(folder: string, path: string): Answer | null {
  const wanted = path === '/' ? '/index.html' : path;
  const entry = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (candidate) => candidate.isFile() && addressOf(folder, candidate) === wanted,
  );
  const type = types[extname(wanted)];
  if (!entry || type === undefined) return null;
  const body = readFileSync(join(entry.parentPath, entry.name));
  return { status: 200, type, body, lasting: wanted.startsWith('/assets/') };
}

// Helpers

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

function addressOf(folder: string, entry: { readonly parentPath: string; readonly name: string }): string {
  return join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/');
}
