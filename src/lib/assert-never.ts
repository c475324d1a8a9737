/** Closes a `switch` over a union: a new member fails to compile here instead of being silently ignored. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
