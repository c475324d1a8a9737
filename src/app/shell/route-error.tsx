import { type ErrorComponentProps, Link, useRouter, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

/** Takes the place of a page that broke; the shell around it still works. */
export function RouteError({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const isOpening = useRouterState({ select: ({ status }) => status === 'pending' });
  const heading = t('routeError.heading');

  function tryAgain() {
    reset();
    void router.invalidate();
  }

  return (
    <Page title={t('pageTitle', { page: heading })} heading={heading}>
      <p>{t(isMemoryOnly() ? 'crash.textMemoryOnly' : 'crash.text')}</p>
      <p>
        <Button variant="primary" type="button" busy={isOpening} onClick={tryAgain}>
          {t('tryAgain')}
        </Button>
      </p>
      <p>
        <Link to="/">{t('notFound.home')}</Link>
      </p>
    </Page>
  );
}
