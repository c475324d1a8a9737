import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { listAddress } from '../../parts/addresses.ts';
import { useDeleteDraft } from '../../parts/use-delete-draft.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Stack } from '../../ui/stack.tsx';

interface StepActionsProps {
  draftId: string;
  /** Whether there is anything to delete yet. */
  isKept: boolean;
  continueLabel: string;
  isBusy: boolean;
  onContinue: () => void;
  /** False: what was written could not be saved, so nobody is led away from it. */
  onLeave: () => Promise<boolean>;
}

export function StepActions(props: StepActionsProps) {
  const { draftId, isKept, continueLabel, isBusy, onContinue, onLeave } = props;
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const navigate = useNavigate();
  const deleteDraft = useDeleteDraft();

  async function saveAndLeave() {
    if (!(await onLeave())) return;
    await navigate({ to: listAddress(db) });
    if (isKept) showNotice({ text: t('kept') });
  }

  async function deleteThis() {
    await onLeave();
    await navigate({ to: listAddress(db) });
    await deleteDraft(draftId);
  }

  return (
    <Stack gap={3}>
      <Cluster>
        <Button variant="primary" type="button" busy={isBusy} onClick={onContinue}>
          {continueLabel}
        </Button>
        <Button variant="secondary" type="button" onClick={() => void saveAndLeave()}>
          {t('saveAndLeave')}
        </Button>
      </Cluster>
      {isKept && (
        <Cluster>
          <Button variant="quiet" type="button" onClick={() => void deleteThis()}>
            {t('delete')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}
