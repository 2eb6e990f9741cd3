/**
 * Whether parts of what an app sent were cut off on the way: nested deeper than its `serializationDepthLimit`.
 * @param except names of fields that do not matter.
 */
export function isCutOff(value: unknown, except: ReadonlySet<string> = new Set()): boolean {
  if (value === '[Object]' || value === '[Array]') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => !except.has(key) && isCutOff(part, except));
}
