import { useLocation, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useContext, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { noteGuestAdopted } from '../../db/core/device-database.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { StatusLine } from '../../features/sync-status/status-line.tsx';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useNotices } from '../../state/notices.ts';
import { findProposal, usePreferences } from '../../state/preferences.ts';
import { useSession } from '../../state/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { OpeningLine, Shell } from '../../ui/shell.tsx';
import type { AppUpdate } from '../device/app-update.ts';
import { AppFooter } from './app-footer.tsx';
import { AppHeader } from './app-header.tsx';
import type { Services } from './services.ts';
import { StorageNotice } from './storage-notice.tsx';
import { useLasting } from './use-lasting.ts';

/** Most pages are there before anybody can wonder. */
const OPENING_TOLD_AFTER_MS = 150;

// Loaded when they are needed, because few visits see them.
const SessionEnded = lazy(async () => ({
  default: (await import('../../features/session/session-ended.tsx')).SessionEnded,
}));
const NoticeBar = lazy(async () => ({ default: (await import('./notice-bar.tsx')).NoticeBar }));
const UpdateBar = lazy(async () => ({ default: (await import('./update-bar.tsx')).UpdateBar }));
const LanguageProposal = lazy(async () => ({
  default: (await import('./language-proposal.tsx')).LanguageProposal,
}));
const SessionEnding = lazy(async () => ({
  default: (await import('../../features/session/session-ending.tsx')).SessionEnding,
}));

const GuestQuestion = lazy(async () => ({
  default: (await import('../../features/session/guest-question.tsx')).GuestQuestion,
}));

export function AppShell({ services, children }: { services: Services; children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <Shell
      skipLabel={t('skipToContent')}
      opening={<Opening />}
      header={<AppHeader />}
      statusLine={<Standing {...services} />}
      footer={<AppFooter isDemo={services.isDemo} />}
    >
      <Notices />
      <Ending session={services.session} />
      <Guest device={services.device} />
      {children}
    </Shell>
  );
}

/** Apart from the shell, which need not be drawn anew for each page that is on its way. */
function Opening() {
  const { t } = useTranslation('common');
  const isOpening = useRouterState({ select: ({ status }) => status === 'pending' });
  return useLasting(isOpening, OPENING_TOLD_AFTER_MS) && <OpeningLine>{t('opening')}</OpeningLine>;
}

function Standing({ update, browserLanguages }: Pick<Services, 'update' | 'browserLanguages'>) {
  const db = useContext(DatabaseContext);
  const hasEnded = useSession((session) => session.status === 'ended');
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <Suspense fallback={null}>
      <StorageNotice />
      <Proposal browserLanguages={browserLanguages} />
      {update && <Update update={update} />}
      {hasEnded && !path.startsWith(ADDRESSES.signIn) && <SessionEnded />}
      {db && <StatusLine key={db.citizenId} path={path} />}
    </Suspense>
  );
}

function Proposal({ browserLanguages }: Pick<Services, 'browserLanguages'>) {
  const isChosen = usePreferences((preferences) => preferences.isLanguageChosen);
  const language = isChosen ? null : findProposal(browserLanguages);
  return language && <LanguageProposal language={language} />;
}

function Update({ update }: { update: AppUpdate }) {
  const isReady = useSyncExternalStore(update.subscribe, update.isReady);
  return isReady && <UpdateBar update={update} />;
}

function Notices() {
  const notice = useNotices((state) => state.notice);

  useEffect(() => {
    if (notice) announce(notice.text);
  }, [notice]);

  return (
    notice && (
      <Suspense>
        <NoticeBar key={notice.id} {...notice} />
      </Suspense>
    )
  );
}

function Guest({ device }: Pick<Services, 'device'>) {
  const db = useContext(DatabaseContext);
  const hasGuest = useSession((session) => session.hasGuest && session.citizen !== null);
  return (
    hasGuest &&
    isCitizen(db) && (
      <Suspense>
        <GuestQuestion key={db.citizenId} db={db} onNone={() => void noteGuestAdopted(device)} />
      </Suspense>
    )
  );
}

function Ending({ session }: Pick<Services, 'session'>) {
  const { status, citizen, endsAt } = useSession();
  // Once the session has ended, only a shared device needs a warning: its words are erased at the end.
  if (endsAt === null || !citizen || (status === 'ended' && !citizen.shared)) return null;
  return (
    <Suspense fallback={null}>
      <SessionEnding endsAt={endsAt} shared={citizen.shared} onStay={() => void session.stay()} />
    </Suspense>
  );
}
