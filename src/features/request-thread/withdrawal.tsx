import { Ban, Hourglass } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { canWithdraw } from '../../../domain/request-state.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow } from '../../db/core/schema.ts';
import { cancelWithdrawal, withdrawRequest } from '../../db/requests/request-actions.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeLostFocus, useFocusOn } from '../../ui/use-focus-on.ts';

/** **Anular pedido**, with a dialog that says what happens. */
export function WithdrawButton({ request, isOffered }: { request: CitizenRequest; isOffered: boolean }) {
  const { t } = useTranslation('thread');
  const focusOn = useFocusOn();
  const [isAsking, setIsAsking] = useState(false);

  function close(selector: string | null) {
    setIsAsking(false);
    if (selector) focusOn(selector);
  }

  if (!isOffered && !isAsking) return null;
  return (
    <li>
      <Button variant="quiet" type="button" icon={Ban} onClick={() => setIsAsking(true)}>
        {t('actions.withdraw', ofKind(request.kind))}
      </Button>
      {isAsking && <WithdrawDialog request={request} onClose={close} />}
    </li>
  );
}

interface WithdrawDialogProps {
  request: CitizenRequest;
  /** `selector` finds the element to which the focus moves; null: it returns to the button. */
  onClose: (selector: string | null) => void;
}

/** If the request can no longer be withdrawn, the dialog stays open and says so: if it closed by itself, the citizen would not know why. */
function WithdrawDialog({ request, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const { status, start } = useOnce(withdraw);
  const isPossible = canWithdraw(request.state);
  const context = ofKind(request.kind);

  async function withdraw() {
    await withdrawRequest(db, request.id, new Date());
    announce(t('withdrawal.waiting', context));
    // The outcome is shown with the state, below the heading.
    onClose('h1');
    return false;
  }

  return (
    <Dialog
      title={t('withdrawal.title', { reference: request.reference, ...context })}
      // Once the request cannot be withdrawn, the button that had the focus is gone.
      onClose={() => onClose(isPossible ? null : '#request-actions')}
      closeLabel={t(isPossible ? 'withdrawal.cancel' : 'withdrawal.close', context)}
      actions={
        isPossible && (
          <Button variant="danger" type="button" onClick={() => void start()}>
            {t('withdrawal.confirm')}
          </Button>
        )
      }
    >
      {isPossible ? (
        <>
          <p>{t('withdrawal.effect', context)}</p>
          <p>{t('withdrawal.undo', context)}</p>
          {status === 'failed' && <Alert title={t('notKept')} />}
        </>
      ) : (
        <Impossible request={request} />
      )}
    </Dialog>
  );
}

function Impossible({ request }: { request: CitizenRequest }) {
  const { t } = useTranslation(['thread', 'requests']);
  return (
    <p ref={takeLostFocus} role="alert" tabIndex={-1}>
      {t('withdrawal.impossible', { state: t(`requests:state.${request.state}`), ...ofKind(request.kind) })}
    </p>
  );
}

interface WithdrawalNoticeProps {
  request: CitizenRequest;
  entry: OutboxRow;
  /** Says why the withdrawal waits. */
  reason: ReactNode;
}

/** Says that the withdrawal waits on this device, with a button to cancel it until it is sent. */
export function WithdrawalNotice({ request, entry, reason }: WithdrawalNoticeProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);
  const context = ofKind(request.kind);

  async function keep() {
    const isKept = await cancelWithdrawal(db, request.id, new Date());
    setIsTooLate(!isKept);
    announce(t(isKept ? 'withdrawal.kept' : 'withdrawal.tooLate', context));
    if (isKept) document.getElementById('request-actions')?.focus();
  }

  return (
    <Notice tone="warning" icon={Hourglass} title={t('withdrawal.waiting', context)}>
      {reason}
      {isTooLate && entry.committing === 1 && <p>{t('withdrawal.tooLate')}</p>}
      <Button ref={handFocusOn} variant="secondary" type="button" onClick={() => void keep()}>
        {t('withdrawal.keep')}
      </Button>
    </Notice>
  );
}
