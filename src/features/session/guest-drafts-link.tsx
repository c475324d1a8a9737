import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** A link to the drafts that were begun without signing in; nothing if there are none. */
export function GuestDraftsLink({ db }: { db: CitizenDatabase }) {
  const { t } = useTranslation('session');
  const count = useLiveQuery(async () => (await listOpenDrafts(db)).length, [db]);
  if (!count) return null;
  return (
    <p>
      <Link to={ADDRESSES.guestDrafts}>
        {t(isTabGuest(db) ? 'guestInTab.drafts' : 'guest.drafts', { count })}
      </Link>
    </p>
  );
}
