import { randomInt } from 'node:crypto';

/** Runs once before all test files: in CI every file uses one seed, and the log says which. */
export default function chooseSeed(): void {
  if (!process.env.CI || process.env.FC_SEED) return;
  const seed = randomInt(2 ** 31);
  process.env.FC_SEED = String(seed);
  console.log(`FC_SEED=${seed} (chosen for this run; set it to repeat the run)`);
}
