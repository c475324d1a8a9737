import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { takeBackEntry } from '../../db/outbox/take-back.ts';
import { announce } from '../../ui/live-region.tsx';
import { contextOf, textsOf } from './command-texts.ts';

/** Stops an entry; `tooLate` is the sentence to show when it could not be stopped, until the attempt has failed. */
export function useStop(entry: OutboxRow<WaitingCommand>) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);
  const key = textsOf(entry).stop?.tooLate;
  const tooLate = key && t(key, contextOf(entry));

  async function attempt(isStopping: Promise<boolean>): Promise<boolean> {
    const isStopped = await isStopping;
    setIsTooLate(!isStopped);
    if (!isStopped && tooLate) announce(tooLate);
    return isStopped;
  }

  return {
    tooLate: (isTooLate && entry.committing === 1 && tooLate) || null,
    attempt,
    stop: () => attempt(takeBackEntry(db, entry.commandId, new Date())),
  };
}
