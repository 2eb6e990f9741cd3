import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ParcelError } from '../../domain/errors.ts';
import { scenarioOf } from '../../verify/explore/as-scenario.ts';
import type { Exploration } from '../../verify/explore/exploration.ts';
import { faultsOf } from './outcome.ts';

/**
 * Writes a shortest way to every fault as a scenario file and returns the paths.
 * @throws {ParcelError} `UNREADABLE_FILE` if a file cannot be written.
 */
export function saveFaults(folder: string, explorations: readonly Exploration[]): string[] {
  return explorations.flatMap((exploration) =>
    faultsOf(exploration).flatMap(({ kind, what, fault }, place) => {
      const states = fault.states.join(', ');
      const title = {
        en: [`${kind} in ${states}`, what].filter((part) => part !== '').join(': '),
        zh: `探索发现的问题（${kind}）：${states}`,
      };
      const scenario = scenarioOf(exploration.machine, title, fault);
      if (scenario === null) return [];
      const file = join(folder, `${exploration.machine}-${kind}-${place + 1}.yaml`);
      write(folder, file, stringify(scenario, { lineWidth: 110, aliasDuplicateObjects: false }));
      return [file];
    }),
  );
}

// Helpers

function write(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new ParcelError('UNREADABLE_FILE', `${file}: ${(error as Error).message}`);
  }
}
