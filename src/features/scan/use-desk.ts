import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Quarters, Sheet } from '../../db/core/file-schema.ts';
import { proposeCorners } from '../../db/drafts/scans.ts';
import { readPhoto } from '../../db/files/file-rows.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Corners, Doubt } from '../../lib/paper/pixels.ts';
import { announce } from '../../ui/live-region.tsx';
import { WHOLE_PHOTO } from './corners.ts';
import type { PaperDesk } from './paper-calls.ts';
import type { OpenDesk } from './paper-desk.ts';

/** Returns a desk that is open for as long as the component is mounted; null before that. */
export function useDesk(openDesk: OpenDesk): PaperDesk | null {
  const [desk, setDesk] = useState<PaperDesk | null>(null);
  useEffect(() => {
    const opened = openDesk();
    setDesk(opened);
    return () => {
      opened.close();
      setDesk(null);
    };
  }, [openDesk]);
  return desk;
}

/** The photo on the desk. `proportion` is width divided by height. While the photo is being turned, the picture is that of the former turn. */
type PhotoOnDesk =
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

/** The time after which a corner counts as settled: doubts are not announced for each place that a moving corner passes. */
const SETTLED_AFTER_MS = 400;

/** Returns the reasons why the sheet between these corners may be hard to read. `looks` keeps what was seen of each sheet, to compare later ones with. */
export function useDoubts(
  desk: PaperDesk | null,
  id: string,
  corners: Corners | null,
  looks: Map<string, SheetLook>,
): readonly Doubt[] {
  const { t } = useTranslation('scan');
  const [doubts, setDoubts] = useState<readonly Doubt[]>([]);

  useEffect(() => {
    if (!desk || !corners) return setDoubts([]);
    let isLeft = false;
    const timer = setTimeout(() => {
      const others = [...looks].flatMap(([other, look]) => (other === id ? [] : [look]));
      desk.look(corners, others).then(
        (seen) => {
          if (isLeft) return;
          looks.set(id, seen.look);
          setDoubts(seen.doubts);
          const [first] = seen.doubts;
          if (first) announce(t(`doubt.${first}`));
        },
        // A sheet that cannot be examined can still be used.
        () => undefined,
      );
    }, SETTLED_AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [desk, id, corners, looks, t]);

  return doubts;
}
