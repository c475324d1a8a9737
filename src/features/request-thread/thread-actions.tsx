import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, CitizenRequest } from '../../contract/types.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Stack } from '../../ui/stack.tsx';
import { BeginDraftButton } from './begin-draft-button.tsx';
import type { CitizenActions } from './citizen-actions.ts';
import styles from './request-thread.module.css';
import { WithdrawButton } from './withdrawal.tsx';

interface ThreadActionsProps {
  request: CitizenRequest;
  actions: CitizenActions;
  /** Stands elsewhere on the page when the answer is late. */
  offersComplaint: boolean;
  /** That the withdrawal waits. */
  withdrawal: ReactNode;
  /** **Descarregar tudo (ZIP)**. */
  download: ReactNode;
  onWrite: (purpose: CitizenPurpose) => void;
  onRate: () => void;
}

/** What does not apply is not shown. */
export function ThreadActions(props: ThreadActionsProps) {
  const { request, actions, offersComplaint, withdrawal, download, onWrite, onRate } = props;
  const { t } = useTranslation('thread');
  const { write } = actions;
  return (
    <section className={styles.screenOnly}>
      <h2 id="request-actions" tabIndex={-1}>
        {t('actions.heading')}
      </h2>
      <Stack gap={2}>
        {withdrawal}
        <DaysToAsk request={request} actions={actions} />
        <Cluster>
          {write && (
            <Button
              id="write"
              variant={write === 'reply' ? 'primary' : 'secondary'}
              type="button"
              onClick={() => onWrite(write)}
            >
              {t(`actions.${write}`)}
            </Button>
          )}
          {actions.mayRate && (
            <Button id="rate-answer" variant="secondary" type="button" onClick={onRate}>
              {t('actions.rate')}
            </Button>
          )}
          <BeginDraftButton request={request} what="newRequest" />
          {offersComplaint && <BeginDraftButton request={request} what="complaint" />}
          <WithdrawButton request={request} isOffered={actions.mayWithdraw} />
        </Cluster>
        <div>{download}</div>
      </Stack>
    </section>
  );
}

/** Until when an answer can be asked about, or could. */
function DaysToAsk({ request, actions }: Pick<ThreadActionsProps, 'request' | 'actions'>) {
  const { t, i18n } = useTranslation('thread');
  if (!request.askAgainUntil) return null;
  const date = formatDay(request.askAgainUntil, i18n.language);
  if (actions.isTooLateToAsk) return <p>{t('actions.tooLateToAsk', { date })}</p>;
  return actions.write === 'followUp' && <p>{t('actions.askUntil', { date })}</p>;
}
