// What all benchmarks share: CPU time, rounds, medians.

/** CPU time in milliseconds that an action takes, the work of the garbage collector included. */
export function cpuTime(action) {
  globalThis.gc?.();
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Measures several contenders in turn, each round in another order, so that a busy machine slows all of them.
 * @param contenders by name: `prepare` is not measured, `act` is.
 * @returns CPU milliseconds of each round, by name, after the rounds that only warm up.
 */
export function interleaved(contenders, { rounds, warmUp }) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      const { prepare, act } = contenders[name];
      const prepared = prepare?.();
      const time = cpuTime(() => act(prepared));
      if (round >= warmUp) times[name].push(time);
    }
  }
  return times;
}

/** The middle value. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The median of the ratios of each round: what disturbs a round disturbs both sides of it. */
export function ratio(times, others) {
  return median(times.map((time, round) => time / others[round]));
}

/** Folders of the package that is measured. */
export const root = new URL('..', import.meta.url);
export const dist = new URL('../dist/', import.meta.url);

/** A number with so many decimals, right-aligned. */
export function column(value, decimals = 0, width = 10) {
  return value
    .toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .padStart(width);
}
