import { Hourglass } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { cancelWithdrawal } from '../../db/requests/request-actions.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

interface WithdrawalNoticeProps {
  requestId: string;
  /** Why it waits. */
  reason: ReactNode;
  onKept: () => void;
}

/** The withdrawal is only on this device so far, and can be undone until it goes. */
export function WithdrawalNotice({ requestId, reason, onKept }: WithdrawalNoticeProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);

  async function keep() {
    const isKept = await cancelWithdrawal(db, requestId, new Date());
    setIsTooLate(!isKept);
    announce(t(isKept ? 'withdrawal.kept' : 'withdrawal.tooLate'));
    if (isKept) onKept();
  }

  return (
    <Notice tone="warning" icon={Hourglass} title={t('withdrawal.waiting')}>
      {reason}
      {isTooLate && <p>{t('withdrawal.tooLate')}</p>}
      <Button id="keep-request" variant="secondary" type="button" onClick={() => void keep()}>
        {t('withdrawal.keep')}
      </Button>
    </Notice>
  );
}
