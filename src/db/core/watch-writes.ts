import type Dexie from 'dexie';
import type { DBCore, DBCoreTransaction } from 'dexie';
import { isQuotaError } from './storage-errors.ts';
import { noteRefusedWrites, noteWrites } from './storage-trouble.ts';

/** Notes at every write whether the device has room: a full disk shows at the write itself, or only at its commit. */
export function watchWrites(db: Dexie): void {
  db.use({ stack: 'dbcore', name: 'watch-writes', create: watchCore });
}

function watchCore(down: DBCore): DBCore {
  const written = new WeakMap<DBCoreTransaction, Set<string>>();

  return {
    ...down,
    transaction(tables, mode, options) {
      const transaction = down.transaction(tables, mode, options);
      if (mode === 'readwrite') {
        const mine = new Set<string>();
        written.set(transaction, mine);
        // Dexie hands the browser's own transaction on under a narrower type.
        const native = transaction as IDBTransaction;
        native.addEventListener('complete', () => noteWrites(mine));
        native.addEventListener('abort', () => {
          if (isQuotaError(native.error)) noteRefusedWrites(mine);
        });
      }
      return transaction;
    },
    table(name) {
      const table = down.table(name);
      return {
        ...table,
        mutate(request) {
          const noteIfFull = (error: unknown) => {
            if (isQuotaError(error)) noteRefusedWrites([name]);
          };
          if (request.type === 'put' || request.type === 'add') written.get(request.trans)?.add(name);
          return table.mutate(request).then(
            (result) => {
              noteIfFull({ failures: Object.values(result.failures) });
              return result;
            },
            (error: unknown) => {
              noteIfFull(error);
              throw error;
            },
          );
        },
      };
    },
  };
}
