import { factCatalogue } from '../../domain/facts.ts';
import { exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { readBy } from '../../policy/decide.ts';
import { layers, type Rulebook, ruleSets } from '../../policy/rulebook.ts';
import type { Branch, Chart, ChartNode } from '../chart/chart.ts';

/**
 * States and branches that no case can come by, whatever happens: their guard can never hold, or nothing leads to them.
 * Proved from the rules and the shape of the chart alone, so more may be out of reach than this tells.
 */
export function outOfReach(chart: Chart): ReadonlySet<string> {
  let found = proved.get(chart);
  if (!found) {
    found = prove(chart);
    proved.set(chart, found);
  }
  return found;
}

// Helpers

const proved = new WeakMap<Chart, ReadonlySet<string>>();

/** Enters the first states, and from each state that is entered whatever its branches lead to; the rest is out of reach. */
function prove(chart: Chart): ReadonlySet<string> {
  const nodes = new Map(chart.nodes.map((node) => [node.id, node]));
  const children = new Map<string, ChartNode[]>();
  for (const node of chart.nodes) {
    if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const leaving = new Map<string, { branch: Branch; target: string | null }[]>(
    chart.nodes.map(({ id, inside }) => [id, inside.map((branch) => ({ branch, target: null }))]),
  );
  for (const { source, target, branches } of chart.edges) {
    leaving.get(source)?.push(...branches.map((branch) => ({ branch, target })));
  }
  const entered = new Set<string>();
  const passed = new Set<string>();
  const waiting: string[] = [];
  const enter = (id: string) => {
    const node = nodes.get(id);
    if (!node || entered.has(id)) return;
    entered.add(id);
    waiting.push(id);
    if (node.parent !== null) enter(node.parent);
    if (node.kind === 'parallel') for (const region of children.get(id) ?? []) enterWhole(region.id);
  };
  const enterWhole = (id: string) => {
    enter(id);
    const initial = nodes.get(id)?.initial;
    if (initial !== undefined && !entered.has(initial)) enterWhole(initial);
  };
  enterWhole('');
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { branch, target } of leaving.get(id) ?? []) {
      if (isNeverTrue(branch)) continue;
      passed.add(branch.id);
      if (target !== null) enterWhole(target);
    }
  }
  const branches = [...leaving.values()].flat().map(({ branch }) => branch.id);
  return new Set([
    ...chart.nodes.map(({ id }) => id).filter((id) => !entered.has(id)),
    ...branches.filter((id) => !passed.has(id)),
  ]);
}

/** A branch for evidence that is asked for, on a layer whose articles read nothing that anybody can be asked for. */
function isNeverTrue({ guard }: Branch): boolean {
  if (guard === null || /[|!]/.test(guard)) return false;
  return guard.split(' & ').some((name) => neverPending.has(name));
}

const neverPending: ReadonlySet<string> = new Set(
  exceptionTypes.flatMap((type) => {
    const book: Rulebook = rulebooks[type];
    const asks = (layer: (typeof layers)[number]) =>
      ruleSets
        .flatMap((ruleSet) => readBy(book, layer, ruleSet))
        .some((name) => name !== 'payer' && factCatalogue[name].from === 'evidence');
    return layers.filter((layer) => !asks(layer)).map((layer) => `${book.type}.${layer}Pending`);
  }),
);
