const BYTES_PER_MB = 1024 * 1024;

/** Megabytes to one decimal, for people. */
export function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_PER_MB) * 10) / 10;
}

/** For what is over a limit: rounding down would say that a file of 10 MB is bigger than 10 MB. */
export function megabytesRoundedUp(bytes: number): number {
  return Math.ceil((bytes / BYTES_PER_MB) * 10) / 10;
}
