import Dexie from 'dexie';
import { untilLeft } from '../../lib/page-leaving.ts';

// By itself Dexie closes a database as long as the page is away and opens it for whoever asks next: some listener does, a millisecond later.
Dexie.disableBfCache = true;

/** Once the page is left nothing of it holds the database: no transaction, no connection, and none that is opened again. */
export function endWithPage(db: Dexie): void {
  const close = () => db.close();
  let forget = untilLeft(close);
  db.on('close', () => forget());
  db.on(
    'ready',
    () => {
      forget();
      forget = untilLeft(close);
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
  const forget = untilLeft(() => transaction.abort());
  transaction.addEventListener('complete', forget);
  transaction.addEventListener('abort', forget);
}
