import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './draft-editor.module.css';

/** Saving happens three times a second; hearing of it that often would drown what is being written. */
const ANNOUNCE_EVERY_MS = 60_000;

interface SavedLineProps {
  id: string;
  /** ISO. */
  savedAt: string;
  /** Saved in this visit, and not what was found on opening. */
  isNew: boolean;
}

export function SavedLine({ id, savedAt, isNew }: SavedLineProps) {
  const { t, i18n } = useTranslation('draft');
  const announcedAt = useRef<number>(undefined);
  const isToday = lisbonDate(savedAt) === lisbonDate(new Date());
  const line = isToday
    ? t('saved.at', { time: formatTime(savedAt, i18n.language) })
    : t('saved.on', { moment: formatDateTime(savedAt, i18n.language) });

  useEffect(() => {
    const at = Date.parse(savedAt);
    const isSoon = announcedAt.current !== undefined && at - announcedAt.current < ANNOUNCE_EVERY_MS;
    if (!isNew || isSoon) return;
    announcedAt.current = at;
    announce(line);
  }, [savedAt, isNew, line]);

  return (
    <p id={id} className={styles.saved}>
      {line}
    </p>
  );
}
