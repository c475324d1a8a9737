import type { TableName, Tables } from './tables.ts';

export interface KeyRange {
  /** Exclusive. */
  after: string;
  /** Exclusive. */
  before: string;
  limit: number;
}

export interface Entry<T> {
  key: string;
  value: T;
}

/**
 * Everything happens inside a transaction, and all of it or nothing is kept. Rows are never changed in place: the memory store hands out what it holds. Await
 * nothing but the transaction within one: a browser would commit it half-way.
 */
export interface Transaction {
  get<T extends TableName>(table: T, key: string): Promise<Tables[T] | undefined>;
  put<T extends TableName>(table: T, key: string, value: Tables[T]): Promise<void>;
  remove(table: TableName, key: string): Promise<void>;
  /** Reads rows in the order of their keys. */
  range<T extends TableName>(table: T, range: KeyRange): Promise<Entry<Tables[T]>[]>;
  getBytes(key: string): Promise<Uint8Array | undefined>;
  putBytes(key: string, bytes: Uint8Array): Promise<void>;
  removeBytes(key: string): Promise<void>;
  clear(): Promise<void>;
}

/** Transactions run one after the other, also those of other tabs. */
export interface Store {
  transact<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
}

/** The most that IndexedDB takes for a limit. */
export const NO_LIMIT = 0xffff_ffff;

/** Sorts after every character that a key holds. */
export const LAST_KEY = '\uffff';

/** Reads all rows of a table, in the order of their keys. */
export function readTable<T extends TableName>(tx: Transaction, table: T): Promise<Entry<Tables[T]>[]> {
  return tx.range(table, { after: '', before: LAST_KEY, limit: NO_LIMIT });
}

const ORDERED_DIGITS = 16;

/** Writes a number so that it sorts as text. */
export function orderedKey(value: number): string {
  return String(value).padStart(ORDERED_DIGITS, '0');
}
