/** How long a test waits for its database, in ms: making one takes a second or two, and a minute on a busy machine. */
export const START_MS = 120_000;
