// How long the layout of a chart takes, for the first time in a process and again, and how large a prepared one is.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ELK from 'elkjs/lib/elk.bundled.js';
import { column, dist, median, root } from './measure.mjs';

const rounds = 5;
const [machine] = process.argv.slice(2);
if (machine === undefined) {
  console.log('Layout, reading a prepared one, painting: ms of CPU. Layout file and SVG: bytes, gzip.');
  console.log(line('machine', 'view', ['states', 'first', 'again', 'fold', 'read', 'paint', 'file', 'SVG']));
  for (const name of ['damaged', 'afterSale', 'parcelCase']) {
    const { status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
} else {
  await measure(machine);
}

// Helpers

async function measure(name) {
  const load = (file) => import(new URL(file, dist).href);
  const { machines } = await load('machines/index.js');
  const { chartOf } = await load('inspector/chart/chart.js');
  const { layOut } = await load('inspector/chart/layout.js');
  const { paint } = await load('inspector/chart/paint.js');
  const { geometryFile, unpackGeometry } = await load('inspector/chart/packed.js');
  const { viewsOf } = await load('inspector/chart/view.js');

  const chart = chartOf(machines[name]);
  const [all, overview = all] = viewsOf(chart);
  const file = new URL(`inspector/layouts/${geometryFile(name, overview, 'zh')}`, root);
  const text = readFileSync(file, 'utf8');
  const read = () => unpackGeometry(chart, overview, JSON.parse(text));
  const geometry = read();
  if (!geometry) throw new Error(`The layout of ${name} is stale. Run "npm run layouts".`);

  const elk = new ELK();
  // What is laid out is remembered for each object given, so that a new one starts anew.
  const lay = () =>
    layOut({ layout: elk.layout.bind(elk) }, chart, { collapsed: overview.collapsed, language: 'zh' });
  const first = await cpuTime(lay);
  const times = { again: [], fold: [], read: [], paint: [] };
  for (let round = 0; round < rounds; round++) {
    times.again.push(await cpuTime(lay));
    times.fold.push(await foldTime(new ELK(), layOut, chart, overview.collapsed));
    times.read.push(await cpuTime(read));
    times.paint.push(await cpuTime(() => paint(chart, geometry, 'zh')));
  }
  const svg = paint(chart, geometry, 'zh');
  const figures = [Object.keys(geometry.nodes).length, first, ...Object.values(times).map(median)];
  const sizes = [text, svg].map((each) => gzipSync(each).length);
  console.log(
    line(
      name,
      overview.name,
      [...figures, ...sizes].map((figure) => column(figure).trim()),
    ),
  );
}

/** What folding one state costs once the rest is laid out: its region, and packing. */
async function foldTime(elk, layOut, chart, collapsed) {
  const foldable = chart.nodes.findLast(({ kind, id }) => kind === 'compound' && !collapsed.has(id));
  await layOut(elk, chart, { collapsed, language: 'zh' });
  return cpuTime(() =>
    layOut(elk, chart, { collapsed: new Set([...collapsed, foldable.id]), language: 'zh' }),
  );
}

function line(name, view, figures) {
  return name.padEnd(12) + view.padEnd(10) + figures.map((figure) => figure.padStart(9)).join('');
}

async function cpuTime(action) {
  globalThis.gc?.();
  const start = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
