import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase, useOwn } from '../../db/core/database-context.ts';
import { type Sheet, sheetsOf } from '../../db/core/file-schema.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { changeSheet } from '../../db/drafts/scans.ts';
import { readScan } from '../../db/files/file-rows.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { draftPlace } from '../../parts/draft-place.ts';
import { useReadingProgress } from '../../parts/read-in-turn.ts';
import { showNotice } from '../../state/notices.ts';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { CornerStep } from './corner-step.tsx';
import { JoinForm } from './join-form.tsx';
import { type OpenDesk, openPaperDesk } from './paper-desk.ts';
import { PhotoButton } from './photo-button.tsx';
import styles from './scan.module.css';
import { SheetList } from './sheet-list.tsx';
import { TakingProblems, useTaking } from './use-taking.tsx';

interface ScanPageProps {
  opened: OpenedScan;
  /** Opens the desk that works on the photos. */
  openDesk?: OpenDesk;
}

/** Makes one PDF of photos of paper: first each photo in turn, then the sheets in their order. */
export function ScanPage({ opened, openDesk = openPaperDesk }: ScanPageProps) {
  const { t } = useTranslation(['scan', 'attachments', 'common']);
  const { draft } = opened;
  const db = useDatabase();
  const { scan } = useQuery((open) => readOpenedScan(open, draft), [draft], useOwn(opened)) ?? {};
  /** The sheets of which a PDF is being made: they stand until the page that has it is there. */
  const [making, setMaking] = useState<readonly Sheet[] | null>(null);
  /** What the desk has seen of each sheet since the page was opened, by sheet id. */
  const [looks] = useState(() => new Map<string, SheetLook>());
  const [removals, setRemovals] = useState(0);
  const { take, isTaking, problems } = useTaking(draft.id);
  const progress = useReadingProgress(draft.id);
  // Whoever has left and comes back can change no sheet either: the PDF would have it as it was.
  const isMaking = making !== null || progress?.work === 'joining';
  const sheets = making ?? sheetsOf(scan);
  const current = sheets.find(({ isUsed }) => !isUsed);
  const numberOf = (sheet: Sheet) => sheets.indexOf(sheet) + 1;
  const title = t('title');

  // Each photo is a page of its own under one address, and the router scrolls only to another one.
  const shownId = useRef(current?.id);
  useLayoutEffect(() => {
    if (shownId.current !== current?.id) scrollTo(0, 0);
    shownId.current = current?.id;
  }, [current?.id]);

  async function remove(sheet: Sheet) {
    const number = numberOf(sheet);
    await changeSheet(db, draft.id, sheet.id, { removedAt: new Date().toISOString() });
    looks.delete(sheet.id);
    // The button that was pressed goes with its sheet, and the heading takes the focus.
    setRemovals((count) => count + 1);
    const undo = () => void changeSheet(db, draft.id, sheet.id, { removedAt: null });
    showNotice({ text: t('removed', { number }), undo: { label: t('undo'), run: undo } });
  }

  return (
    <Page
      title={t('common:pageTitle', { page: title })}
      heading={title}
      width={current ? 'wide' : 'text'}
      focusKey={`${current?.id ?? 'list'} ${removals}`}
      before={
        <Link {...draftPlace(draft, STEP_ADDRESSES.attachments)}>
          <ArrowLeft size={20} />
          {t(draft.replyTo ? 'back.reply' : 'back.draft')}
        </Link>
      }
    >
      {current ? (
        <CornerStep
          key={current.id}
          draftId={draft.id}
          sheet={current}
          number={numberOf(current)}
          looks={looks}
          openDesk={openDesk}
          onRemove={() => void remove(current)}
        />
      ) : (
        <Stack>
          <WhereKept hasSheets={sheets.length > 0} />
          {sheets.length > 0 && (
            <div className={styles.sheets} inert={isMaking}>
              <SheetList draftId={draft.id} sheets={sheets} onRemove={(sheet) => void remove(sheet)} />
            </div>
          )}
          <div className={styles.sheets} inert={isMaking}>
            <PhotoButton
              label={t(sheets.length > 0 ? 'scan:another' : 'attachments:paper.take')}
              variant={sheets.length > 0 ? 'secondary' : 'primary'}
              busy={isTaking}
              onPhotos={(photos) => void take(photos)}
            />
          </div>
          <TakingProblems problems={problems} />
          {scan && sheets.length > 0 && (
            <JoinForm draft={draft} scan={scan} sheets={sheets} openDesk={openDesk} onMaking={setMaking} />
          )}
        </Stack>
      )}
    </Page>
  );
}

/** Says how to begin and where the photos stay. Where the page or the tab alone keeps them, the device is not named. */
function WhereKept({ hasSheets }: { hasSheets: boolean }) {
  const { t } = useTranslation('scan');
  const isInTab = isTabGuest(useDatabase());
  const isOnDevice = !useMemoryOnly() && !isInTab;
  if (hasSheets) return isOnDevice && <p>{t('kept')}</p>;
  return (
    <p>
      {t('start')} {isOnDevice && t('startKept')}
    </p>
  );
}

type OpenedScan = Awaited<ReturnType<typeof readOpenedScan>>;

/** Reads what the page shows first. `citizenId` is the owner: the scan is shown to nobody else. */
export async function readOpenedScan(db: CitizenDatabase, draft: DraftRow) {
  return { citizenId: db.citizenId, draft, scan: await readScan(db, draft.id) };
}
