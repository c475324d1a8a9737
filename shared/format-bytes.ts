const BYTES_PER_KB = 1024;
export const BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;
const BYTES_PER_GB = BYTES_PER_KB * BYTES_PER_MB;

/** Returns megabytes to one decimal, for people to read. */
export function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_PER_MB) * 10) / 10;
}

/** For a size over a limit: rounding down would say that a file of 10 MB is bigger than 10 MB. */
export function megabytesRoundedUp(bytes: number): number {
  return Math.ceil((bytes / BYTES_PER_MB) * 10) / 10;
}

type SizeUnit = 'kB' | 'MB' | 'GB';

/** Returns a size as people read it: in kB below a megabyte (not *0 MB*), in GB from a gigabyte on (not *1024 MB*). Only an empty file has *0 kB*. */
export function sizeForPeople(bytes: number): { unit: SizeUnit; size: number } {
  if (bytes >= BYTES_PER_GB) return { unit: 'GB', size: sizeIn('GB', bytes) };
  if (bytes >= BYTES_PER_MB) return { unit: 'MB', size: megabytes(bytes) };
  return { unit: 'kB', size: Math.max(Math.min(1, bytes), sizeIn('kB', bytes)) };
}

/** Returns the size in a unit: MB and GB to one decimal, kB without decimals. */
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
