import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, CitizenRequest } from '../../../contract/types.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button, type ButtonVariant, buttonClass } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { StateLine } from '../../ui/state-line.tsx';
import { BeginDraftButton } from './begin-draft-button.tsx';
import type { AskedPurpose, CitizenActions } from './citizen-actions.ts';
import styles from './request-thread.module.css';

interface PrimaryActionProps {
  request: CitizenRequest;
  actions: CitizenActions;
  /** Whether the reply is being written, in the place of the button. */
  isWriting: boolean;
  /** The purpose of the message that was sent last, on this visit. */
  justSent: CitizenPurpose | null;
  onWrite: (purpose: AskedPurpose) => void;
}

/** The primary action. Its room stays when it is done, so that nothing moves when another one comes. */
export function PrimaryAction({ request, actions, isWriting, justSent, onWrite }: PrimaryActionProps) {
  return (
    <div
      className={classNames(
        styles.place,
        !isWriting && styles.kept,
        actions.primary === 'reply' && styles.askedFor,
      )}
    >
      {(justSent || actions.primary) && (
        <div className={styles.next}>
          {justSent && <Done purpose={justSent} />}
          <PrimaryButton request={request} actions={actions} onWrite={onWrite} />
          {actions.primary === 'complaint' && actions.write && (
            <WriteButton variant="secondary" write={actions.write} onWrite={onWrite} />
          )}
        </div>
      )}
      <Why request={request} actions={actions} />
    </div>
  );
}

/** Says that the message has arrived, in the place of the button that began it. */
function Done({ purpose }: { purpose: CitizenPurpose }) {
  const { t } = useTranslation('thread');
  return (
    <StateLine tone="success" icon={Check}>
      <strong>{t(`messages.done.${purpose}`)}</strong>
    </StateLine>
  );
}

function PrimaryButton({
  request,
  actions,
  onWrite,
}: Pick<PrimaryActionProps, 'request' | 'actions' | 'onWrite'>) {
  const { t } = useTranslation('thread');
  const { primary } = actions;
  switch (primary) {
    case null:
      return null;
    case 'newRequest':
    case 'complaint':
      return <BeginDraftButton request={request} what={primary} variant="primary" />;
    case 'receipt':
      return (
        <Link to={ADDRESSES.receipt} params={{ requestId: request.id }} className={buttonClass('primary')}>
          {t('receipt')}
        </Link>
      );
    default:
      return <WriteButton variant="primary" write={primary} onWrite={onWrite} />;
  }
}

interface WriteButtonProps extends Pick<PrimaryActionProps, 'onWrite'> {
  variant: ButtonVariant;
  write: AskedPurpose;
}

function WriteButton({ variant, write, onWrite }: WriteButtonProps) {
  const { t } = useTranslation('thread');
  return (
    // Nobody has asked for more information, so the button for it is a quiet one.
    <Button
      id="write"
      variant={write === 'addition' ? 'quiet' : variant}
      type="button"
      onClick={() => onWrite(write)}
    >
      {t(`actions.${write}`)}
    </Button>
  );
}

/** Explains the action where the words of its button do not. */
function Why({ request, actions }: Pick<PrimaryActionProps, 'request' | 'actions'>) {
  const { t, i18n } = useTranslation('thread');
  const { askAgainUntil } = request;
  const { primary, isTooLateToAsk } = actions;
  if (primary === 'complaint') return <p>{t('deadline.overdue.complain', ofKind(request.kind))}</p>;
  if (askAgainUntil === null) return null;
  const date = formatDay(askAgainUntil, i18n.language);
  if (isTooLateToAsk) return <p>{t('actions.tooLateToAsk', { date })}</p>;
  return primary === 'followUp' && <p>{t('actions.askUntil', { date })}</p>;
}
