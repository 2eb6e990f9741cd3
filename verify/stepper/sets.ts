import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { ancestorsOf, childrenOf, isInside } from './nodes.ts';

type Transition = Pick<AnyTransitionDefinition, 'source' | 'target' | 'reenter'>;

/** The states that transitions leave, innermost and last first. */
export function exitSet(transitions: readonly Transition[], active: readonly AnyStateNode[]): AnyStateNode[] {
  const leaving = new Set<AnyStateNode>();
  for (const transition of transitions) {
    if (!transition.target?.length) continue;
    const domain = domainOf(transition);
    if (transition.reenter && transition.source === domain) leaving.add(domain);
    for (const node of active) if (isInside(node, domain)) leaving.add(node);
  }
  return [...leaving].sort((one, other) => other.order - one.order);
}

/** The states that transitions enter, outermost and first first, and those entered because they are an initial state. */
export function entrySet(transitions: readonly Transition[]): {
  entered: AnyStateNode[];
  byDefault: ReadonlySet<AnyStateNode>;
} {
  const entered = new Set<AnyStateNode>();
  const byDefault = new Set<AnyStateNode>();

  const enterInside = (node: AnyStateNode): void => {
    if (node.type === 'compound') {
      const [initial] = node.initial.target as [AnyStateNode];
      entered.add(initial);
      byDefault.add(initial);
      enterInside(initial);
      enterAround(ancestorsOf(initial, node), undefined);
    } else if (node.type === 'parallel') {
      for (const child of childrenOf(node)) {
        if ([...entered].some((other) => isInside(other, child))) continue;
        entered.add(child);
        byDefault.add(child);
        enterInside(child);
      }
    }
  };
  const enterAround = (ancestors: readonly AnyStateNode[], within: AnyStateNode | undefined): void => {
    for (const ancestor of ancestors) {
      if (!within || isInside(ancestor, within)) entered.add(ancestor);
      if (ancestor.type !== 'parallel') continue;
      for (const child of childrenOf(ancestor)) {
        if ([...entered].some((other) => isInside(other, child))) continue;
        entered.add(child);
        enterInside(child);
      }
    }
  };

  for (const transition of transitions) {
    const domain = domainOf(transition);
    const targets = (transition.target ?? []) as readonly AnyStateNode[];
    for (const target of targets) {
      if (transition.source !== target || transition.source !== domain || transition.reenter) {
        entered.add(target);
        byDefault.add(target);
      }
      enterInside(target);
    }
    for (const target of targets) {
      const ancestors = ancestorsOf(target, domain);
      if (domain?.type === 'parallel') ancestors.push(domain);
      enterAround(ancestors, !transition.source.parent && transition.reenter ? undefined : domain);
    }
  }
  return { entered: [...entered].sort((one, other) => one.order - other.order), byDefault };
}

/** Of transitions that would leave the same states, the inner one goes first, else the one selected first. */
export function withoutConflicts<Chosen extends Transition>(
  transitions: readonly Chosen[],
  active: readonly AnyStateNode[],
): Chosen[] {
  const kept = new Set<Chosen>();
  for (const transition of transitions) {
    const leaving = exitSet([transition], active);
    const displaced: Chosen[] = [];
    let gone = false;
    for (const other of kept) {
      if (!exitSet([other], active).some((node) => leaving.includes(node))) continue;
      if (isInside(transition.source, other.source)) {
        displaced.push(other);
      } else {
        gone = true;
        break;
      }
    }
    if (gone) continue;
    for (const other of displaced) kept.delete(other);
    kept.add(transition);
  }
  return [...kept];
}

// Helpers

/** The innermost state that a transition does not leave. `undefined`: it leaves the root as well. */
function domainOf({ source, target, reenter }: Transition): AnyStateNode | undefined {
  const targets = (target ?? []) as readonly AnyStateNode[];
  if (!reenter && targets.every((node) => node === source || isInside(node, source))) return source;
  const [first, ...others] = [...targets, source];
  const common = ancestorsOf(first as AnyStateNode).find((ancestor) =>
    others.every((node) => isInside(node, ancestor)),
  );
  if (common) return common;
  return reenter ? undefined : source.machine.root;
}
