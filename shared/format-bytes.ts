const BYTES_PER_KB = 1024;
export const BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;
const BYTES_PER_GB = BYTES_PER_KB * BYTES_PER_MB;

/** Megabytes to one decimal, for people. */
export function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_PER_MB) * 10) / 10;
}

/** For what is over a limit: rounding down would say that a file of 10 MB is bigger than 10 MB. */
export function megabytesRoundedUp(bytes: number): number {
  return Math.ceil((bytes / BYTES_PER_MB) * 10) / 10;
}

export type SizeUnit = 'kB' | 'MB' | 'GB';

/** In kB below a megabyte: *0 MB* would be no size, and of what is not empty neither would *0 kB*. In GB from a gigabyte on: nobody reads *1024 MB*. */
export function sizeForPeople(bytes: number): { unit: SizeUnit; size: number } {
  if (bytes >= BYTES_PER_GB) return { unit: 'GB', size: sizeIn('GB', bytes) };
  if (bytes >= BYTES_PER_MB) return { unit: 'MB', size: megabytes(bytes) };
  return { unit: 'kB', size: Math.max(Math.min(1, bytes), sizeIn('kB', bytes)) };
}

/** To one decimal, in kB to none. */
export function sizeIn(unit: SizeUnit, bytes: number): number {
  switch (unit) {
    case 'GB':
      return Math.round((bytes / BYTES_PER_GB) * 10) / 10;
    case 'MB':
      return megabytes(bytes);
    case 'kB':
      return Math.round(bytes / BYTES_PER_KB);
  }
}
