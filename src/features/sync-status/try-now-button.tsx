import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { tryNow } from '../../db/outbox/try-now.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';

export function TryNowButton() {
  const { t } = useTranslation('sync');
  const db = useDatabase();

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
