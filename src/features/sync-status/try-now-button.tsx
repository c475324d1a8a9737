import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { tryNow } from '../../db/outbox/try-now.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';

export function TryNowButton() {
  const { t } = useTranslation('sync');
  const db = useDatabase();

  async function tryAgain() {
    await tryNow(db, new Date());
    announce(t('notSent.tried'));
  }

  return (
    <Button variant="primary" type="button" onClick={() => void tryAgain()}>
      {t('notSent.tryNow')}
    </Button>
  );
}
