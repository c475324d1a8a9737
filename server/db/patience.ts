const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long a caller waits for the database, in ms; a limit that is left out: for as long as it takes. */
export interface Patience {
  /** The wait for a new connection, or for one that others are using. */
  connectMs: number;
  /** The wait for a row that another transaction holds. */
  lockMs?: number;
  statementMs?: number;
  /** The time between two statements of a transaction, for which others wait. */
  idleMs?: number;
  /** The wait for any answer. It is longer than a statement may take: otherwise it would end what the database ends by itself. */
  answerMs?: number;
}

/**
 * For calls, on which a person waits. Nothing else shows that a connection has died in silence: docs/operating.md promises that such a database is
 * found again within 15 s.
 */
export const CALL_PATIENCE: Patience = {
  connectMs: 5 * SECOND_MS,
  lockMs: 4 * SECOND_MS,
  statementMs: 8 * SECOND_MS,
  idleMs: 10 * SECOND_MS,
  answerMs: 10 * SECOND_MS,
};

/** For jobs, on which nobody waits. Some of them look through whole tables. */
export const JOB_PATIENCE: Patience = {
  connectMs: 10 * SECOND_MS,
  lockMs: 10 * SECOND_MS,
  statementMs: MINUTE_MS,
  idleMs: MINUTE_MS,
  answerMs: MINUTE_MS + 5 * SECOND_MS,
};

/** For commands: somebody sees at a terminal what they do, and to change a large table takes as long as it takes. */
export const COMMAND_PATIENCE: Patience = { connectMs: 10 * SECOND_MS };
