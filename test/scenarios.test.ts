import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../replay/read.ts';
import { run } from '../replay/run.ts';

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

describe('bundled scenarios', () => {
  it.each(files)('should replay %s', (file) => {
    const scenario = readScenario(readFileSync(`scenarios/${file}`, 'utf8'), file);

    const { divergence } = run(scenario, file);

    expect(divergence && { step: divergence.step?.index, differences: divergence.differences }).toBeNull();
  });
});
