import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says that a newer e-Clic is ready. It takes over when the citizen says so, never while they write. */
export function UpdateBar({ onAccept }: { onAccept: () => void }) {
  const { t } = useTranslation('common');
  const [isAccepted, setAccepted] = useState(false);
  return (
    <Notice tone="info" icon={RefreshCw}>
      <p>{t(isAccepted ? 'update.coming' : 'update.ready')}</p>
      {!isAccepted && (
        <Button
          ref={handFocusOn}
          variant="secondary"
          type="button"
          onClick={() => {
            setAccepted(true);
            announce(t('update.coming'));
            onAccept();
          }}
        >
          {t('update.accept')}
        </Button>
      )}
    </Notice>
  );
}
