import { randomInt } from 'node:crypto';

/** The seed of every ordinary run, so that a run that was green stays green until the code changes. */
const usual = 20261121;

/**
 * Runs once before all test files: every file uses one seed, and the log says which. `FC_SEED=random` looks for
 * lives that nobody has tried yet; `FC_SEED=<number>` repeats a run.
 */
export default function chooseSeed(): void {
  const wanted = process.env.FC_SEED ?? String(usual);
  process.env.FC_SEED = wanted === 'random' ? String(randomInt(2 ** 31)) : wanted;
  console.log(`FC_SEED=${process.env.FC_SEED}`);
}
