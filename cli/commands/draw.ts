import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../domain/text.ts';
import { type Chart, chartOf } from '../../inspector/chart/chart.ts';
import { svgFile } from '../../inspector/chart/export.ts';
import { mermaid } from '../../inspector/chart/mermaid.ts';
import { geometryFile, unpackGeometry } from '../../inspector/chart/packed.ts';
import { type View, viewsOf } from '../../inspector/chart/view.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { packageFolder } from '../../replay/files.ts';
import { nearest } from '../../replay/nearest.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';

interface Options {
  readonly format: 'mermaid' | 'svg';
  /** The name of a view; the overview when absent, or all states where there is none. */
  readonly view?: string;
}

/** Prints a machine as a Mermaid state diagram, or as an SVG file of its own. */
export function draw(
  name: string,
  { format, view }: Options,
  { error, language, out, say }: Terminal,
): number {
  if (!isMachine(name)) {
    error(say(unknownName('machine', name, machineNames)));
    return INVALID;
  }
  const chart = chartOf(machines[name]);
  const views = viewsOf(chart);
  const chosen = views.find((each) => each.name === (view ?? 'overview')) ?? (view ? undefined : views[0]);
  if (!chosen) {
    error(
      say(
        unknownName(
          'view',
          view ?? '',
          views.map((each) => each.name),
        ),
      ),
    );
    return INVALID;
  }
  if (format === 'mermaid') {
    out(mermaid(chart, chosen, language).trimEnd());
    return OK;
  }
  const drawn = svg(name, chart, chosen, language);
  if (drawn === null) {
    error(say(noLayout(name)));
    return INVALID;
  }
  out(drawn.trimEnd());
  return OK;
}

// Helpers

function isMachine(name: string): name is MachineName {
  return (machineNames as string[]).includes(name);
}

const kinds = {
  machine: { en: 'machine', zh: '状态机', list: 'Machines' },
  view: { en: 'view', zh: '视图', list: 'Views' },
} as const;

function unknownName(kind: keyof typeof kinds, name: string, names: readonly string[]): Text {
  const similar = nearest(name, names);
  const { en, zh, list } = kinds[kind];
  return {
    en: `There is no ${en} "${name}".${similar ? ` Did you mean "${similar}"?` : ''} ${list}: ${names.join(', ')}.`,
    zh: `没有名为 "${name}" 的${zh}。${similar ? `是否应为 "${similar}"？` : ''}可选：${names.join('、')}。`,
  };
}

function noLayout(name: MachineName): Text {
  return {
    en: `The package holds no layout that fits the machine "${name}". In its repository, "npm run layouts" makes one.`,
    zh: `包内没有与状态机 "${name}" 相符的布局。可在代码仓库中运行 "npm run layouts" 生成。`,
  };
}

/** Drawn with a layout that comes with the package. */
function svg(name: MachineName, chart: Chart, view: View, language: Terminal['language']): string | null {
  const file = join(packageFolder(), 'inspector', 'layouts', geometryFile(name, view, language));
  if (!existsSync(file)) return null;
  const geometry = unpackGeometry(chart, view, JSON.parse(readFileSync(file, 'utf8')));
  return geometry && svgFile(chart, geometry, language);
}
