import { useTranslation } from 'react-i18next';
import { AboutRequest } from '../../parts/about-request.tsx';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { FieldError } from '../../ui/field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface AboutFieldProps {
  id: string;
  requestId: string;
  error: string | undefined;
  onChange: (requestId: string | null) => void;
}

/** **Sobre o pedido EC-…**: the request that a draft is about, with a button to remove it. Only drafts that were begun from a request have it. */
export function AboutField({ id, requestId, error, onChange }: AboutFieldProps) {
  const { t } = useTranslation(['draft', 'requests']);

  function remove() {
    onChange(null);
    showNotice({ text: t('about.removed'), undo: { label: t('undo'), run: () => onChange(requestId) } });
  }

  return (
    <div id={id}>
      <FieldError id={id} error={error} />
      <Cluster>
        <p>
          {t('requests:row.about')} <AboutRequest requestId={requestId} />
        </p>
        <Button variant="quiet" type="button" onClick={remove}>
          {t('about.remove')}
          <VisuallyHidden> {t('about.removeWhat')}</VisuallyHidden>
        </Button>
      </Cluster>
    </div>
  );
}
