import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { default as ELK } from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/text.ts';
import { type Chart, chartOf } from '../../inspector/chart/chart.ts';
import type { Geometry } from '../../inspector/chart/geometry.ts';
import { type Elk, layOut } from '../../inspector/chart/layout.ts';
import { overlapsOf } from '../../inspector/chart/overlaps.ts';
import { geometryFile, packGeometry, unpackGeometry } from '../../inspector/chart/packed.ts';
import { type View, viewsOf } from '../../inspector/chart/view.ts';
import { machineNames, machines } from '../../machines/index.ts';

const folder = new URL('../../inspector/layouts/', import.meta.url).pathname;
const isUpdate = Boolean(process.env.UPDATE_LAYOUTS);
const languages: readonly Language[] = ['zh', 'en'];

describe('the layouts of the charts', () => {
  it('should belong to the machines as they are now', { timeout: 1_800_000 }, async () => {
    if (isUpdate) await writeLayouts();

    const stale = everyDrawing().filter((drawing) => geometryIn(drawing) === null);

    expect(stale.map(fileOf), 'Run "npm run layouts" and commit what it writes.').toEqual([]);
  });

  it('should be there for the machines of the package and no others', () => {
    expect(filesKept().sort()).toEqual(everyDrawing().map(fileOf).sort());
  });

  it('should have no labels, states or edges that overlap', () => {
    const overlaps = everyDrawing().flatMap((drawing) => {
      const geometry = geometryIn(drawing);
      const found = geometry ? overlapsOf(drawing.chart, geometry, drawing.language) : [];
      return found.map(({ kind, one, other }) => `${fileOf(drawing)}: ${kind}: ${one} and ${other}`);
    });

    expect(overlaps).toEqual([]);
  });

  it('should be what the layout gives today', async () => {
    const smallest = smallestOf(everyDrawing());

    const geometry = await laidOut(smallest);

    expect(geometry).toEqual(geometryIn(smallest));
  });
});

// Helpers

interface Drawing {
  readonly machine: string;
  readonly chart: Chart;
  readonly view: View;
  readonly language: Language;
}

const elk = new ELK.default() as unknown as Elk;

function everyDrawing(): Drawing[] {
  return machineNames.flatMap((machine) => {
    const chart = chartOf(machines[machine]);
    return viewsOf(chart).flatMap((view) =>
      languages.map((language) => ({ machine, chart, view, language })),
    );
  });
}

function smallestOf(drawings: readonly Drawing[]): Drawing {
  const all = drawings.filter(({ view }) => view.name === 'all');
  return all.reduce((least, other) => (other.chart.nodes.length < least.chart.nodes.length ? other : least));
}

function filesKept(): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.json')).map((file) => file.replaceAll('\\', '/'));
}

function fileOf({ machine, view, language }: Drawing): string {
  return geometryFile(machine, view, language);
}

function geometryIn(drawing: Drawing): Geometry | null {
  const file = join(folder, fileOf(drawing));
  if (!existsSync(file)) return null;
  const { chart, view } = drawing;
  return unpackGeometry(chart, view, JSON.parse(readFileSync(file, 'utf8')));
}

function laidOut({ chart, view, language }: Drawing): Promise<Geometry> {
  return layOut(elk, chart, { collapsed: view.collapsed, language });
}

/** Writes what is stale: all of it where the layout itself has changed. */
async function writeLayouts(): Promise<void> {
  const drawings = everyDrawing();
  const smallest = smallestOf(drawings);
  const isSame = isDeepStrictEqual(await laidOut(smallest), geometryIn(smallest));
  const kept = new Set(drawings.filter((drawing) => isSame && geometryIn(drawing)).map(fileOf));
  for (const file of filesKept()) if (!kept.has(file)) rmSync(join(folder, file));
  for (const drawing of drawings.filter((each) => !kept.has(fileOf(each)))) {
    const file = join(folder, fileOf(drawing));
    const packed = packGeometry(drawing.chart, await laidOut(drawing));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(packed)}\n`);
  }
}
