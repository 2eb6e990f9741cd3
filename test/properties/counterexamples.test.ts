import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machineNames } from '../../machines/index.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { poolOf } from '../support/always.ts';
import { asScenario } from '../support/as-scenario.ts';
import { lives } from '../support/lives.ts';
import { play, shown } from '../support/play.ts';

describe.each(machineNames)('a counterexample of %s', (machine) => {
  it('should be a scenario file that replays to the same end', () => {
    for (const trace of poolOf(machine).slice(0, 40)) {
      if (trace.life.events.length === 0) continue;
      const scenario = readScenario(asScenario(trace.life), 'counterexample.yaml');
      const replayed = run(scenario, trace.life.input.caseId);

      expect(replayed.divergence).toBeNull();
      expect(shown(replayed.snapshot)).toEqual(shown(trace.last));
    }
  });

  it('should be printed when a property breaks', () => {
    const details = fc.check(
      fc.property(lives(machine), (life) => play(life).played.length < 3),
      { seed: 1 },
    );

    expect(details.failed).toBe(true);
    expect(fc.defaultReportMessage(details)).toContain(`machine: ${machine}\ninput:\n  openedAt:`);
  });
});
