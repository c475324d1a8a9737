/** What stands under a name that came from outside. Every object answers to `constructor` and the like, which nobody has put there. */
export function ownValue<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
