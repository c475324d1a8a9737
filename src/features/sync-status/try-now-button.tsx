import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { canTryNow, tryNow } from '../../db/outbox/try-now.ts';
import { useOnline } from '../../parts/use-online.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';

/** **Tentar enviar agora**, shown only where trying can help: not without a connection, and not before a signed-out citizen has signed in again. */
export function TryNowButton() {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const online = useOnline();
  const canTry = useQuery(canTryNow);
  if (!online || canTry === false) return null;

  async function tryAgain() {
    await tryNow(db, new Date());
    announce(t('notSent.tried'));
  }

  return (
    <Button ref={handFocusOn} variant="primary" type="button" onClick={() => void tryAgain()}>
      {t('notSent.tryNow')}
    </Button>
  );
}
