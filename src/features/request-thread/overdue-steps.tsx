import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const OTHER_ROUTES = ['yellowBook', 'ombudsman', 'phone'] as const;

/** The next lawful steps of a citizen whose answer is late: a complaint here, or one of the other routes. */
export function OverdueSteps({ complain }: { complain?: ReactNode }) {
  const { t } = useTranslation('thread');
  return (
    <>
      <p>{t('deadline.overdue.complain')}</p>
      {complain}
      <p>{t('deadline.overdue.others')}</p>
      <ul>
        {OTHER_ROUTES.map((route) => (
          <li key={route}>{t(`deadline.overdue.${route}`)}</li>
        ))}
      </ul>
    </>
  );
}
