import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { type AccountRoom, readAccountRoom } from '../../db/drafts/account-room.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { Notice } from '../../ui/notice.tsx';

/** Warns before the account is full: drafts then stay on this device, and requests with attachments have to wait. */
export function RoomNotice() {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const sizeOf = useFileSize();
  const [room, setRoom] = useState<AccountRoom | null>(null);

  // Read once for each step, not live: every key changes a draft, and this reads all drafts.
  useEffect(() => {
    if (isCitizen(db)) void readAccountRoom(db).then(setRoom).catch(endQuietly);
  }, [db]);

  if (!room?.isNearlyFull) return null;
  const { used, most } = room;
  return (
    <Notice tone="warning" title={t('room.title')}>
      <p>{t('room.drafts', { used: used.drafts, most: most.drafts })}</p>
      <p>
        {t('room.files', {
          used: used.files,
          most: most.files,
          usedSize: sizeOf(used.bytes),
          mostSize: sizeOf(most.bytes),
        })}
      </p>
      <p>{t('room.what')}</p>
    </Notice>
  );
}
