import { createFolderStore } from '../http/folder-store.ts';

/** Counts in a folder, in two rows at once, and prints each number only when it is kept; for a test that kills the process. */
const store = createFolderStore(process.argv[2] ?? '');
for (let n = 1; ; n += 1) {
  await store.transact(async (tx) => {
    await tx.put('due', 'one', String(n));
    await tx.put('due', 'other', String(n));
  });
  process.stdout.write(`${n}\n`);
  if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
