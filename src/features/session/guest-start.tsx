import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { isGuest } from '../../db/core/occupant.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';

/** The way in without a session, and back to what was begun that way. Somebody known on this device writes under their own name instead. */
export function GuestStart() {
  const { t } = useTranslation('session');
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  if (isSomebodyHere) return null;
  return (
    <Stack gap={2}>
      <p>
        {/* Preloading would begin a guest's drafts that nobody asked for. */}
        <Link
          to={ADDRESSES.newDraft}
          search={{ convidado: 'sim' }}
          preload={false}
          className={buttonClass('secondary')}
        >
          {t('guest.start')}
        </Link>
      </p>
      <p>{t('guest.startText')}</p>
      <GuestDraftsLink />
    </Stack>
  );
}

function GuestDraftsLink() {
  const { t } = useTranslation('session');
  const db = useContext(DatabaseContext);
  const count = useLiveQuery(async () => (db && isGuest(db) ? (await listOpenDrafts(db)).length : 0), [db]);
  if (!count) return null;
  return (
    <p>
      <Link to={ADDRESSES.guestDrafts}>{t('guest.drafts', { count })}</Link>
    </p>
  );
}
