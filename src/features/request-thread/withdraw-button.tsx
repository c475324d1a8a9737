import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { useDatabase } from '../../db/database-context.ts';
import { withdrawRequest } from '../../db/request-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';

interface WithdrawButtonProps {
  request: CitizenRequest;
  /** This button is about to give way to the notice that the withdrawal waits. */
  onWithdrawn: () => void;
}

/** **Anular pedido**, with a dialog that says what happens. */
export function WithdrawButton({ request, onWithdrawn }: WithdrawButtonProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const [isAsking, setIsAsking] = useState(false);

  async function withdraw() {
    await withdrawRequest(db, request.id, new Date());
    setIsAsking(false);
    announce(t('withdrawal.waiting'));
    onWithdrawn();
  }

  return (
    // A box of its own: the row of buttons would take the dialog's margins away.
    <div>
      <Button variant="danger" type="button" onClick={() => setIsAsking(true)}>
        {t('actions.withdraw')}
      </Button>
      <Dialog
        title={t('withdrawal.title', { reference: request.reference })}
        open={isAsking}
        onClose={() => setIsAsking(false)}
        closeLabel={t('withdrawal.cancel')}
        actions={
          <Button variant="danger" type="button" onClick={() => void withdraw()}>
            {t('withdrawal.confirm')}
          </Button>
        }
      >
        <p>{t('withdrawal.effect')}</p>
        <p>{t('withdrawal.undo')}</p>
      </Dialog>
    </div>
  );
}
