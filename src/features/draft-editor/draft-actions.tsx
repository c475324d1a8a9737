import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';

/** The id of the button **Continuar**. */
export const GO_ON_ID = 'go-on';

interface DraftActionsProps {
  /** The label of **Continuar**; null when there is no such button. */
  nextLabel: string | null;
  closeLabel: string;
  isBusy: boolean;
  /** Whether a draft is kept that can be deleted. */
  isKept: boolean;
  onNext: () => void;
  onClose: () => void;
  onDelete: () => void;
}

/** The buttons **Continuar**, **Guardar e sair** and **Eliminar rascunho** below the fields. */
export function DraftActions(props: DraftActionsProps) {
  const { nextLabel, closeLabel, isBusy, isKept, onNext, onClose, onDelete } = props;
  const { t } = useTranslation('draft');
  return (
    <Stack>
      <Cluster>
        {nextLabel && (
          <Button id={GO_ON_ID} variant="primary" type="button" busy={isBusy} onClick={onNext}>
            {nextLabel}
          </Button>
        )}
        <Button variant="secondary" type="button" onClick={onClose}>
          {closeLabel}
        </Button>
      </Cluster>
      {/* Once the draft is submitted its button stays until the next page is there, so that nothing below moves up. */}
      {(isKept || isBusy) && (
        <Cluster>
          <Button variant="quiet" type="button" busy={!isKept} onClick={onDelete}>
            {t('delete')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}
