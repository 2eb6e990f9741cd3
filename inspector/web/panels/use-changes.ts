import { useEffect, useState } from 'preact/hooks';
import type { Changes } from '../../../explain/index.ts';
import type { CaseSnapshot } from '../../../replay/snapshot.ts';

/** What would change the rulings of a case. Searched after the step is shown, and once for each case. */
export function useChanges(snapshot: CaseSnapshot): Changes | null {
  const [changes, setChanges] = useState<Changes | null>(() => known.get(snapshot) ?? null);
  useEffect(() => {
    const found = known.get(snapshot);
    setChanges(found ?? null);
    if (found) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { whatWouldChange } = await import('../../../explain/changes.ts');
      const searched = whatWouldChange(snapshot);
      known.set(snapshot, searched);
      if (isCurrent) setChanges(searched);
    }, 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [snapshot]);
  return changes;
}

// Helpers

const known = new WeakMap<CaseSnapshot, Changes>();
