import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { takeBackEntry } from '../../db/outbox/take-back.ts';
import { announce } from '../../ui/live-region.tsx';
import { contextOf, textsOf } from './command-texts.ts';

/** **Não enviar**, and whatever else stops an entry: that it comes too late is said, and stays to be read. */
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
    tooLate: (isTooLate && tooLate) || null,
    attempt,
    stop: () => attempt(takeBackEntry(db, entry.commandId, new Date())),
  };
}
