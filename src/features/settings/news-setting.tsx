import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { keepNewsWish, wantsNews } from '../../db/requests/news.ts';
import { makeNotification } from '../../lib/make-notification.ts';
import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { takeLostFocus } from '../../ui/use-focus-on.ts';

/** The choice of notifications about news. The browser asks for the permission only at the press. */
export function NewsSetting({ initial }: { initial?: boolean | undefined }) {
  const { t, i18n } = useTranslation('settings');
  const db = useDatabase();
  const isWanted = useQuery(wantsNews, [], initial);
  const isShared = useSession((session) => session.isShared);
  const [isPossible] = useState(canNotify);
  /** Whether the browser refused to make a notification; known only after the press. */
  const [isRefused, setIsRefused] = useState(false);
  const [isDenied, setIsDenied] = useState(false);

  async function change(wants: boolean) {
    const permission = wants ? await Notification.requestPermission() : 'granted';
    const isAllowed = permission === 'granted';
    setIsDenied(!isAllowed);
    // A first notification shows what they look like.
    const isShown = !wants || !isAllowed || makeNotification(t('news.on'), { lang: i18n.language });
    if (!isShown) return setIsRefused(true);
    if (isAllowed) await keepNewsWish(db, wants, new Date());
    else announce(t('news.denied'));
  }

  if (isShared) return <p>{t('news.shared')}</p>;
  if (!isPossible) return <p>{t('news.notPossible')}</p>;
  if (isRefused) {
    return (
      <p ref={takeLostFocus} tabIndex={-1}>
        {t('news.notPossible')}
      </p>
    );
  }
  if (isWanted === undefined) return <Skeleton label={t('kept.reading')} />;
  // The permission may have been withdrawn in the browser meanwhile.
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

/** The result of `tryNotification`. It is kept because Chromium never releases a notification that it could not show. */
let couldMakeOne: boolean | null = null;

/**
 * Whether this browser lets a page make notifications: Chrome on Android does not. Without a permission, trying it shows nothing. With a permission the
 * notification would be seen, so then it is tried only at the press.
 */
function canNotify(): boolean {
  if (!('Notification' in globalThis)) return false;
  if (Notification.permission === 'granted') return true;
  couldMakeOne ??= tryNotification();
  return couldMakeOne;
}

function tryNotification(): boolean {
  const tried = makeNotification('');
  tried?.close();
  return tried !== null;
}
