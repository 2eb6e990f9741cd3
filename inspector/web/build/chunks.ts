import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const [first, later] = [at('main.tsx'), at('start.tsx')];

/**
 * How the built page is cut: what the first chart needs stays with the entry, what runs a case is `rules`, the rest of
 * the page is `page`. What is opened later still is cut by where it is used.
 */
export const chunks: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'rules and page',
      name: (id, graph) => {
        if (reached(first, graph).has(id) || !reached(later, graph).has(id)) return null;
        return /\/(machines|guards|actions|policy|domain|node_modules\/(xstate|zod))\//.test(id)
          ? 'rules'
          : 'page';
      },
    },
  ],
};

/** Step of the build: the page fetches what follows the first chart while it paints that. */
export function preload(): Plugin {
  return {
    name: 'preload',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((output) => output.type === 'chunk' && ['rules', 'page'].includes(output.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `./${fileName}` },
            injectTo: 'head',
          })),
    },
  };
}

// Helpers

/** A module and all it imports, directly or not. */
function reached(from: string, graph: Pick<Rolldown.PluginContext, 'getModuleInfo'>): ReadonlySet<string> {
  const found = known.get(from) ?? new Set([from]);
  if (!known.has(from)) {
    for (const id of found)
      for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
    known.set(from, found);
  }
  return found;
}

const known = new Map<string, Set<string>>();
