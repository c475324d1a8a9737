import { useTranslation } from 'react-i18next';
import { readProfile } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { formatDateTime } from '../../lib/format-date.ts';

/** So that one that was not the citizen's own is noticed. */
export function LastSignIn() {
  const { t, i18n } = useTranslation('settings');
  const lastSignIn = useQuery(readProfile)?.lastSignIn;
  if (lastSignIn === undefined) return null;
  if (lastSignIn === null) return <p>{t('sessions.first')}</p>;
  const at = formatDateTime(lastSignIn.at, i18n.language);
  return <p>{t('sessions.last', { at, way: t(`sessions.way.${lastSignIn.way}`) })}</p>;
}
