// Verifies everything at full size, writes docs/verification.md and dist/verification.html.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const dist = new URL('dist/', root);
const maxStates = process.env.MAX_STATES ?? '50000';
const begin = '<!-- figures -->';
const end = '<!-- /figures -->';

const { status, stdout } = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL('cli/main.js', dist)),
    ...['verify', '--rules', '--states', '--mutants', '--json', '--lang', 'en'],
    ...['--max-states', maxStates],
    ...['--survivors', 'test/verify/survivors.json', '--report', 'dist/verification.html'],
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 30 },
);
if (status === 2) process.exit(2);

const { sectionsOf } = await import(new URL('cli/verify/sections.js', dist));
const { markdownText } = await import(new URL('cli/verify/text.js', dist));
const page = new URL('docs/verification.md', root);
const before = readFileSync(page, 'utf8');
const [head, rest] = [before.split(begin)[0], before.split(end)[1]];
const figures = markdownText(sectionsOf(JSON.parse(stdout)), 'en');
const measured = `Written by \`npm run verify\` on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}, at most ${maxStates} states of each order explored.`;
writeFileSync(page, `${head}${begin}\n\n${measured}\n\n${figures}\n\n${end}${rest}`);

console.log('docs/verification.md and dist/verification.html are written.');
process.exitCode = status ?? 1;
