/** Joins what is there: `classNames(styles.field, error && styles.wrong)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
