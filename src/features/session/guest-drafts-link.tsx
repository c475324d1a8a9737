import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** A link to the drafts that were begun without signing in; nothing if there are none. */
export function GuestDraftsLink() {
  const { t } = useTranslation('session');
  const db = useDatabase();
  const count = useQuery(listOpenDrafts)?.length;
  if (!count) return null;
  return (
    <p>
      <Link to={ADDRESSES.guestDrafts}>
        {t(isTabGuest(db) ? 'guestInTab.drafts' : 'guest.drafts', { count })}
      </Link>
    </p>
  );
}
