const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long whoever asks the database waits, in ms; nothing: for as long as it takes. */
export interface Patience {
  /** For a new connection, or for one that others have now. */
  connectMs: number;
  /** For a row that somebody else has. */
  lockMs?: number;
  statementMs?: number;
  /** Between two statements of a transaction, which others wait for. */
  idleMs?: number;
  /** For an answer, of whatever kind: longer than a statement may take, or it ends what the database would have ended itself. */
  answerMs?: number;
}

/** A person waits, and a connection that died in silence is known by nothing else: docs/operating.md promises that the process is ready again in 15 s. */
export const CALL_PATIENCE: Patience = {
  connectMs: 5 * SECOND_MS,
  lockMs: 4 * SECOND_MS,
  statementMs: 8 * SECOND_MS,
  idleMs: 10 * SECOND_MS,
  answerMs: 10 * SECOND_MS,
};

/** Nobody waits for what is done later, and some of it looks through whole tables. */
export const JOB_PATIENCE: Patience = {
  connectMs: 10 * SECOND_MS,
  lockMs: 10 * SECOND_MS,
  statementMs: MINUTE_MS,
  idleMs: MINUTE_MS,
  answerMs: MINUTE_MS + 5 * SECOND_MS,
};

/** Somebody has asked for it and sees what it does: tables change for as long as they are large. */
export const COMMAND_PATIENCE: Patience = { connectMs: 10 * SECOND_MS };
