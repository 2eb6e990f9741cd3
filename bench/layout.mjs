// How long the layout of a chart takes, first and again, and how large the prepared ones are.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import ELK from 'elkjs/lib/elk.bundled.js';
import { column, dist, median, root } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const load = (file) => import(new URL(file, dist).href);
const { machines } = await load('machines/index.js');
const { chartOf } = await load('inspector/chart/chart.js');
const { layOut } = await load('inspector/chart/layout.js');
const { paint } = await load('inspector/chart/paint.js');
const { geometryFile, unpackGeometry } = await load('inspector/chart/packed.js');
const { viewsOf } = await load('inspector/chart/view.js');

const measured = ['damaged', 'afterSale', 'parcelCase'].filter((name) => machines[name]);
console.log(
  'CPU ms: layout of the first view, by a new ELK and by one that is warm; from the file; painting.',
);
console.log(
  `${'machine'.padEnd(12)}${'view'.padEnd(10)}${'states'.padStart(10)}${'cold'.padStart(10)}${'warm'.padStart(10)}` +
    `${'from file'.padStart(10)}${'paint'.padStart(10)}${'file, B gz'.padStart(12)}${'SVG, B gz'.padStart(12)}`,
);
for (const name of measured) {
  const chart = chartOf(machines[name]);
  const view = viewsOf(chart).find((each) => each.name === 'overview') ?? viewsOf(chart)[0];
  const text = readFileSync(new URL(`inspector/layouts/${geometryFile(name, view, 'zh')}`, root), 'utf8');
  const times = { cold: [], warm: [], file: [], paint: [] };
  let svg = '';
  let states = 0;
  for (let round = 0; round < rounds; round++) {
    const elk = new ELK();
    const lay = () =>
      layOut({ layout: elk.layout.bind(elk) }, chart, { collapsed: view.collapsed, language: 'zh' });
    times.cold.push(await cpuTime(lay));
    times.warm.push(await cpuTime(lay));
    const geometry = unpackGeometry(chart, view, JSON.parse(text));
    if (!geometry) throw new Error(`The layout of ${name} is stale. Run "npm run layouts".`);
    states = Object.keys(geometry.nodes).length;
    times.file.push(await cpuTime(() => unpackGeometry(chart, view, JSON.parse(text))));
    times.paint.push(
      await cpuTime(() => {
        svg = paint(chart, geometry, 'zh');
      }),
    );
  }
  console.log(
    `${name.padEnd(12)}${view.name.padEnd(10)}${column(states)}${column(median(times.cold))}${column(median(times.warm))}` +
      `${column(median(times.file), 1)}${column(median(times.paint), 1)}${column(gzipSync(text).length, 0, 12)}` +
      `${column(gzipSync(svg).length, 0, 12)}`,
  );
}

// Helpers

async function cpuTime(action) {
  globalThis.gc?.();
  const start = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
