import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { type CaseEventType, eventTypes } from '../domain/events.ts';
import { type MachineName, machineNames, machines } from '../machines/index.ts';
import { policyOn } from '../policy/parameters.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { open, step } from '../replay/step.ts';
import { poolOf } from './support/always.ts';
import { eventOf } from './support/events.ts';
import { type Life, shown } from './support/play.ts';

const folder = mkdtempSync(join(resolve('node_modules'), '.lean-'));
let lean: Readonly<Record<MachineName, CaseMachine>>;
let code: Readonly<Record<MachineName, string>>;

beforeAll(async () => {
  const { leanMachines, writeLean } = (await import(
    pathToFileURL(resolve('scripts/lean.mjs')).href
  )) as LeanScript;
  await writeLean(folder);
  const loaded = leanMachines.map(async (file) => {
    const name = file.replace(/-./g, (dash) => dash.charAt(1).toUpperCase()) as MachineName;
    const module = await import(pathToFileURL(join(folder, `${file}.js`)).href);
    const text = readFileSync(join(folder, `${file}.js`), 'utf8');
    return [name, module[`${name}Machine`] as CaseMachine, text] as const;
  });
  const all = await Promise.all(loaded);
  lean = Object.fromEntries(all.map(([name, machine]) => [name, machine])) as typeof lean;
  code = Object.fromEntries(all.map(([name, , text]) => [name, text])) as typeof code;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('lean build', () => {
  it('should have every machine', () => {
    expect(Object.keys(lean).sort()).toEqual([...machineNames].sort());
  });
});

describe.each(machineNames)('lean %s', (name) => {
  it('should do with every event what the full machine does', () => {
    let events = 0;
    for (const { life } of poolOf(name)) {
      const byFull = lived(machines[name], life, events);
      const byLean = lived(lean[name], life, events);
      expect(byLean).toEqual(byFull);
      events += byFull.length - 1;
    }
    expect(events).toBeGreaterThan(800);
  });

  it('should close as an actor with the same output', () => {
    const closing = poolOf(name).find(({ last }) => last.status === 'done');
    const actor = createActor(lean[name], { input: closing?.life.input });
    actor.start();
    for (const { event, result } of closing?.played ?? []) {
      for (const lapsed of result.lapses) actor.send(lapsed.event);
      if (result.outcome === 'applied') actor.send(event as { type: string });
    }

    expect(actor.getSnapshot().status).toBe('done');
    expect(actor.getSnapshot().output).toEqual(closing?.last.output);
  });

  it('should refuse a wrong input with the same words', () => {
    const input = { caseId: 'case', openedAt: '1999-03-01T08:00:00Z', order: { paid: -1, title: 'x' } };

    expect(messageOf(() => open(lean[name], input as never))).toBe(
      messageOf(() => open(machines[name], input as never)),
    );
    expect(messageOf(() => open(lean[name], input as never))).toContain('order.paid');
  });

  it('should carry no words for people, only names that decide', () => {
    const provinces = new RegExp(
      [...new Set(Object.values(policyOn('2026-03-01T00:00:00Z')).flat())].join('|'),
      'g',
    );

    expect(code[name]?.replaceAll(provinces, '')).not.toMatch(/\p{Script=Han}/u);
    expect(code[name]).not.toMatch(/\bcites:/);
  });
});

// Helpers

interface LeanScript {
  readonly leanMachines: readonly string[];
  leanModule(machine: string): Promise<string>;
  writeLean(folder: string): Promise<void>;
}

/** All that a life shows, and what stray events would have done at every moment of it. */
function lived(machine: CaseMachine, life: Life, start: number): unknown[] {
  const opened = open(machine, life.input);
  let { snapshot } = opened;
  const seen: unknown[] = [{ effects: opened.effects, ...shown(snapshot) }];
  life.events.forEach((event, place) => {
    for (let turn = 0; turn < 6; turn++) {
      seen.push(answer(snapshot, strayAt(contextOf(snapshot).at, start + place * 6 + turn)));
    }
    seen.push(answer(snapshot, event));
    snapshot = step(snapshot, event).snapshot;
  });
  return seen;
}

/** A valid event that knows nothing of the case: over the moments of a life, all types in turn. */
function strayAt(at: string, turn: number) {
  return eventOf(eventTypes[turn % eventTypes.length] as CaseEventType, at, turn);
}

function answer(snapshot: CaseSnapshot, event: unknown) {
  const { snapshot: next, ...rest } = step(snapshot, event);
  return { event, ...rest, ...shown(next) };
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}
