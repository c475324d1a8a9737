const CHECKED_EVERY_YEARS = 1;

/** Returns the texts that nobody has checked against their sources for a year, one sentence each. Days have the form `2026-11-28`. */
export function findOverdueChecks(checked: Readonly<Record<string, string>>, today: string): string[] {
  const lastYear = `${Number(today.slice(0, 4)) - CHECKED_EVERY_YEARS}${today.slice(4)}`;
  return Object.entries(checked)
    .filter(([, day]) => day < lastYear)
    .map(([id, day]) => `«${id}» was checked on ${day}, more than a year ago: read its sources again`);
}
