/**
 * Runs in the page: copies the one request that waits to be sent, in the database itself, until there are so many; answers their ids.
 * Submitting hundreds by hand is not what is measured.
 */
export async function cloneSubmitted(count: number): Promise<string[]> {
  const names = await indexedDB.databases();
  const name = names.map((each) => each.name ?? '').find((each) => each.startsWith('eclic-citizen-')) ?? '';
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const ids: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(['drafts', 'outbox'], 'readwrite');
    const drafts = transaction.objectStore('drafts');
    const outbox = transaction.objectStore('outbox');
    const reading = outbox.getAll();
    reading.onsuccess = () => {
      const [entry] = reading.result;
      ids.push(entry.requestId);
      const readingDraft = drafts.get(entry.requestId);
      readingDraft.onsuccess = () => {
        while (ids.length < count) {
          const id = crypto.randomUUID();
          const description = `Pedido n.º ${ids.length} de muitos.`;
          const command = { ...entry.command, content: { ...entry.command.content, description } };
          drafts.put({ ...readingDraft.result, id, description });
          outbox.put({ ...entry, commandId: crypto.randomUUID(), requestId: id, command });
          ids.push(id);
        }
      };
    };
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
  return ids;
}
