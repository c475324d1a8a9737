import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** Its table was changed since by a newer version; a proxy in between gave the connection to somebody else. */
const NO_LONGER_PREPARED = ['0A000', '26000'];

/** As Kysely says it. */
const BEGIN = 'begin';
const BEGUN = { command: 'BEGIN', rowCount: 0, rows: [] } as const;

const names = new Map<string, string>();

/**
 * PostgreSQL takes longer to plan most of our statements than to run them: each connection plans each of them once. And the way there and back takes
 * longer than either: a transaction begins along with its first statement, for which the pool's connections have to be in pipeline mode.
 */
export function withPreparedStatements(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => new PreparingConnection(await pool.connect()),
    end: () => pool.end(),
  };
}

class PreparingConnection implements PostgresPoolClient {
  #client: pg.PoolClient;
  #isOutdated = false;
  #hasToBegin = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
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
    // What is written while it is held goes in one piece: each costs this process a call, and wakes the database.
    stream.cork();
    const begun = this.#hasToBegin && this.#client.query(BEGIN);
    const answered = this.#client.query({ text, values, ...name });
    stream.uncork();
    this.#hasToBegin = false;
    try {
      const [answer] = await Promise.all([answered, begun]);
      return answer;
    } catch (error) {
      this.#isOutdated ||= error instanceof pg.DatabaseError && NO_LONGER_PREPARED.includes(error.code ?? '');
      throw error;
    }
  }

  /** One whose statements are of another time is closed: the next is a new one. */
  release(isToBeClosed = false): void {
    this.#client.release(isToBeClosed || this.#isOutdated);
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
