import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { type DownloadState, readDownloadState } from '../../db/files/downloads.ts';
import { announce } from '../../ui/live-region.tsx';

/** `putOff`: the server could not give the file, and is asked again later, or at a press. */
type RowState = DownloadState | 'putOff';

export async function readRowState(db: CitizenDatabase, id: string): Promise<RowState> {
  const state = await readDownloadState(db, id);
  if (state !== 'wanted') return state;
  const download = await db.files.get(id);
  return download && download.attempts > 0 ? 'putOff' : state;
}

const WAITING = {
  unknown: 'fetching',
  reached: 'fetching',
  noConnection: 'whenOnline',
  serverDown: 'whenServerBack',
  signedOut: 'whenSignedIn',
} as const;

interface AttachmentStatusProps {
  name: string;
  state: RowState;
  isReady: boolean;
  /** The action that was pressed on this visit; if null, nothing is announced. */
  pressed: string | null;
}

/** Shows the outcome of the press, and announces it once. */
export function AttachmentStatus({ name, state, isReady, pressed }: AttachmentStatusProps) {
  const { t } = useTranslation('thread');
  const connection = useQuery(async (db) => (await readSyncState(db)).connection) ?? 'unknown';

  function say(): string | null {
    if (state === 'putOff' && connection === 'reached') return t('attachment.whenServerBack');
    if (state === 'wanted' || state === 'putOff') return t(`attachment.${WAITING[connection]}`);
    if (state === 'refused') return t('attachment.failed', { name });
    if (!isReady || pressed === null) return null;
    return t('attachment.ready', { name });
  }

  const text = say();
  useEffect(() => {
    if (text && pressed) announce(text);
  }, [text, pressed]);
  return text && <p>{text}</p>;
}
