/** A database takes a second or two to be made, and on a machine with much else to do a minute. */
export const START_MS = 120_000;
