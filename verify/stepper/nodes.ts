import type { AnyStateNode, StateValue } from 'xstate';

/** The states around a state, nearest first, up to but without `until` (without it: up to the root). */
export function ancestorsOf(node: AnyStateNode, until?: AnyStateNode): AnyStateNode[] {
  const ancestors: AnyStateNode[] = [];
  if (until === node) return ancestors;
  for (let above = node.parent; above && above !== until; above = above.parent) ancestors.push(above);
  return ancestors;
}

/** Whether a state lies inside another one. */
export function isInside(node: AnyStateNode, outer: AnyStateNode | undefined): boolean {
  for (let above = node.parent; above; above = above.parent) if (above === outer) return true;
  return false;
}

/** The states directly inside a state. */
export function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states as Record<string, AnyStateNode>);
}

/** Whether a state has no states inside. */
export function isAtomic({ type }: AnyStateNode): boolean {
  return type === 'atomic' || type === 'final';
}

/** Whether a state with these active states inside is final. */
export function isFinal(node: AnyStateNode, active: ReadonlySet<AnyStateNode>): boolean {
  if (node.type === 'parallel') return childrenOf(node).every((child) => isFinal(child, active));
  if (node.type === 'compound')
    return childrenOf(node).some((child) => child.type === 'final' && active.has(child));
  return node.type === 'final';
}

/** The value XState shows for these active states. */
export function stateValueOf(node: AnyStateNode, active: readonly AnyStateNode[]): StateValue {
  const inside = active.filter(({ parent }) => parent === node);
  const [only] = inside;
  if (node.type === 'compound' && only && isAtomic(only)) return only.key;
  return Object.fromEntries(inside.map((child) => [child.key, stateValueOf(child, active)]));
}
