import { Link } from '@tanstack/react-router';
import { Suspense, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { isGuest } from '../../db/core/occupant.ts';
import { SHARED_GUEST } from '../../lib/tab-guest.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useSession } from '../../state/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';

const GuestDraftsLink = lazyPart(() => import('./guest-drafts-link.tsx'), 'GuestDraftsLink');

/** Begins a draft without a session, or leads back to drafts begun so. Not shown to a citizen who is known on this device. */
export function GuestStart({ shared }: { shared: boolean }) {
  const { t } = useTranslation('session');
  const db = useContext(DatabaseContext);
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  if (isSomebodyHere) return null;
  return (
    <Stack gap={1}>
      <p>
        {/* Preloading would begin a guest's drafts that nobody asked for. */}
        <Link
          to={ADDRESSES.newDraft}
          search={{ convidado: shared ? SHARED_GUEST : 'sim' }}
          preload={false}
          className={buttonClass('quiet')}
        >
          {t('guest.start')}
        </Link>
      </p>
      <p>{t(shared ? 'guestInTab.startText' : 'guest.startText')}</p>
      {db && isGuest(db) && (
        <Suspense>
          <GuestDraftsLink />
        </Suspense>
      )}
    </Stack>
  );
}
