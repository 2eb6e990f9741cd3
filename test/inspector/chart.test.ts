import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { type Chart, chartOf } from '../../inspector/chart/chart.ts';
import { chartOfDefinition } from '../../inspector/chart/definition.ts';
import { branchText } from '../../inspector/chart/labels.ts';
import { classesOf, edgeClasses, noMarks } from '../../inspector/chart/marks.ts';
import { mermaid } from '../../inspector/chart/mermaid.ts';
import { focusOn, pathOf, viewsOf, visibleEdges, visibleNodes } from '../../inspector/chart/view.ts';
import { machineNames, machines } from '../../machines/index.ts';

const charts = machineNames.map((name) => chartOf(machines[name]));
const parcelCase = chartOf(machines.parcelCase);

describe('the chart of a machine', () => {
  it('should have the states of the machine in the order of its author', () => {
    const chart = chartOf(machines.damaged);

    expect(chart.nodes[0]).toMatchObject({ id: '', kind: 'compound', parent: null, initial: 'open' });
    expect(chart.nodes.map(({ id }) => id)).toEqual(idsOf(machines.damaged.root as unknown as Node));
  });

  it('should be called as the machine is, in both languages', () => {
    const titles = charts.map(({ nodes }) => nodes[0]?.title.zh);

    expect(chartOf(machines.damaged).nodes[0]?.title).toEqual({ en: 'Damaged', zh: '破损' });
    expect(titles.filter((zh) => !/^\p{Script=Han}/u.test(zh ?? ''))).toEqual([]);
    expect(chartOf(createMachine({ id: 'lamp' })).nodes[0]?.title.zh).toBe('lamp');
  });

  it('should have every transition once, and keep those that stay inside', () => {
    const machine = createMachine({
      id: 'lamp',
      initial: 'off',
      states: {
        off: { on: { press: [{ guard: 'hasPower', target: 'on' }, { actions: 'click' }] } },
        on: { tags: 'bright', entry: 'glow', on: { press: 'off', pull: 'off' }, after: { 1000: 'off' } },
      },
    });

    const { nodes, edges } = chartOf(machine);

    expect(edges.map(({ id, branches }) => [id, branches.map((branch) => branch.id)])).toEqual([
      ['off>on', ['off|press|1']],
      ['on>off', ['on|press|1', 'on|pull|1', 'on|xstate.after.1000.lamp.on|1']],
    ]);
    expect(nodes[1]?.inside).toMatchObject([
      { id: 'off|press|2', guard: null, order: 2, actions: ['click'] },
    ]);
    expect(nodes[2]).toMatchObject({ tags: ['bright'], entry: ['glow'] });
  });

  it('should change its hash with its content', () => {
    const hashes = [{ on: 'off' }, { on: 'out' }].map(
      ({ on }) => chartOf(createMachine({ id: 'lamp', initial: on, states: { [on]: {} } })).hash,
    );

    expect(hashes[0]).not.toBe(hashes[1]);
    expect(chartOf(machines.damaged).hash).toBe(chartOf(machines.damaged).hash);
  });

  it('should have words in both languages for every event and guard of the package', () => {
    const branches = charts.flatMap(branchesOf);
    const wordless = branches.filter(
      ({ event, title, guard, guardTitle }) => (event !== '' && !title) || (guard !== null && !guardTitle),
    );

    expect(branches.length).toBeGreaterThan(1000);
    expect(wordless.map(({ id, guard }) => `${id} [${guard}]`)).toEqual([]);
  });
});

describe('the chart of a definition', () => {
  it.each(machineNames)('should be that of the machine: %s', (name) => {
    const chart = chartOf(machines[name]);

    const read = chartOfDefinition(JSON.parse(JSON.stringify(machines[name].config)));

    expect(read.nodes.map(({ id, kind, initial }) => [id, kind, initial])).toEqual(
      chart.nodes.map(({ id, kind, initial }) => [id, kind, initial]),
    );
    expect(new Set(read.edges.map(({ id }) => id))).toEqual(new Set(chart.edges.map(({ id }) => id)));
    expect(new Set(branchesOf(read).map(({ id }) => id))).toEqual(
      new Set(branchesOf(chart).map(({ id }) => id)),
    );
  });

  it('should leave out what was cut off and draw the rest', () => {
    const { nodes, edges } = chartOfDefinition({
      id: 'door',
      initial: 'open',
      states: {
        open: { on: { close: { target: 'closed', guard: '[Object]' }, slam: '[Array]', lock: 'nowhere' } },
        closed: '[Object]',
      },
    });

    expect(nodes.map(({ id }) => id)).toEqual(['', 'open', 'closed']);
    expect(edges.map(({ id }) => id)).toEqual(['open>closed']);
    expect(edges[0]?.branches[0]?.guard).toBe('…');
  });

  it('should find targets by id, inside and beside', () => {
    const { edges } = chartOfDefinition({
      id: 'shop',
      initial: 'a',
      states: {
        a: { on: { one: '#deep', two: '#shop.b.c', three: 'b.d', four: '.inner' }, states: { inner: {} } },
        b: { states: { c: { id: 'deep' }, d: {} } },
      },
    });

    expect(edges.map(({ id }) => id)).toEqual(['a>b.c', 'a>b.d', 'a>a.inner']);
  });

  it('should refuse what is no object', () => {
    expect(() => chartOfDefinition('[Object]')).toThrow();
  });
});

describe('the views of a chart', () => {
  it('should open one exception type at a time, and the one that is active', () => {
    const views = viewsOf(parcelCase);
    const active = new Set(pathOf(parcelCase, 'open.exception.damaged.warned'));

    expect(views.slice(0, 2).map(({ name }) => name)).toEqual(['all', 'overview']);
    expect(focusOn(parcelCase, active).name).toBe('damaged');
    expect(focusOn(parcelCase, new Set(['', 'open', 'open.exception', 'open.exception.none'])).name).toBe(
      'overview',
    );
    expect(focusOn(chartOf(machines.damaged), active).name).toBe('all');
  });

  it('should hide what is inside collapsed states, and lead their edges to them', () => {
    const overview = viewsOf(parcelCase).find(({ name }) => name === 'overview')?.collapsed ?? new Set();
    const edges = visibleEdges(parcelCase, overview);
    const entering = edges.find(({ id }) => id === 'open.exception.none>open.exception.damaged');

    expect(
      visibleNodes(parcelCase, overview).some(({ id }) => id.startsWith('open.exception.damaged.')),
    ).toBe(false);
    expect(entering?.branches.map(({ event }) => event)).toContain('leak.found');
  });

  it('should draw or write every transition, whatever is collapsed', () => {
    for (const chart of charts) {
      const shown = visibleEdges(chart, new Set()).flatMap(({ branches }) => branches);

      expect(new Set(shown)).toEqual(new Set(chart.edges.flatMap(({ branches }) => branches)));
    }
  });

  it('should keep an arrow into each state that arrows lead to', () => {
    for (const chart of charts) {
      const edges = visibleEdges(chart, new Set());
      const lines = edges.filter(({ drawn }) => drawn === 'line');
      const reached = new Set(edges.filter(({ drawn }) => drawn !== 'line').map(({ target }) => target));
      const outside = lines.filter(
        ({ source, target }) => !reached.has(target) && !pathOf(chart, target).includes(source),
      );

      expect(outside.filter(({ target }) => target !== 'closed').map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('the words on a branch', () => {
  it('should number the transitions for an event, but not articles, and call the last one else', () => {
    const [first, last] = ['reasonIsOther', null].map((guard, place) =>
      branchText(
        { id: 'a', event: 'parcel.refused', guard, order: place + 1, candidates: 2, actions: [] },
        'en',
      ),
    );
    const article = branchText(
      { id: 'a', event: '', guard: 'DMG-1', order: 1, candidates: 2, actions: [] },
      'zh',
    );

    expect(first).toEqual({ text: 'parcel.refused', guard: '[reasonIsOther]', order: '1.', clock: false });
    expect(last).toMatchObject({ guard: '[else]', order: '' });
    expect(article).toMatchObject({ text: '', guard: '[DMG-1]', order: '' });
  });

  it('should put a clock before what falls due', () => {
    const branch = {
      id: 'a',
      event: 'evidence.lapsed',
      guard: 'deadlineDue: evidence',
      order: 1,
      candidates: 1,
      actions: [],
    };

    expect(branchText(branch, 'en')).toEqual({ text: 'evidence.lapsed', guard: '', order: '', clock: true });
  });
});

describe('marks', () => {
  it('should say of an edge what holds of its branches', () => {
    const marks = { ...noMarks, enabled: new Set(['a']), blocked: new Map([['b', { en: '', zh: '' }]]) };

    expect(classesOf('b', marks)).toEqual(['is-blocked']);
    expect(edgeClasses(['a', 'b'], marks)).toEqual(['is-enabled']);
    expect(edgeClasses(['b'], marks)).toEqual(['is-blocked']);
  });

  it('should tell what was never reached from what cannot be', () => {
    const marks = { ...noMarks, hits: new Map([['a', 2]]), unreachable: new Set(['c']) };

    expect(['a', 'b', 'c'].map((id) => classesOf(id, marks))).toEqual([
      ['is-visited'],
      ['is-unvisited'],
      ['is-unreachable'],
    ]);
    expect(edgeClasses(['a', 'b'], marks)).toEqual(['is-visited']);
  });
});

describe('a Mermaid diagram', () => {
  it('should name each state once and draw no more edges than Mermaid takes', () => {
    const overview = viewsOf(parcelCase)[1];
    const text = mermaid(parcelCase, overview ?? { collapsed: new Set() }, 'en');
    const names = [...text.matchAll(/^ *state ".*" as (\w+)/gm)].map(([, name]) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(text.match(/-->/g)?.length).toBeLessThan(500);
    expect(text.length).toBeLessThan(50_000);
  });

  it('should keep two states apart whose short names are the same', () => {
    const machine = createMachine({
      id: 'twins',
      initial: 'open',
      states: { open: { initial: 'a', states: { a: {} } }, a: {} },
    });

    expect(mermaid(chartOf(machine), { collapsed: new Set() }, 'en')).toContain('state "a" as open_a');
  });
});

// Helpers

interface Node {
  readonly path: readonly string[];
  readonly states: Readonly<Record<string, Node>>;
}

function idsOf(node: Node): string[] {
  return [node.path.join('.'), ...Object.values(node.states).flatMap(idsOf)];
}

function branchesOf({ nodes, edges }: Chart) {
  return [...edges.flatMap(({ branches }) => branches), ...nodes.flatMap(({ inside }) => inside)];
}
