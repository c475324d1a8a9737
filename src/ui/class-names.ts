/** Joins the names that are not empty: `classNames(styles.field, error && styles.wrong)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
