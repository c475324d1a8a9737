import { useEffect, useState } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Quarters, Sheet } from '../../db/core/scan-schema.ts';
import { proposeCorners } from '../../db/drafts/scans.ts';
import { readPhoto } from '../../db/files/scan-rows.ts';
import { WHOLE_PHOTO } from './corners.ts';
import type { PaperDesk } from './paper-calls.ts';

/** The photo on the desk. `proportion` is width divided by height. While the photo is being turned, the picture is that of the former turn. */
export type PhotoOnDesk =
  | { status: 'opening' | 'failed' }
  | { status: 'open'; picture: ArrayBuffer; proportion: number; turn: Quarters; hasFound: boolean };

/** Puts the photo of a sheet on the desk, and keeps the corners that are proposed for it. */
export function useOpenPhoto(draftId: string, sheet: Sheet, desk: PaperDesk | null): PhotoOnDesk {
  const db = useDatabase();
  const [photo, setPhoto] = useState<PhotoOnDesk>({ status: 'opening' });
  const { id, type, chunkCount, turn } = sheet;

  useEffect(() => {
    if (!desk) return;
    let isLeft = false;

    async function open(on: PaperDesk) {
      const blob = await readPhoto(db, { id, type, chunkCount });
      if (!blob) throw new Error('A part of the photo is missing');
      const { picture, width, height, corners } = await on.open(blob, turn);
      if (isLeft) return;
      await proposeCorners(db, draftId, id, corners ?? WHOLE_PHOTO);
      if (!isLeft)
        setPhoto({ status: 'open', picture, proportion: width / height, turn, hasFound: corners !== null });
    }

    open(desk).catch(() => {
      if (!isLeft) setPhoto({ status: 'failed' });
    });
    return () => {
      isLeft = true;
    };
  }, [db, desk, draftId, id, type, chunkCount, turn]);

  return photo;
}
