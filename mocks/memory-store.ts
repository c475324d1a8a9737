import { SortedTable } from './sorted-table.ts';
import type { Entry, KeyRange, Store, Transaction } from './store.ts';
import { TABLE_NAMES, type TableName, type Tables } from './tables.ts';

/** One change of a transaction; without a value, it removed the row. */
export interface Operation {
  table: TableName;
  key: string;
  value?: unknown;
}

export interface Journal {
  load(): Iterable<Operation>;
  /** Keeps all of the operations or none. */
  append(operations: readonly Operation[]): void;
}

export interface ByteHome {
  get(key: string): Uint8Array | undefined;
  put(key: string, bytes: Uint8Array): void;
  remove(key: string): void;
  keys(): Iterable<string>;
}

function createByteMap(): ByteHome {
  const map = new Map<string, Uint8Array>();
  return {
    get: (key) => map.get(key),
    put: (key, bytes) => map.set(key, bytes),
    remove: (key) => map.delete(key),
    keys: () => map.keys(),
  };
}

const NO_JOURNAL: Journal = { load: () => [], append: () => {} };

/** Makes a store in memory; a journal and a home for the bytes make it outlive the process. */
export function createMemoryStore(journal: Journal = NO_JOURNAL, bytes: ByteHome = createByteMap()): Store {
  const tables = new Map(TABLE_NAMES.map((name) => [name, new SortedTable()]));
  for (const operation of journal.load()) perform(tables, operation);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    transact(work) {
      const result = turn.then(() => runTransaction(tables, bytes, journal, work));
      turn = result.catch(() => {});
      return result;
    },
  };
}

type SortedTables = ReadonlyMap<TableName, SortedTable>;

function tableOf(tables: SortedTables, name: TableName): SortedTable {
  const table = tables.get(name);
  if (!table) throw new Error(`No table ${name}`);
  return table;
}

function perform(tables: SortedTables, { table, key, value }: Operation): void {
  if (value === undefined) tableOf(tables, table).remove(key);
  else tableOf(tables, table).put(key, value);
}

async function runTransaction<R>(
  tables: SortedTables,
  bytes: ByteHome,
  journal: Journal,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const done: Operation[] = [];
  const undo: (() => void)[] = [];
  // Bytes are removed only after the commit, or a transaction that fails would lose them.
  const doomed = new Set<string>();

  function change(operation: Operation): void {
    const { table, key } = operation;
    const value = tableOf(tables, table).get(key);
    undo.push(() => perform(tables, { table, key, value }));
    done.push(operation);
    perform(tables, operation);
  }

  const tx: Transaction = {
    async get<T extends TableName>(table: T, key: string) {
      return tableOf(tables, table).get(key) as Tables[T] | undefined;
    },
    async put(table, key, value) {
      change({ table, key, value });
    },
    async remove(table, key) {
      change({ table, key });
    },
    async range<T extends TableName>(table: T, range: KeyRange) {
      return tableOf(tables, table).range(range) as Entry<Tables[T]>[];
    },
    async getBytes(key) {
      return doomed.has(key) ? undefined : bytes.get(key);
    },
    async putBytes(key, value) {
      const before = bytes.get(key);
      undo.push(() => (before ? bytes.put(key, before) : bytes.remove(key)));
      doomed.delete(key);
      bytes.put(key, value);
    },
    async removeBytes(key) {
      doomed.add(key);
    },
    async clear() {
      for (const [table, rows] of tables) for (const key of [...rows.keys()]) change({ table, key });
      for (const key of bytes.keys()) doomed.add(key);
    },
  };

  try {
    const result = await work(tx);
    if (done.length > 0) journal.append(done);
    for (const key of doomed) bytes.remove(key);
    return result;
  } catch (error) {
    for (const undoOne of undo.reverse()) undoOne();
    throw error;
  }
}
