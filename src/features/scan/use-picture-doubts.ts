import { useEffect, useRef, useState } from 'react';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readLocalBytes } from '../../db/files/downloads.ts';
import type { Doubt } from '../../lib/paper/pixels.ts';
import { WHOLE_PHOTO } from './corners.ts';
import type { PaperDesk } from './paper-calls.ts';
import type { openPaperDesk } from './paper-desk.ts';

export interface PictureDoubt {
  id: string;
  name: string;
  doubt: Doubt;
}

/** What is asked of a picture that may be of something else than paper. */
const OF_ANY_PICTURE: readonly Doubt[] = ['blurred', 'dark'];

/** Looks at each picture once, one at a time, with a desk that is closed as soon as all have been looked at. */
export function usePictureDoubts(
  pictures: readonly AttachmentRow[] | undefined,
  openDesk: typeof openPaperDesk,
): PictureDoubt[] {
  const db = useDatabase();
  const seen = useRef(new Map<string, readonly Doubt[]>());
  const [doubts, setDoubts] = useState<PictureDoubt[]>([]);

  useEffect(() => {
    if (!pictures) return;
    let isLeft = false;
    const unseen = pictures.filter(({ id }) => !seen.current.has(id));
    const desk = unseen.length > 0 ? openDesk() : null;

    async function lookAtAll() {
      for (const picture of unseen) {
        if (!desk || isLeft) return;
        const found = await lookAt(db, desk, picture, [...seen.current.keys()]).catch(() => []);
        // A desk that was closed meanwhile has looked at nothing.
        if (isLeft) return;
        seen.current.set(picture.id, found);
      }
      desk?.close();
      setDoubts(
        (pictures ?? []).flatMap(({ id, name }) =>
          (seen.current.get(id) ?? []).map((doubt) => ({ id, name, doubt })),
        ),
      );
    }
    void lookAtAll();
    return () => {
      isLeft = true;
      desk?.close();
    };
  }, [db, pictures, openDesk]);

  return doubts;
}

async function lookAt(
  db: CitizenDatabase,
  desk: PaperDesk,
  { id, type }: AttachmentRow,
  others: readonly string[],
): Promise<readonly Doubt[]> {
  const parts = await readLocalBytes(db, id);
  if (!parts) return [];
  const { corners } = await desk.open(new Blob(parts, { type }), 0);
  const found = await desk.look(id, corners ?? WHOLE_PHOTO, others);
  return corners ? found : found.filter((doubt) => OF_ANY_PICTURE.includes(doubt));
}
