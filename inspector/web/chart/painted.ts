import type { Geometry } from '../../chart/geometry.ts';
import { classesOf, edgeClasses, type Marks, markClasses } from '../../chart/marks.ts';

/** An SVG that was painted, and what can be done to it without painting it again. */
export interface PaintedChart {
  /** Shows other marks: touches only the elements whose classes differ. */
  mark(marks: Marks): void;
  zoom(scale: number): void;
  /** Moves the focus to a state. */
  focus(id: string): void;
}

/** Makes an SVG that was painted with some marks usable. */
export function paintedChart(svg: SVGSVGElement, { width, height }: Geometry, first: Marks): PaintedChart {
  const elements = new Map<string, Element[]>();
  for (const element of svg.querySelectorAll('[data-id]')) {
    const id = element.getAttribute('data-id') ?? '';
    elements.set(id, [...(elements.get(id) ?? []), element]);
  }
  const edges = edgesIn(svg);
  let shown = first;
  let focused = svg.querySelector('.node');
  focused?.setAttribute('tabindex', '0');
  return {
    mark(marks) {
      for (const id of changedIds(shown, marks)) {
        const classes = new Set<string>(classesOf(id, marks));
        for (const element of elements.get(id) ?? []) {
          setClasses(element, classes);
          if (marks.active.has(id)) element.setAttribute('aria-current', 'true');
          else element.removeAttribute('aria-current');
        }
      }
      for (const { element, branches } of edges) setClasses(element, new Set(edgeClasses(branches, marks)));
      if (shown.hits !== marks.hits) showHits(svg, marks);
      shown = marks;
    },
    zoom(scale) {
      svg.setAttribute('width', String(Math.round(width * scale)));
      svg.setAttribute('height', String(Math.round(height * scale)));
    },
    focus(id) {
      const node = elements.get(id)?.[0];
      if (!(node instanceof SVGElement)) return;
      focused?.setAttribute('tabindex', '-1');
      focused = node;
      node.setAttribute('tabindex', '0');
      node.focus();
      node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

// Helpers

interface PaintedEdge {
  readonly element: Element;
  readonly branches: readonly string[];
}

function edgesIn(svg: SVGSVGElement): PaintedEdge[] {
  const labels = new Map(
    [...svg.querySelectorAll('[data-label]')].map((label) => [
      label.getAttribute('data-label'),
      [...label.querySelectorAll('[data-id]')].map((branch) => branch.getAttribute('data-id') ?? ''),
    ]),
  );
  return [...svg.querySelectorAll('[data-edge]')].map((element) => ({
    element,
    branches: labels.get(element.getAttribute('data-edge')) ?? [],
  }));
}

/** Ids whose marks differ. */
function changedIds(before: Marks, after: Marks): Set<string> {
  const changed = new Set<string>();
  const compare = (one: Iterable<string> = [], other: Iterable<string> = []) => {
    const [former, present] = [new Set(one), new Set(other)];
    for (const id of former) if (!present.has(id)) changed.add(id);
    for (const id of present) if (!former.has(id)) changed.add(id);
  };
  compare(before.active, after.active);
  compare(before.enabled, after.enabled);
  compare(before.blocked.keys(), after.blocked.keys());
  compare(before.taken, after.taken);
  compare(before.found, after.found);
  compare(before.unreachable, after.unreachable);
  if (before.selected !== undefined) changed.add(before.selected);
  if (after.selected !== undefined) changed.add(after.selected);
  return changed;
}

function setClasses(element: Element, classes: ReadonlySet<string>): void {
  for (const name of markClasses) {
    if (element.classList.contains(name) !== classes.has(name)) element.classList.toggle(name);
  }
}

function showHits(svg: SVGSVGElement, marks: Marks): void {
  for (const element of svg.querySelectorAll('[data-id]')) {
    const id = element.getAttribute('data-id') ?? '';
    setClasses(element, new Set(classesOf(id, marks)));
    const count = element.querySelector(':scope > .hits');
    if (count) count.textContent = String(marks.hits?.get(id) ?? '');
  }
}
