// Writes dist/lean: each machine alone, without the words that explain it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { functionsWithWords, textsIn, withoutUnnamed, withoutWords } from './strip.mjs';

/** The machines that are built lean, by the name of their file. */
export const leanMachines = [
  'refused',
  'damaged',
  'lost',
  'misrouted',
  'over-area',
  'dropship-return',
  'recipient',
  'papers',
  'standstill',
  'shipping-duty',
  'after-sale',
  'minor-flaw',
  'named-only',
  'parcel-case',
];

const root = fileURLToPath(new URL('..', import.meta.url));
const layers = ['domain', 'policy', 'guards', 'actions', 'machines'];
let functions;

/**
 * One machine as a single module that needs nothing but xstate and zod. What goes out may have been all that named
 * something else, so names are looked for until nothing more goes.
 */
export async function leanModule(machine) {
  let code = await bundled(machine, (file, source) => withoutWords(file, source, withWords()));
  for (;;) {
    const named = textsIn(code);
    const smaller = await bundled(machine, (file, source) =>
      withoutWords(file, withoutUnnamed(file, source, named), withWords()),
    );
    if (smaller.length >= code.length) return smaller;
    code = smaller;
  }
}

/** Writes the lean machines and their declarations, which are those of the full ones. */
export async function writeLean(folder) {
  mkdirSync(folder, { recursive: true });
  for (const machine of leanMachines) {
    writeFileSync(join(folder, `${machine}.js`), await leanModule(machine));
    writeFileSync(join(folder, `${machine}.d.ts`), `export * from '../machines/${machine}.js';\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeLean(join(root, 'dist', 'lean'));

// Helpers

async function bundled(machine, strip) {
  const bundle = await rolldown({
    input: join(root, 'machines', `${machine}.ts`),
    external: [/^xstate($|\/)/, /^zod($|\/)/],
    platform: 'neutral',
    treeshake: { manualPureFunctions: ['assumed', 'derived', 'stated', 'title'] },
    plugins: [{ name: 'strip', transform: (source, id) => strip(fileOf(id), source) }],
  });
  const { output } = await bundle.generate({ format: 'esm', comments: false });
  await bundle.close();
  return output[0].code;
}

/** The functions of all layers that take words. */
function withWords() {
  functions ??= new Map(
    layers.flatMap((layer) =>
      readdirSync(join(root, layer))
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [
          ...functionsWithWords(`${layer}/${name}`, readFileSync(join(root, layer, name), 'utf8')),
        ]),
    ),
  );
  return functions;
}

function fileOf(id) {
  return relative(root, resolve(id)).split(sep).join('/');
}
