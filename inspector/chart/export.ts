import type { Language } from '../../domain/text.ts';
import type { Chart } from './chart.ts';
import type { Geometry } from './geometry.ts';
import { type Marks, noMarks } from './marks.ts';
import { paint } from './paint.ts';
import { chartRules, themeVariables } from './style.ts';

/** A chart as an SVG file of its own: with its style sheet, and nothing to load from elsewhere. */
export function svgFile(
  chart: Chart,
  geometry: Geometry,
  language: Language,
  { theme = 'light', marks = noMarks }: { readonly theme?: 'light' | 'dark'; readonly marks?: Marks } = {},
): string {
  const style = `<style>.chart{${themeVariables(theme)}}${chartRules}</style>`;
  return `${paint(chart, geometry, language, marks).replace('>', `>${style}`)}\n`;
}
