import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Db } from './schema.ts';

/** Stands for a value in a statement that is built. */
class Place {
  constructor(readonly name: PropertyKey) {}
}

export type Places<P> = { [Name in keyof P]: RawBuilder<P[Name]> };

/**
 * Builds a statement at its first use, and sends it with other values each time. To build one takes the process longer than the way to the database and
 * back.
 */
export function buildOnce<P extends object, Row>(
  build: (db: Db, values: Places<P>) => { compile(): CompiledQuery<Row> },
): (db: Db, values: P) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  const places = new Proxy({} as Places<P>, { get: (_, name) => sql.val(new Place(name)) });
  return async (db, values) => {
    built ??= build(db, places).compile();
    const parameters = built.parameters.map((value) =>
      value instanceof Place ? values[value.name as keyof P] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}
