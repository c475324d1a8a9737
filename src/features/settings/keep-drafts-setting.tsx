import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { type AccountRoom, readAccountRoom } from '../../db/drafts/account-room.ts';
import { keepDraftsOnDevice } from '../../db/drafts/restart-feed.ts';
import { erasesUnvisited } from '../../db/storage/storage-health.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ReadSettings } from './read-settings.ts';

/** The choice whether drafts go to the account. There is none on a shared device, which erases everything at the end, nor where the browser keeps nothing. */
export function KeepDraftsSetting({ initial }: { initial: ReadSettings | undefined }) {
  const { t } = useTranslation('settings');
  const db = useDatabase();
  const inAccount = useQuery(keepsDraftsInAccount, [], initial?.inAccount);
  const isShared = useSession((session) => session.isShared);
  const hasNoDisk = useMemoryOnly();
  if (isShared)
    return (
      <>
        <p>{t('account.shared')}</p>
        <Room initial={initial?.room} />
      </>
    );
  if (hasNoDisk) return <Room initial={initial?.room} />;
  if (inAccount === undefined) return <Skeleton label={t('kept.reading')} />;
  return (
    <>
      <Checkbox
        id="drafts-on-device-only"
        label={t('account.onDeviceOnly')}
        hint={t('account.hint')}
        checked={!inAccount}
        onChange={(onDeviceOnly) => void keepDraftsOnDevice(db, onDeviceOnly)}
      />
      {inAccount && <Room initial={initial?.room} />}
      {!inAccount && erasesUnvisited() && (
        <Notice tone="warning">
          <p>{t('account.mayBeErased')}</p>
        </Notice>
      )}
    </>
  );
}

/** Shows how much of the account's room for drafts is used. */
function Room({ initial }: { initial: AccountRoom | null | undefined }) {
  const { t } = useTranslation('settings');
  const sizeOf = useFileSize();
  const room = useQuery(readAccountRoom, [], initial);
  if (!room) return null;
  const { used, most } = room;
  return (
    <p>
      {t('account.room', { drafts: most.drafts, files: most.files, size: sizeOf(most.bytes) })}{' '}
      {t('account.used', {
        drafts: t('kept.draftCount', { count: used.drafts }),
        files: t('account.fileCount', { count: used.files }),
      })}
    </p>
  );
}
