import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assign } from 'xstate';
import { machines } from '../../machines/index.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';

describe('lapse', () => {
  it('should let a deadline that the machine leaves running lapse once, not for ever', () => {
    const file = 'scenarios/lost/reshipment-late.yaml';
    const forgetful = machines.parcelCase.provide({ actions: { stopDeadline: assign(() => ({})) as never } });

    const { trace } = run(readScenario(readFileSync(file, 'utf8'), file), 'forgetful', forgetful);

    const late = trace.map(
      ({ lapses }) => lapses.filter(({ event }) => event.type === 'reshipment.lapsed').length,
    );
    expect(Math.max(...late)).toBe(1);
  });
});
