import { type ComponentProps, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { isGuest, isTabGuest } from '../../db/core/occupant.ts';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isInAccount } from '../../db/drafts/account-work.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { erasesUnvisited, readPersistence } from '../../db/storage/storage-health.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { CountedTextArea } from '../../parts/counted-text-area.tsx';
import { announce } from '../../ui/live-region.tsx';
import type { SaverState } from './autosave.ts';

/** Saving happens three times a second; hearing of it that often would drown what is being written. */
const ANNOUNCE_EVERY_MS = 60_000;

interface SavedTextAreaProps extends Omit<ComponentProps<typeof CountedTextArea>, 'beside'> {
  state: SaverState;
  /** ISO; when it was saved before it was opened, if it was. */
  openedAt: string | undefined;
}

/** What a request or a message says: counted, and with the line that says where it is saved. */
export function SavedTextArea({ state, openedAt, ...field }: SavedTextAreaProps) {
  const id = `${field.id}-saved`;
  const savedAt = state.savedAt ?? openedAt;
  const line = savedAt && <SavedLine id={id} state={state} savedAt={savedAt} />;
  return <CountedTextArea {...field} beside={line ? { id, line } : null} />;
}

interface SavedLineProps {
  id: string;
  state: SaverState;
  /** ISO; of this visit's last save, or as found on opening. */
  savedAt: string;
}

/** Where the words are, never more than is true. */
export function SavedLine({ id, state, savedAt }: SavedLineProps) {
  const { t } = useTranslation('draft');
  const announcedAt = useRef<number>(undefined);
  const place = useQuery((db) => readSavedPlace(db, state.draftId), [state.draftId]);
  // What is known of the account may be older than the last save.
  const inAccountSince = place?.savedAt === savedAt ? place.inAccountSince : null;
  const isInTab = isTabGuest(useDatabase());
  const where = inAccountSince ? 'inAccount' : isInTab ? 'inTab' : 'device';
  const savedLine = useMoment(where, inAccountSince ?? savedAt);
  const hasNoDisk = useMemoryOnly();
  const otherLine = hasNoDisk && !inAccountSince ? t('saved.memoryOnly') : savedLine;
  const line = state.status === 'failing' ? t('saved.notYet') : otherLine;
  // In fewer words than the eye reads: the rest is the field's description.
  const spoken = hasNoDisk && !inAccountSince ? otherLine : t('saved.spoken');
  const isNew = state.status === 'saved';
  const ends = [
    ...(place?.mayEndWithWindow && !hasNoDisk ? [t('saved.privateWindow')] : []),
    ...(place?.onDeviceOnly && erasesUnvisited() ? [t('saved.mayBeErased')] : []),
  ];

  useEffect(() => {
    const at = Date.parse(savedAt);
    const isSoon = announcedAt.current !== undefined && at - announcedAt.current < ANNOUNCE_EVERY_MS;
    if (!isNew || isSoon) return;
    announcedAt.current = at;
    announce(spoken);
  }, [savedAt, isNew, spoken]);

  return (
    <p id={id}>
      {line}
      {ends.length > 0 && `. ${ends.join(' ')}`}
    </p>
  );
}

async function readSavedPlace(db: CitizenDatabase, draftId: string) {
  const draft = await readDraft(db, draftId);
  if (!draft) return undefined;
  // What lives as long as a tab is told above the page.
  const onDeviceOnly = !isTabGuest(db) && (isGuest(db) || !(await keepsDraftsInAccount(db)));
  return {
    savedAt: draft.updatedAt,
    /** ISO; since when the account has all of it. Null: it has less, or nothing. */
    inAccountSince: isInAccount(draft) ? (draft.account?.savedAt ?? null) : null,
    onDeviceOnly,
    /** Of a private window, which no browser says it is. */
    mayEndWithWindow: onDeviceOnly && (await readPersistence().catch(() => 'unknown')) !== 'kept',
  };
}

function useMoment(where: 'device' | 'inTab' | 'inAccount', iso: string): string {
  const { t, i18n } = useTranslation('draft');
  const isToday = lisbonDate(iso) === lisbonDate(new Date());
  const time = formatTime(iso, i18n.language);
  const moment = formatDateTime(iso, i18n.language);
  if (where === 'inAccount')
    return isToday ? t('saved.inAccountAt', { time }) : t('saved.inAccountOn', { moment });
  if (where === 'inTab') return isToday ? t('saved.inTabAt', { time }) : t('saved.inTabOn', { moment });
  return isToday ? t('saved.at', { time }) : t('saved.on', { moment });
}
