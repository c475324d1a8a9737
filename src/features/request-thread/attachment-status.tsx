import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import type { DownloadState } from '../../db/files/downloads.ts';
import { announce } from '../../ui/live-region.tsx';
import type { FileAction } from './attachment-action.tsx';

const WAITING = {
  unknown: 'fetching',
  reached: 'fetching',
  noConnection: 'whenOnline',
  serverDown: 'whenServerBack',
  signedOut: 'whenSignedIn',
} as const;

interface AttachmentStatusProps {
  name: string;
  state: DownloadState;
  isReady: boolean;
  /** What the citizen pressed on this visit; without a press nothing is read out. */
  pressed: FileAction | null;
}

/** What became of the press; seen and, once, heard. */
export function AttachmentStatus({ name, state, isReady, pressed }: AttachmentStatusProps) {
  const { t } = useTranslation('thread');
  const connection = useQuery(async (db) => (await readSyncState(db)).connection) ?? 'unknown';

  function say(): string | null {
    if (state === 'wanted') return t(`attachment.${WAITING[connection]}`);
    if (state === 'refused') return t('attachment.failed', { name });
    if (!isReady || pressed === null) return null;
    return t(pressed === 'view' ? 'attachment.shown' : 'attachment.ready', { name });
  }

  const text = say();
  useEffect(() => {
    if (text && pressed) announce(text);
  }, [text, pressed]);
  // A picture in place speaks for itself to the eye.
  const isSeen = isReady && pressed === 'view';
  return text && !isSeen && <p>{text}</p>;
}
