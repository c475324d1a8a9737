import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { Outage } from '../outage.ts';
import { judgeFailure } from './database-outage.ts';

/** The statement by which Kysely begins a transaction. */
const BEGIN = 'begin';
const BEGUN = { command: 'BEGIN', rowCount: 0, rows: [] } as const;

const names = new Map<string, string>();

/**
 * PostgreSQL takes longer to plan most of our statements than to run them, so each connection plans each of them once. The way there and back takes
 * longer than either, so a transaction begins along with its first statement. For that the pool's connections have to be in pipeline mode.
 */
export function withPreparedStatements(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      try {
        return new PreparingConnection(await pool.connect(), () => dropIdle(pool));
      } catch (error) {
        throw new Outage('database', error);
      }
    },
    end: () => pool.end(),
  };
}

/**
 * Closes the idle connections. Where a connection has died in silence or is out of date, the idle ones are no better, and each would cost its next user
 * as long a wait.
 */
function dropIdle(pool: pg.Pool): void {
  for (let left = pool.idleCount; left > 0; left -= 1)
    pool.connect().then(
      (client) => client.release(true),
      () => {},
    );
}

class PreparingConnection implements PostgresPoolClient {
  #client: pg.PoolClient;
  #onLost: () => void;
  #isLost = false;
  #hasToBegin = false;

  constructor(client: pg.PoolClient, onLost: () => void) {
    this.#client = client;
    this.#onLost = onLost;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') return asked;
    return this.#run(asked, [...parameters]);
  }

  async #run(text: string, values: unknown[]) {
    if (text === BEGIN) {
      this.#hasToBegin = true;
      return BEGUN;
    }
    const name = values.length > 0 && { name: nameOf(text) };
    const { stream } = this.#client.connection;
    // What is written while the stream is corked goes in one piece: each piece costs this process a system call, and wakes the database.
    stream.cork();
    const begun = this.#hasToBegin && this.#client.query(BEGIN);
    const answered = this.#client.query({ text, values, ...name });
    stream.uncork();
    this.#hasToBegin = false;
    try {
      const [answer] = await Promise.all([answered, begun]);
      return answer;
    } catch (error) {
      const { thrown, isLost } = judgeFailure(error);
      if (isLost && !this.#isLost) this.#onLost();
      this.#isLost ||= isLost;
      throw thrown;
    }
  }

  release(isToBeClosed = false): void {
    this.#client.release(isToBeClosed || this.#isLost);
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
