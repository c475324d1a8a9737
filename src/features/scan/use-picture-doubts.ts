import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readLocalBytes } from '../../db/files/downloads.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Doubt } from '../../lib/paper/pixels.ts';
import { announce } from '../../ui/live-region.tsx';
import { WHOLE_PHOTO } from './corners.ts';
import type { PaperDesk } from './paper-calls.ts';
import type { OpenDesk } from './paper-desk.ts';

export interface PictureDoubt {
  id: string;
  name: string;
  doubt: Doubt;
}

interface Seen {
  /** Null where no sheet was found on the picture. */
  look: SheetLook | null;
  doubts: readonly Doubt[];
}

const NOTHING_SEEN: Seen = { look: null, doubts: [] };

/** A smaller picture is not a photo of paper but a logo or a part of a screen. */
const PHOTO_MIN_BYTES = 30 * 1024;

/** The doubts that apply to a picture even if it does not show paper. */
const OF_ANY_PICTURE: readonly Doubt[] = ['blurred', 'dark'];

/** Examines each picture once, one at a time, each on a desk of its own, and announces the doubts about it. */
export function usePictureDoubts(
  pictures: readonly AttachmentRow[] | undefined,
  openDesk: OpenDesk,
): PictureDoubt[] {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const seen = useRef(new Map<string, Seen>());
  const [doubts, setDoubts] = useState<PictureDoubt[]>([]);

  useEffect(() => {
    if (!pictures) return;
    let isLeft = false;
    let desk: ReturnType<OpenDesk> | null = null;

    async function lookAtAll(all: readonly AttachmentRow[]) {
      const photos = all.filter(({ size }) => size >= PHOTO_MIN_BYTES);
      for (const picture of photos.filter(({ id }) => !seen.current.has(id))) {
        desk = openDesk();
        const others = [...seen.current.values()].flatMap(({ look }) => look ?? []);
        const found = await lookAt(db, desk, picture, others).catch(() => NOTHING_SEEN);
        desk.close();
        // A desk that was closed meanwhile has examined nothing.
        if (isLeft) return;
        seen.current.set(picture.id, found);
        for (const doubt of found.doubts) announce(doubtWords(t, picture.name, doubt));
      }
      setDoubts(
        all.flatMap(({ id, name }) =>
          (seen.current.get(id)?.doubts ?? []).map((doubt) => ({ id, name, doubt })),
        ),
      );
    }
    void lookAtAll(pictures);
    return () => {
      isLeft = true;
      desk?.close();
    };
  }, [db, pictures, openDesk, t]);

  return doubts;
}

export function doubtWords(t: TFunction<'attachments'>, name: string, doubt: Doubt): string {
  return t('paper.chosen.doubt', { name, doubt: t(`paper.doubt.${doubt}`) });
}

async function lookAt(
  db: CitizenDatabase,
  desk: PaperDesk,
  { id, type }: AttachmentRow,
  others: readonly SheetLook[],
): Promise<Seen> {
  const parts = await readLocalBytes(db, id);
  if (!parts) return NOTHING_SEEN;
  const { corners } = await desk.open(new Blob(parts, { type }), 0);
  const { look, doubts } = await desk.look(corners ?? WHOLE_PHOTO, others);
  return corners
    ? { look, doubts }
    : { look: null, doubts: doubts.filter((doubt) => OF_ANY_PICTURE.includes(doubt)) };
}
