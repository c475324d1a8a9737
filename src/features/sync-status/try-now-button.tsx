import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/format-date.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { canTryNow, tryNow } from '../../db/outbox/try-now.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import styles from './sync-status.module.css';

/**
 * **Tentar enviar agora**, shown unless all that waits needs a sign-in. It stands there without a connection too, since some browsers say wrongly that
 * there is none, and says when it was pressed: a try that fails changes nothing else on the page.
 */
export function TryNowButton() {
  const { t, i18n } = useTranslation('sync');
  const db = useDatabase();
  const canTry = useQuery(canTryNow);
  const [tried, setTried] = useState<string | null>(null);
  if (canTry === false) return null;

  async function tryAgain() {
    const now = new Date();
    const sentence = t('notSent.tried', { time: formatTime(now.toISOString(), i18n.language) });
    await tryNow(db, now);
    setTried(sentence);
    announce(sentence);
  }

  return (
    <>
      <Button ref={handFocusOn} variant="primary" type="button" onClick={() => void tryAgain()}>
        {t('notSent.tryNow')}
      </Button>
      {tried && <p className={styles.tried}>{tried}</p>}
    </>
  );
}
