import { default as ELK } from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { chartOf } from '../../inspector/chart/chart.ts';
import { svgFile } from '../../inspector/chart/export.ts';
import type { Geometry } from '../../inspector/chart/geometry.ts';
import { type Elk, layOut } from '../../inspector/chart/layout.ts';
import { noMarks } from '../../inspector/chart/marks.ts';
import { overlapsOf } from '../../inspector/chart/overlaps.ts';
import { packGeometry, unpackGeometry } from '../../inspector/chart/packed.ts';
import { paint } from '../../inspector/chart/paint.ts';
import { textWidth, wrapText } from '../../inspector/chart/text-width.ts';

const machine = createMachine({
  id: 'shop',
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      on: { burn: 'ruined' },
      states: {
        door: {
          initial: 'shut',
          states: { shut: { on: { push: 'ajar', leave: '#shop.left' } }, ajar: { on: { pull: 'shut' } } },
        },
        till: {
          on: { rob: '#shop.left' },
          initial: 'full',
          states: { full: { on: { 'a<b>&"c"': 'empty' } }, empty: { type: 'final' } },
        },
      },
    },
    left: { on: { back: '#shop.open.door.ajar' } },
    ruined: { type: 'final' },
  },
});
const chart = chartOf(machine);
const elk = new ELK.default() as unknown as Elk;
const geometry = await layOut(elk, chart, { collapsed: new Set(), language: 'en' });
const view = { name: 'all', collapsed: new Set<string>() };

describe('a layout', () => {
  it('should place every state and overlap nowhere', () => {
    expect(Object.keys(geometry.nodes)).toHaveLength(chart.nodes.length);
    expect(overlapsOf(chart, geometry, 'en')).toEqual([]);
  });

  it('should end an edge that leaves its region at a chip, and one that enters a region at the state around it', () => {
    const left = geometry.edges['left>open.door.ajar']?.points.at(-1) as [number, number];
    const open = geometry.nodes.open as Geometry['nodes'][string];

    expect(Object.keys(geometry.chips)).toEqual(['open.door.shut>left']);
    expect([open.x, open.x + open.width, open.y, open.y + open.height]).toEqual(
      expect.arrayContaining([expect.toBeOneOf(left)]),
    );
  });

  it('should hide what is inside a collapsed state', async () => {
    const folded = await layOut(elk, chart, { collapsed: new Set(['open.door']), language: 'en' });

    expect(Object.keys(folded.nodes)).not.toContain('open.door.shut');
    expect(folded.collapsed).toEqual(['open.door']);
  });

  it('should fall back to the plain layout where ELK fails on the compact one', async () => {
    const tried: (string | undefined)[] = [];
    const picky: Elk = {
      layout(graph, options) {
        const strategy = options.layoutOptions['elk.layered.cycleBreaking.strategy'];
        tried.push(strategy);
        return strategy ? Promise.reject(new Error('no')) : elk.layout(graph, options);
      },
    };

    const plain = await layOut(picky, chart, { collapsed: new Set(), language: 'en' });

    expect(tried.slice(0, 3)).toEqual(['DEPTH_FIRST', 'DEPTH_FIRST', undefined]);
    expect(Object.keys(plain.nodes)).toHaveLength(chart.nodes.length);
  });

  it('should say why where ELK fails on the plain layout too', async () => {
    const broken: Elk = { layout: () => Promise.reject(new Error('no layout')) };

    await expect(layOut(broken, chart, { collapsed: new Set(), language: 'en' })).rejects.toThrow(
      'no layout',
    );
  });

  it('should come back from its file as it was, and not for another chart', () => {
    const packed = JSON.parse(JSON.stringify(packGeometry(chart, geometry)));

    expect(unpackGeometry(chart, view, packed)).toEqual(geometry);
    expect(unpackGeometry({ ...chart, hash: 'other' }, view, packed)).toBeNull();
    expect(unpackGeometry(chart, view, { ...packed, nodes: 'none' })).toBeNull();
  });
});

describe('overlaps', () => {
  it('should be found between states, labels and edges', () => {
    const label = { x: 0, y: 0, width: 50, height: 18 };
    const door = geometry.nodes['open.door.shut'];
    const ajar = geometry.nodes['open.door.ajar'];
    const [push, pull] = ['open.door.shut>open.door.ajar', 'open.door.ajar>open.door.shut'];
    if (!door || !ajar || !push || !pull) throw new Error('The shop has no door.');
    const kinds = (changed: Partial<Geometry>) =>
      new Set(overlapsOf(chart, { ...geometry, ...changed }, 'en').map(({ kind }) => kind));
    const edges = (changed: Geometry['edges']) => kinds({ edges: { ...geometry.edges, ...changed } });
    const points = geometry.edges[push]?.points ?? [];

    expect(kinds({ nodes: { ...geometry.nodes, 'open.door.ajar': door } })).toContain('node on node');
    expect(edges({ [push]: { points, label }, [pull]: { points: [], label } })).toContain('label on label');
    expect(edges({ [push]: { points, label: { ...ajar, width: 20 } } })).toContain('label on node');
    expect(
      edges({
        [pull]: { points },
        [push]: { points: [], label: { ...label, x: points[0]?.[0] ?? 0, y: (points[0]?.[1] ?? 0) - 5 } },
      }),
    ).toContain('label on edge');
    expect(
      edges({
        [push]: {
          points: [
            [0, ajar.y + 9],
            [9999, ajar.y + 9],
          ],
        },
      }),
    ).toContain('edge on node');
    expect(edges({ [pull]: { points }, [push]: { points } })).toContain('edge on edge');
  });
});

describe('a painted chart', () => {
  it('should give every state and transition its id and states a name', () => {
    const svg = paint(chart, geometry, 'en');
    const ids = new Set([...svg.matchAll(/data-id="([^"]*)"/g)].map(([, id]) => id));

    expect(ids).toContain('open.door.shut');
    expect(ids).toContain('open.door.shut|push|1');
    expect(ids).toContain('open.till|rob|1');
    expect(svg).toContain('aria-label="shut, state, shut"');
    expect(svg.match(/class="node /g)).toHaveLength(chart.nodes.length);
  });

  it('should be the same text for the same input', () => {
    expect(paint(chart, geometry, 'en')).toBe(paint(chart, geometry, 'en'));
  });

  it('should escape what a machine says', () => {
    const svg = paint(chart, geometry, 'en');

    expect(svg).toContain('a&lt;b&gt;&amp;&quot;c&quot;');
    expect(svg).not.toContain('a<b>');
  });

  it('should mark active states and open transitions from the start', () => {
    const svg = paint(chart, geometry, 'en', {
      ...noMarks,
      active: new Set(['open.door.shut']),
      enabled: new Set(['open.door.shut|push|1']),
    });

    expect(svg).toMatch(/class="node atomic box is-active"[^>]* aria-current="true"/);
    expect(svg).toContain('<g class="edge is-enabled" data-edge="open.door.shut&gt;open.door.ajar">');
    expect(svg.match(/aria-current/g)).toHaveLength(1);
  });

  it('should be a file that needs nothing else', () => {
    const svg = svgFile(chart, geometry, 'en', { theme: 'dark' });

    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>/);
    expect(svg).not.toMatch(/(href|src)=|url\(|@import|@font-face/);
    expect(svg).toContain('--chart-ground:#12171e');
  });
});

describe('the estimate of a text', () => {
  it('should count a Chinese character as a square and leave room', () => {
    expect(textWidth('买家签收', 12)).toBe(Math.ceil(4 * 12 * 1.1));
    expect(textWidth('买家签收', 12, true)).toBeGreaterThan(textWidth('买家签收', 12));
  });

  it('should break lines at spaces, between Chinese characters, and never before a full stop', () => {
    expect(wrapText('The buyer refused', 70, 12)).toEqual(['The buyer', 'refused']);
    expect(wrapText('买家拒收包裹。', 80, 12)).toEqual(['买家拒收包裹。']);
    expect(wrapText('买家拒收包裹', 53, 12)).toEqual(['买家拒收', '包裹']);
  });
});
