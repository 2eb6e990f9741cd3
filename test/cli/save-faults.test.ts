import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveFaults } from '../../cli/verify/save.ts';
import { ParcelError } from '../../domain/errors.ts';
import { machines } from '../../machines/index.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { explore } from '../../verify/explore/explore.ts';
import { inputsFor } from '../../verify/explore/inputs.ts';
import { folderWith } from '../support/folder.ts';

const never = {
  id: 'never.returned',
  title: { en: 'Nothing comes back.', zh: '无退回。' },
  broken: ({ event }: { event: { type: string } }) =>
    event.type === 'parcel.returned' ? 'It came back.' : null,
};
const found = explore(machines.refused, {
  inputs: inputsFor([]).slice(0, 1),
  invariants: [never],
  maxStates: 300,
});

describe('--save', () => {
  it('should write the way to each fault as a scenario that replays', () => {
    const folder = join(folderWith({}), 'found');
    const files = saveFaults(folder, [found]);

    expect(readdirSync(folder)).toEqual(['refused-violation-1.yaml']);
    expect(files).toEqual([join(folder, 'refused-violation-1.yaml')]);
    const scenario = readScenario(readFileSync(files[0] as string, 'utf8'), 'refused-violation-1.yaml');
    expect(scenario.title.en).toContain('It came back.');
    expect(scenario.events.at(-1)?.type).toBe('parcel.returned');
    expect(run(scenario).divergence).toBeNull();
  });

  it('should say which file it cannot write', () => {
    const file = join(folderWith({}), 'taken');
    writeFileSync(file, '');

    expect(() => saveFaults(file, [found])).toThrow(ParcelError);
    expect(() => saveFaults(file, [found])).toThrow('refused-violation-1.yaml');
  });
});
