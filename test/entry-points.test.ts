import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as root from '../index.ts';
import * as replay from '../replay/index.ts';
import * as scenarios from '../replay/scenarios.ts';

describe('the entry points', () => {
  it('should open, step, persist, restore and explain a case from the root alone', () => {
    const { snapshot } = root.open(root.parcelCaseMachine, {
      caseId: 'case-1',
      openedAt: '2026-03-02T09:00:00Z',
      order: { waybill: 'YT1', courier: 'yto', paid: 12900 },
    });
    const reported = root.step(snapshot, { type: 'damage.reported', at: '2026-03-02T10:00:00Z' });
    const restored = root.restore(
      root.parcelCaseMachine,
      JSON.parse(JSON.stringify(root.persist(reported.snapshot))),
    );

    expect(reported.outcome).toBe('applied');
    expect(root.dueDeadlines(restored, '2026-03-09T00:00:00Z').map(({ id }) => id)).toEqual(['evidence']);
    expect(root.renderExplanation(root.explain(restored), 'zh')).toContain('破损');
    expect(root.explainEvent(restored, 'refund.paid').answer).toBe('ignored');
  });

  it('should have every machine at the root', () => {
    const exported: unknown[] = Object.values(root);

    for (const name of root.machineNames) expect(exported).toContain(root.machines[name]);
  });

  it('should read and play scenarios, bundled ones too', () => {
    const bundled = scenarios.bundledScenarios();
    const { name, read } = bundled[0] as (typeof bundled)[0];

    expect(name).toMatch(/^scenarios\/[a-z-]+\/[a-z-]+\.yaml$/);
    expect(replay.run(read(), 'bundled').divergence).toBeNull();
    expect(scenarios.readScenario).toBe(replay.readScenario);
  });

  it.each(['index.ts', 'replay/index.ts', 'policy/index.ts', 'explain/index.ts', 'feeds/index.ts'])(
    'should need no Node to import %s',
    (entry) => {
      expect(reached(entry).filter((module) => module.startsWith('node:'))).toEqual([]);
    },
  );

  it('should need Node for the files of scenarios', () => {
    expect(reached('replay/scenarios.ts')).toContain('node:fs');
  });
});

// Helpers

/** Every module that an entry point imports, directly or not. */
function reached(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  if (existsSync(entry)) {
    for (const [, module = ''] of readFileSync(entry, 'utf8').matchAll(
      /^(?:import|export|\}).* from '([^']+)'/gm,
    )) {
      reached(module.startsWith('.') ? normalize(join(dirname(entry), module)) : module, seen);
    }
  }
  return [...seen];
}
