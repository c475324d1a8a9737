import Dexie from 'dexie';
import { onPageLeft } from '../../../shared/page-leaving.ts';

// Dexie would close a database when the page goes into the back-forward cache, and open it again for the query of some listener a millisecond later.
Dexie.disableBfCache = true;

/** Aborts the database's transactions and closes its connection when the page is left; Dexie does not open it again. */
export function endWithPage(db: Dexie): void {
  const close = () => db.close();
  let forget = onPageLeft(close);
  db.on('close', () => forget());
  db.on(
    'ready',
    () => {
      forget();
      forget = onPageLeft(close);
    },
    true,
  );
  db.use({
    stack: 'dbcore',
    name: 'end-with-page',
    create: (down) => ({
      ...down,
      transaction(...given) {
        const transaction = down.transaction(...given);
        // Dexie hands the browser's own transaction on under a narrower type.
        endTransactionWithPage(transaction as IDBTransaction);
        return transaction;
      },
    }),
  });
}

function endTransactionWithPage(transaction: IDBTransaction): void {
  const forget = onPageLeft(() => transaction.abort());
  transaction.addEventListener('complete', forget);
  transaction.addEventListener('abort', forget);
}
