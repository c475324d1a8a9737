import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Stack } from '../../ui/stack.tsx';

interface ReplyActionsProps {
  /** Null: such a message is not taken any more, so there is nothing to press. */
  sendLabel: string | null;
  isBusy: boolean;
  /** Whether there is anything to delete yet. */
  isKept: boolean;
  onSend: () => void;
  onClose: () => void;
  onDelete: () => void;
}

export function ReplyActions(props: ReplyActionsProps) {
  const { sendLabel, isBusy, isKept, onSend, onClose, onDelete } = props;
  const { t } = useTranslation('draft');
  return (
    <Stack gap={2}>
      <Cluster>
        {sendLabel && (
          <Button variant="primary" type="button" busy={isBusy} onClick={onSend}>
            {sendLabel}
          </Button>
        )}
        <Button variant="secondary" type="button" onClick={onClose}>
          {t(isKept ? 'reply.saveAndClose' : 'reply.close')}
        </Button>
      </Cluster>
      {isKept && (
        <Cluster>
          <Button variant="quiet" type="button" onClick={onDelete}>
            {t('delete')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}
