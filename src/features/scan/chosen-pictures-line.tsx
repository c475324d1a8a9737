import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { AttachmentRow } from '../../db/core/file-schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { addPictures, listPictures, pagesAmong } from '../../db/drafts/chosen-pictures.ts';
import { readLocalBytes } from '../../db/files/downloads.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Doubt } from '../../lib/paper/pixels.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { WHOLE_PHOTO } from './corners.ts';
import type { PaperDesk } from './paper-calls.ts';
import { type OpenDesk, openPaperDesk } from './paper-desk.ts';

interface ChosenPicturesProps {
  draftId: string;
  /** Opens the desk that examines the pictures. */
  openDesk?: OpenDesk;
}

const NONE_READ = { pictures: undefined, pages: [] };

/** Reads the pictures that were chosen as files, and which of them are offered as pages. */
async function readChosen(db: CitizenDatabase, draftId: string) {
  const pictures = await listPictures(db, draftId);
  return { pictures, pages: await pagesAmong(db, pictures) };
}

/** For pictures that were chosen as files: shows the doubts about them and, from two pictures on, offers to join them into one PDF. */
export function ChosenPictures({ draftId, openDesk = openPaperDesk }: ChosenPicturesProps) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const navigate = useNavigate();
  const { pictures, pages } = useQuery((open) => readChosen(open, draftId), [draftId]) ?? NONE_READ;
  const doubts = usePictureDoubts(pictures, openDesk);
  const { status, start } = useOnce(async () => {
    if (!(await addPictures(db, draftId, pages, new Date()))) return false;
    await navigate({ to: ADDRESSES.scan, params: { draftId } });
    return true;
  });
  return (
    <>
      {doubts.map(({ id, name, doubt }) => (
        <p key={`${id} ${doubt}`}>{doubtWords(t, name, doubt)}</p>
      ))}
      {pages.length > 1 && (
        <>
          <p>{t('paper.chosen.line')}</p>
          <Button
            variant="quiet"
            type="button"
            icon={FileText}
            busy={status === 'running'}
            onClick={() => void start()}
          >
            {t('paper.chosen.press')}
          </Button>
        </>
      )}
      {status === 'failed' && <Alert title={t('paper.chosen.notMade')} />}
    </>
  );
}

interface PictureDoubt {
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
function usePictureDoubts(
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
      forgetGone(seen.current, all);
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

/** Forgets pictures that are gone. What was like one of them is examined anew, since it may be like none that is left. */
function forgetGone(seen: Map<string, Seen>, all: readonly AttachmentRow[]): void {
  const isGone = (id: string) => !all.some((picture) => picture.id === id);
  if (![...seen.keys()].some(isGone)) return;
  for (const [id, { doubts }] of seen) if (isGone(id) || doubts.includes('same-again')) seen.delete(id);
}

function doubtWords(t: TFunction<'attachments'>, name: string, doubt: Doubt): string {
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
