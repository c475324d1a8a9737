/**
 * Writes JSON as RFC 8785 has it: one text for one value, whatever the order of its fields. A field that is undefined is absent. A lone surrogate, which the
 * RFC refuses, is written as JSON's escape, so that whatever a citizen wrote has a hash.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  const written: string | undefined = JSON.stringify(value);
  if (written === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return written;
}

/** Sorted by UTF-16 code units, which is how JavaScript compares strings. */
function canonicalObject(value: object): string {
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
