import { useEffect, useState } from 'react';
import { blobType } from '../../../domain/file-kinds.ts';
import { useDatabase } from '../core/database-context.ts';
import { endQuietly } from '../core/storage-errors.ts';
import { readLocalBytes } from './downloads.ts';

interface AttachmentUrl {
  /** An object URL of the bytes; null until they are read, and where they are not on this device. */
  url: string | null;
  /** Whether the bytes that should be on this device could not be read. */
  isLost: boolean;
}

const UNREAD: AttachmentUrl = { url: null, isLost: false };

/** Reads the attachment's bytes where they are on this device, and keeps their URL while the component is on the screen. */
export function useAttachmentUrl({ id, type }: { id: string; type: string }, isHere: boolean): AttachmentUrl {
  const db = useDatabase();
  const [read, setRead] = useState(UNREAD);
  useEffect(() => {
    if (!isHere) return;
    let isLeft = false;
    let made: string | null = null;
    async function make() {
      const parts = await readLocalBytes(db, id);
      if (isLeft) return;
      if (parts) made = URL.createObjectURL(new Blob(parts, { type: blobType(type) }));
      setRead({ url: made, isLost: !parts });
    }
    void make().catch(endQuietly);
    return () => {
      isLeft = true;
      if (made) URL.revokeObjectURL(made);
      setRead(UNREAD);
    };
  }, [db, id, type, isHere]);
  return read;
}
