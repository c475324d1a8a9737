import { useEffect, useState } from 'react';
import { blobType } from '../../../domain/file-kinds.ts';
import { useDatabase } from '../core/database-context.ts';
import { endQuietly } from '../core/storage-errors.ts';
import { readLocalBytes } from './downloads.ts';

/** Returns an object URL of the attachment's bytes while they are on this device and the component is on the screen; otherwise null. */
export function useAttachmentUrl({ id, type }: { id: string; type: string }, isHere: boolean): string | null {
  const db = useDatabase();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!isHere) return;
    let isLeft = false;
    let made: string | null = null;
    async function make() {
      const parts = await readLocalBytes(db, id);
      if (!parts || isLeft) return;
      made = URL.createObjectURL(new Blob(parts, { type: blobType(type) }));
      setUrl(made);
    }
    void make().catch(endQuietly);
    return () => {
      isLeft = true;
      if (made) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [db, id, type, isHere]);
  return url;
}
