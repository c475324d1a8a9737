import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { keepNewsWish, wantsNews } from '../../db/requests/news.ts';
import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The browser is asked only when the citizen asks for it. */
export function NewsSetting() {
  const { t } = useTranslation('settings');
  const db = useDatabase();
  const isWanted = useQuery(wantsNews);
  const isShared = useSession((session) => session.citizen?.shared ?? false);
  const [isPossible] = useState(canNotify);
  const [isDenied, setIsDenied] = useState(false);

  async function change(wants: boolean) {
    const permission = wants ? await Notification.requestPermission() : 'granted';
    const isAllowed = permission === 'granted';
    setIsDenied(!isAllowed);
    if (isAllowed) await keepNewsWish(db, wants, new Date());
    else announce(t('news.denied'));
  }

  if (isShared) return <p>{t('news.shared')}</p>;
  if (!isPossible) return <p>{t('news.notPossible')}</p>;
  if (isWanted === undefined) return <Skeleton label={t('kept.reading')} />;
  // The permission may have been taken back in the browser since.
  const isBlocked = isDenied || (isWanted && Notification.permission === 'denied');
  return (
    <>
      <Checkbox
        id="news"
        label={t('news.label')}
        hint={t('news.hint')}
        checked={isWanted}
        onChange={(wants) => void change(wants)}
      />
      {isBlocked && (
        <Notice tone="warning" title={t('news.denied')}>
          <p>{t('news.deniedText')}</p>
        </Notice>
      )}
    </>
  );
}

/**
 * Whether this browser shows notifications that a page makes. Chrome on Android knows them, but leaves them to the service worker and throws.
 * Without a permission, making one shows nothing.
 */
function canNotify(): boolean {
  if (!('Notification' in globalThis)) return false;
  if (Notification.permission !== 'default') return true;
  try {
    new Notification('').close();
    return true;
  } catch {
    return false;
  }
}
