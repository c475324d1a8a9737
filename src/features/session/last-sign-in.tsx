import { useTranslation } from 'react-i18next';
import { useOwn } from '../../db/core/database-context.ts';
import { type Profile, readProfile } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { formatDateTime } from '../../lib/format-date.ts';

/** What was read before it is shown. */
export interface OwnProfile {
  citizenId: string;
  profile: Profile | null;
}

/** So that one that was not the citizen's own is noticed. */
export function LastSignIn({ initial }: { initial: OwnProfile | null }) {
  const { t, i18n } = useTranslation('settings');
  const lastSignIn = useQuery(readProfile, [], useOwn(initial)?.profile)?.lastSignIn;
  if (lastSignIn === undefined) return null;
  if (lastSignIn === null) return <p>{t('sessions.first')}</p>;
  const at = formatDateTime(lastSignIn.at, i18n.language);
  return <p>{t('sessions.last', { at, way: t(`sessions.way.${lastSignIn.way}`) })}</p>;
}
