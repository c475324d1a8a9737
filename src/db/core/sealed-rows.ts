import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, bytesToUtf8, hexToBytes, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';
import Dexie, { type DBCore, type DBCoreCursor, type DBCoreTable } from 'dexie';

/** A row as it is on disk: the whole row sealed, with its keys readable beside it. */
interface SealedRow {
  sealed: Uint8Array;
  /** The fields of the row that are bytes, by name: as text they would be a third larger. */
  sealedBytes: Record<string, Uint8Array>;
}

/** The level of the middleware: below Dexie's cache, which holds rows unsealed, as the page does. */
const NEXT_TO_DISK = -2;

/** Closes and opens with one key. Nothing is awaited: the database's transaction would end meanwhile, and a page that hides would be gone. */
interface Seal {
  close(bytes: Uint8Array): Uint8Array;
  open(closed: Uint8Array): Uint8Array;
  closeText(text: string): string;
  openText(closed: string): string;
}

/** Seals the rows of a database. Few visits need it, so its code is loaded with the first sealed database. */
export interface RowSeal extends Pick<Seal, 'closeText' | 'openText'> {
  /** Has every row sealed when it is written to the database, and opened when it is read. */
  sealRows(db: Dexie): void;
  /** Seals a row that is written without Dexie. The keys at `paths` stay readable: ids, instants and states, never a word. */
  closeRow(row: object, paths: readonly string[]): object;
}

export function createRowSeal(key: string): RowSeal {
  const seal = createSeal(key);
  return {
    closeText: seal.closeText,
    openText: seal.openText,
    sealRows: (db) => sealRows(db, seal),
    closeRow: (row, paths) => closeRow(seal, row, paths),
  };
}

function sealRows(db: Dexie, seal: Seal): void {
  db.use({
    stack: 'dbcore',
    name: 'seal-rows',
    level: NEXT_TO_DISK,
    create: (down: DBCore) => ({ ...down, table: (name) => sealTable(down.table(name), seal) }),
  });
}

function sealTable(table: DBCoreTable, seal: Seal): DBCoreTable {
  const { primaryKey, indexes } = table.schema;
  const paths = [primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []);
  const open = (row: unknown) => openRow(seal, row);
  return {
    ...table,
    mutate(request) {
      if (request.type !== 'put' && request.type !== 'add') return table.mutate(request);
      const values = request.values.map((row) => closeRow(seal, row, paths));
      return table.mutate({ ...request, values });
    },
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) => table.query(request).then((found) => ({ ...found, result: found.result.map(open) })),
    openCursor: (request) => table.openCursor(request).then((cursor) => cursor && openEach(cursor, open)),
  };
}

/** Opens each row of a cursor. The browser's own cursor throws unless its properties are read from itself. */
function openEach(cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => open(cursor.value) },
  });
}

function closeRow(seal: Seal, row: object, paths: readonly string[]): SealedRow {
  const bytes = Object.entries(row).filter(([, value]) => isBytes(value));
  const text = JSON.stringify(row, (_, value) => (isBytes(value) ? undefined : value));
  const closed: SealedRow = {
    sealed: seal.close(new TextEncoder().encode(text)),
    sealedBytes: Object.fromEntries(bytes.map(([name, value]) => [name, seal.close(new Uint8Array(value))])),
  };
  for (const path of paths) {
    const value = Dexie.getByKeyPath(row, path);
    if (value !== undefined) Dexie.setByKeyPath(closed, path, value);
  }
  return closed;
}

function openRow(seal: Seal, row: unknown): unknown {
  if (!isSealed(row)) return row;
  const opened = JSON.parse(new TextDecoder().decode(seal.open(row.sealed)));
  for (const [name, sealed] of Object.entries(row.sealedBytes)) opened[name] = seal.open(sealed).buffer;
  return opened;
}

/** A query for keys alone gives keys instead of rows. */
function isSealed(row: unknown): row is SealedRow {
  return typeof row === 'object' && row !== null && 'sealed' in row;
}

function isBytes(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

function createSeal(key: string): Seal {
  const { encrypt, decrypt } = managedNonce(xchacha20poly1305)(hexToBytes(key));
  return {
    close: encrypt,
    open: decrypt,
    closeText: (text) => bytesToHex(encrypt(utf8ToBytes(text))),
    openText: (closed) => bytesToUtf8(decrypt(hexToBytes(closed))),
  };
}
