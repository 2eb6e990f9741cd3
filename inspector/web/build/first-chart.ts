import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Language } from '../../../domain/text.ts';
import type { Geometry } from '../../chart/geometry.ts';
import { geometryFile, unpackGeometry } from '../../chart/packed.ts';
import { paint } from '../../chart/paint.ts';
import { focusOn } from '../../chart/view.ts';
import { choicesOf } from '../../session/choices.ts';
import { caseChart } from '../chart/case-chart.ts';
import { firstSession } from '../first-session.ts';

/** The chart that the page opens with, as a picture that needs none of the code that runs a case. */
export interface FirstChart {
  /** SVG markup as the page paints it, without what only serves whoever points at it. */
  readonly svg: string;
  /** Where the states lie that come into view, and those around them. */
  readonly nodes: Geometry['nodes'];
  readonly shown: readonly string[];
}

/** Step of the build: paints the first chart once for each language, as a module that the page loads before all else. */
export function firstChart(): Plugin {
  return {
    name: 'first-chart',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const chart = firstChartIn(id.slice(prefix.length + 1) as Language);
      if (!chart) this.warn('The layouts belong to other machines. Run "npm run layouts", then build again.');
      return `export default ${JSON.stringify(chart)};`;
    },
  };
}

// Helpers

const prefix = 'virtual:first-chart/';

function firstChartIn(language: Language): FirstChart | null {
  const session = firstSession('2026-01-01T00:00:00.000Z');
  const { chart, marks, shown } = caseChart(session, choicesOf(session, language));
  const view = focusOn(chart, marks.active);
  const file = new URL(`../../layouts/${geometryFile(session.machine, view, language)}`, import.meta.url);
  const geometry = unpackGeometry(chart, view, JSON.parse(readFileSync(file, 'utf8')));
  if (!geometry) return null;
  const isInView = (place: string) => shown.some((id) => `${id}.`.startsWith(`${place}.`));
  return {
    svg: withoutHelp(paint(chart, geometry, language, marks)),
    nodes: Object.fromEntries(Object.entries(geometry.nodes).filter(([id]) => isInView(id))),
    shown,
  };
}

/** Leaves out the names of what is pointed at, the ids of what is pressed, and the signs and counts that are not shown. */
function withoutHelp(svg: string): string {
  return svg
    .replace(/<g class="branch([^"]*)".*?<\/g>/gs, (branch, marks: string) =>
      branch.replace(/<path class="sign (open|shut)"[^>]*>/g, (sign: string, kind: 'open' | 'shut') =>
        marks.includes({ open: 'is-enabled', shut: 'is-blocked' }[kind]) ? sign : '',
      ),
    )
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/<text class="hits"[^>]*><\/text>/g, '')
    .replace(/ (?:data-[a-z]+|aria-[a-z]+|tabindex|role)="[^"]*"/g, '');
}
