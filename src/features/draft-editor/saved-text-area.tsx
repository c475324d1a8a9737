import { type ComponentProps, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../../shared/format-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { isGuest, isTabGuest } from '../../db/core/occupant.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isInAccount } from '../../db/drafts/account-work.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { erasesUnvisited, readPersistence } from '../../db/storage/storage-health.ts';
import { announce } from '../../ui/live-region.tsx';
import { CountedTextArea } from './counted-text-area.tsx';
import type { SaverState } from './saver-state.ts';

/** Drafts are saved several times a second; screen readers are told at most this often. */
const ANNOUNCE_EVERY_MS = 60_000;

interface SavedTextAreaProps extends Omit<ComponentProps<typeof CountedTextArea>, 'beside'> {
  state: SaverState;
  /** The time of the draft's last save before the editor opened, in ISO 8601; undefined for a new draft. */
  openedAt: string | undefined;
}

/** The text of a request or a message, with its count and the line that says where it is saved. */
export function SavedTextArea({ state, openedAt, ...field }: SavedTextAreaProps) {
  const id = `${field.id}-saved`;
  const savedAt = state.savedAt ?? openedAt;
  const line = savedAt && <SavedLine id={id} state={state} savedAt={savedAt} />;
  return <CountedTextArea {...field} beside={line ? { id, line } : null} />;
}

interface SavedLineProps {
  id: string;
  state: SaverState;
  /** The time of the last save, in ISO 8601: of this visit, or before it. */
  savedAt: string;
}

/** Says where the words are saved: in this tab, on this device or in the account. */
export function SavedLine({ id, state, savedAt }: SavedLineProps) {
  const { t } = useTranslation('draft');
  const announcedAt = useRef<number>(undefined);
  const place = useQuery((db) => readSavedPlace(db, state.draftId), [state.draftId]);
  // The row may be older than the last save; then it does not tell whether the account has the newest words.
  const inAccountSince = place?.savedAt === savedAt ? place.inAccountSince : null;
  const isInTab = isTabGuest(useDatabase());
  const where = inAccountSince ? 'inAccount' : isInTab ? 'inTab' : 'device';
  const savedLine = useMoment(where, inAccountSince ?? savedAt);
  const hasNoDisk = useMemoryOnly();
  const otherLine = hasNoDisk && !inAccountSince ? t('saved.memoryOnly') : savedLine;
  const line = state.status === 'failing' ? t('saved.notYet') : otherLine;
  // The spoken words are shorter than the visible line, which describes the field.
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
  // A bar above the page already tells a tab guest that their words end with the tab.
  const onDeviceOnly = !isTabGuest(db) && (isGuest(db) || !(await keepsDraftsInAccount(db)));
  return {
    savedAt: draft.updatedAt,
    /** The time since which the account has the whole draft, in ISO 8601; null when it has less, or nothing. */
    inAccountSince: isInAccount(draft) ? (draft.account?.savedAt ?? null) : null,
    onDeviceOnly,
    /** True where the window may be a private one: no browser tells whether it is. */
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
