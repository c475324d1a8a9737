import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, CitizenRequest } from '../../../contract/types.ts';
import { formatDay } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button, type ButtonVariant, buttonClass } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { BeginDraftButton } from './begin-draft-button.tsx';
import type { CitizenActions } from './citizen-actions.ts';
import styles from './request-thread.module.css';

interface PrimaryActionProps {
  request: CitizenRequest;
  actions: CitizenActions;
  /** Whether the reply is being written, in the place of the button. */
  isWriting: boolean;
  onWrite: (purpose: CitizenPurpose) => void;
}

/** The primary action. Its room stays when it is done, so that nothing moves when another one comes. */
export function PrimaryAction({ request, actions, isWriting, onWrite }: PrimaryActionProps) {
  return (
    <div className={classNames(styles.place, !isWriting && styles.kept)}>
      <PrimaryButton request={request} actions={actions} onWrite={onWrite} />
      {actions.primary === 'complaint' && actions.write && (
        <WriteButton variant="secondary" write={actions.write} onWrite={onWrite} />
      )}
      <Why request={request} actions={actions} />
    </div>
  );
}

function PrimaryButton({ request, actions, onWrite }: Omit<PrimaryActionProps, 'isWriting'>) {
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
  write: CitizenPurpose;
}

function WriteButton({ variant, write, onWrite }: WriteButtonProps) {
  const { t } = useTranslation('thread');
  return (
    <Button id="write" variant={variant} type="button" onClick={() => onWrite(write)}>
      {t(`actions.${write}`)}
    </Button>
  );
}

/** Explains the action where the button's words do not. */
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
