/** Two values as people read them: only the entries and fields that differ. */
export function differingParts(expected: unknown, actual: unknown): { wanted: string; found: string } {
  return { wanted: shown(expected), found: shown(actual) };
}

/** A value on one line, in the way a scenario file writes it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${shown(field)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
