import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { readSyncState } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import type { DownloadStage } from '../../db/files/downloads.ts';
import { announce } from '../../ui/live-region.tsx';
import type { FilePress } from './use-file-press.ts';

const WAITING = {
  unknown: 'fetching',
  reached: 'fetching',
  noConnection: 'whenOnline',
  serverDown: 'whenServerBack',
  signedOut: 'whenSignedIn',
} as const;

interface AttachmentStatusProps {
  name: string;
  stage: DownloadStage;
  isReady: boolean;
  /** The last press of this visit; if null, nothing is announced. */
  press: FilePress | null;
}

/** Shows the outcome of the press, and announces it once. */
export function AttachmentStatus({ name, stage, isReady, press }: AttachmentStatusProps) {
  const { t } = useTranslation('thread');
  const connection = useQuery(async (db) => (await readSyncState(db)).connection) ?? 'unknown';

  function say(): string | null {
    if (stage === 'putOff' && connection === 'reached') return t('attachment.whenServerBack');
    if (stage === 'wanted' || stage === 'putOff') return t(`attachment.${WAITING[connection]}`);
    if (stage === 'refused') return t('attachment.failed', { name });
    // What was shown says for itself that it is here.
    if (!isReady || !press || press.outcome === 'waiting' || press.outcome === 'shown') return null;
    return t(`attachment.${press.outcome}`, { name });
  }

  const text = say();
  const wasPressed = press !== null;
  useEffect(() => {
    if (text && wasPressed) announce(text);
  }, [text, wasPressed]);
  return text && <p>{text}</p>;
}
