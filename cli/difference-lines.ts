/** What changed between two texts, line by line: `-` before, `+` after, with the number of the line before. */
export function changedLines(before: string, after: string): string[] {
  const [old, current] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < old.length && old[start] === current[start]) start++;
  let [oldEnd, currentEnd] = [old.length, current.length];
  while (oldEnd > start && currentEnd > start && old[oldEnd - 1] === current[currentEnd - 1]) {
    oldEnd--;
    currentEnd--;
  }
  return hunks(old.slice(start, oldEnd), current.slice(start, currentEnd), start);
}

// Helpers

/** The longest common lines stay; what lies between them changed. Where that would take too long, all changed. */
function hunks(old: readonly string[], current: readonly string[], offset: number): string[] {
  if (old.length * current.length > 4_000_000) {
    const lines = [...old.map((line) => `- ${line}`), ...current.map((line) => `+ ${line}`)];
    return [`@ ${offset + 1}`, ...lines];
  }
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(current.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = current.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint32Array;
      row[j] = old[i] === current[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j, inHunk] = [0, 0, false];
  while (i < old.length || j < current.length) {
    if (i < old.length && j < current.length && old[i] === current[j]) {
      [i, j, inHunk] = [i + 1, j + 1, false];
      continue;
    }
    if (!inHunk) lines.push(`@ ${offset + i + 1}`);
    inHunk = true;
    if (i < old.length && (j >= current.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${old[i++]}`);
    else lines.push(`+ ${current[j++]}`);
  }
  return lines;
}
