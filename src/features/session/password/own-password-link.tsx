import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/api-context.ts';
import { readSession } from '../../../api/session-calls.ts';
import type { CitizenDatabase } from '../../../db/core/citizen-database.ts';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { useLastAnswer } from '../use-last-answer.ts';

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

const lastAnswers = new WeakMap<CitizenDatabase, boolean>();

function useCanChange(): boolean {
  const api = useApi();
  const [canChange, noteCanChange] = useLastAnswer(lastAnswers);

  useEffect(() => {
    void readSession(api).then((outcome) => {
      const session = outcome.kind === 'accepted' ? outcome.value : null;
      noteCanChange(session && session.status === 'signedIn' && session.canChangePassword === true);
    });
  }, [api, noteCanChange]);

  return canChange === true;
}
