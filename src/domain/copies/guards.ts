/** Says what a value of unknown origin is. */
export type Guard<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isInstant(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

export function isSha256(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNull(value: unknown): value is null {
  return value === null;
}

export function isOneOf<T>(...choices: readonly T[]): Guard<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

export function isEither<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

export function isListOf<T>(item: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(item);
}

/** Exactly these fields: one more is as wrong as one less. The optional ones may be missing. */
export function isShape<T extends object>(
  fields: { [K in keyof T]-?: Guard<Exclude<T[K], undefined>> },
  optional: readonly (keyof T)[] = [],
): Guard<T> {
  const guards: [string, Guard<unknown>][] = Object.entries(fields);
  return (value): value is T =>
    isRecord(value) &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    guards.every(([name, guard]) =>
      Object.hasOwn(value, name) ? guard(value[name]) : optional.some((other) => other === name),
    );
}
