import { useEffect, useState } from 'react';
import { blobType } from '../../../domain/file-kinds.ts';
import { useDatabase } from '../core/database-context.ts';
import { endQuietly } from '../core/storage-errors.ts';
import { readLocalBytes } from './downloads.ts';

export interface ReadAttachment {
  blob: Blob;
  /** An object URL of the bytes. */
  url: string;
}

interface AttachmentUrl {
  /** Null until the bytes are read, and where they are not on this device. */
  file: ReadAttachment | null;
  /** Whether the bytes that should be on this device could not be read. */
  isLost: boolean;
}

const UNREAD: AttachmentUrl = { file: null, isLost: false };

/** Reads the attachment's bytes where they are on this device, and keeps their URL while the component is on the screen. */
export function useAttachmentUrl({ id, type }: { id: string; type: string }, isHere: boolean): AttachmentUrl {
  const db = useDatabase();
  const [read, setRead] = useState(UNREAD);
  useEffect(() => {
    if (!isHere) return;
    let isLeft = false;
    let file: ReadAttachment | null = null;
    async function make() {
      const parts = await readLocalBytes(db, id);
      if (isLeft) return;
      const blob = parts && new Blob(parts, { type: blobType(type) });
      file = blob ? { blob, url: URL.createObjectURL(blob) } : null;
      setRead({ file, isLost: !file });
    }
    void make().catch(endQuietly);
    return () => {
      isLeft = true;
      if (file) URL.revokeObjectURL(file.url);
      setRead(UNREAD);
    };
  }, [db, id, type, isHere]);
  return read;
}
