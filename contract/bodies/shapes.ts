/** Tells whether a value from outside has a shape. The shapes are written by hand: a schema compiler makes code at run time, which the CSP forbids. */
export type Shape<T> = (value: unknown) => value is T;

export function text(maxLength: number, pattern = /^/): Shape<string> {
  return (value): value is string =>
    typeof value === 'string' && value.length <= maxLength && pattern.test(value);
}

export function choice<T extends string>(...members: readonly T[]): Shape<T> {
  return (value): value is T => members.some((member) => member === value);
}

export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  return (value): value is number =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

export const boolean: Shape<boolean> = (value) => typeof value === 'boolean';

export const nothing: Shape<null> = (value) => value === null;

export function either<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

export function list<T>(of: Shape<T>, maxItems: number): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.length <= maxItems && value.every(of);
}

/** The shape of an object with exactly these fields; the optional ones may be missing. */
export function record<T extends object>(
  fields: { [K in keyof T]-?: Shape<Exclude<T[K], undefined>> },
  optional: readonly (keyof T)[] = [],
): Shape<T> {
  const shapes = new Map(Object.entries<(value: unknown) => boolean>(fields));
  const required = [...shapes.keys()].filter((name) => !optional.some((other) => other === name));
  return (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = Object.entries(value);
    return (
      given.every(([name, field]) => shapes.get(name)?.(field) ?? false) &&
      required.every((name) => Object.hasOwn(value, name))
    );
  };
}

/** The shape of an object with any of these fields, and no other. */
export function partial<T extends object>(fields: { [K in keyof T]-?: Shape<T[K]> }): Shape<Partial<T>> {
  const shapes = new Map(Object.entries<(value: unknown) => boolean>(fields));
  return (value): value is Partial<T> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.entries(value).every(([name, field]) => shapes.get(name)?.(field) ?? false);
  };
}
