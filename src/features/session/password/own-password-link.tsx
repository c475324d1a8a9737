import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/api-context.ts';
import { readSession } from '../../../api/session-calls.ts';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { buttonClass } from '../../../ui/button.tsx';

/** A link to **Alterar palavra-chave**, for citizens who have signed in with a password that can be changed in e-Clic. */
export function OwnPasswordLink() {
  const { t } = useTranslation('settings');
  const canChange = useCanChange();
  if (!canChange) return null;
  return (
    <p>
      <Link to={ADDRESSES.password} className={buttonClass('secondary')}>
        {t('sessions.changePassword')}
      </Link>
    </p>
  );
}

function useCanChange(): boolean {
  const api = useApi();
  const [canChange, setCanChange] = useState(false);

  useEffect(() => {
    void readSession(api).then((outcome) => {
      const session = outcome.kind === 'accepted' ? outcome.value : null;
      setCanChange(session?.status === 'signedIn' && session.canChangePassword === true);
    });
  }, [api]);

  return canChange;
}
