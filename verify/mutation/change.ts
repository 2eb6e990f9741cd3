/** Gives fields of objects other values and returns what takes it back. */
export function replaced<Thing extends object>(
  things: readonly Thing[],
  change: (thing: Thing) => Partial<Record<keyof Thing, unknown>>,
): () => void {
  const before = things.map((thing) => {
    const next = change(thing);
    const old = Object.fromEntries(Object.keys(next).map((name) => [name, thing[name as keyof Thing]]));
    Object.assign(thing, next);
    return old;
  });
  return () => {
    things.forEach((thing, index) => {
      Object.assign(thing, before[index]);
    });
  };
}
