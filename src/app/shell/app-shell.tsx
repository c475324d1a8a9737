import { useLocation, useRouterState } from '@tanstack/react-router';
import { Fragment, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyOr, lazyPart } from '../../parts/lazy-part.tsx';
import { useNewerBuild } from '../../state/newer-build.ts';
import { useNotices } from '../../state/notices.ts';
import { findProposal, usePreferences } from '../../state/preferences.ts';
import { announce } from '../../ui/live-region.tsx';
import { OpeningLine, Shell } from '../../ui/shell.tsx';
import { useBrowserFact } from '../../ui/use-browser-fact.ts';
import { AppFooter } from './app-footer.tsx';
import { AppHeader } from './app-header.tsx';
import { PersonalLines, Questions } from './personal-parts.ts';
import { MissedPageBar, PlainNotice } from './plain-bar.tsx';
import { StorageNotice } from './storage-notice.tsx';

/** The time after which the page says that the next one is opening: most are there sooner. */
const OPENING_TOLD_AFTER_MS = 150;

// Loaded when they are needed, because few visits see them.
const NoticeBar = lazyOr(() => import('./notice-bar.tsx'), 'NoticeBar', PlainNotice);
const UpdateBar = lazyPart(() => import('./update-bar.tsx'), 'UpdateBar');
const LanguageProposal = lazyPart(() => import('./language-proposal.tsx'), 'LanguageProposal');

export function AppShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const db = useContext(DatabaseContext);
  return (
    <Shell
      skipLabel={t('skipToContent')}
      opening={<Opening />}
      header={<AppHeader />}
      statusLine={<StatusLines />}
      footer={<AppFooter />}
    >
      <Notices />
      <MissedPageBar />
      {db && <Questions db={db} />}
      <Fragment key={useLeavings(db)}>{children}</Fragment>
    </Shell>
  );
}

/** Counts how often somebody has left. With the count as its key, a page forgets what they had typed. A page on which a sign-in ends leads on by itself. */
function useLeavings(db: CitizenDatabase | null): number {
  const endsSignIn = useLocation({ select: ({ pathname }) => pathname.startsWith(`${ADDRESSES.signIn}/`) });
  const [seen, note] = useState({ db, leavings: 0 });
  const hasLeft = seen.db !== null && !(db && endsSignIn);
  if (db !== seen.db) note({ db, leavings: seen.leavings + Number(hasLeft) });
  return seen.leavings;
}

/** Stands apart from the shell, which need not be drawn anew for each page that is on its way. */
function Opening() {
  const { t } = useTranslation('common');
  const isOpening = useRouterState({
    // A search or a filter changes the address, and the page stays.
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' && location.pathname !== resolvedLocation?.pathname,
  });
  return useLasting(isOpening) && <OpeningLine>{t('opening')}</OpeningLine>;
}

/** The lines under the header, each shown for as long as what it says is so. */
function StatusLines() {
  const db = useContext(DatabaseContext);
  return (
    <Suspense>
      <StorageNotice />
      <Proposal />
      <Update />
      {db && <PersonalLines db={db} />}
    </Suspense>
  );
}

function Proposal() {
  const isChosen = usePreferences((preferences) => preferences.isLanguageChosen);
  // A page is written at build time without knowing the languages of a browser.
  const language = useBrowserFact(() => findProposal(navigator.languages), null);
  return language && !isChosen && <LanguageProposal language={language} />;
}

function Update() {
  const accept = useNewerBuild((state) => state.accept);
  // A page that must not be loaded anew would say without end that the newer one is coming.
  const isMemoryOnly = useMemoryOnly();
  return accept && !isMemoryOnly && <UpdateBar onAccept={accept} />;
}

/** Returns whether something has been so for a while: what is over sooner need not be told. */
function useLasting(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);

  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasts(true), OPENING_TOLD_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo]);

  return isSo && lasts;
}

function Notices() {
  const notice = useNotices((state) => state.notice);

  useEffect(() => {
    if (notice) announce(notice.text, notice.politeness);
  }, [notice]);

  return (
    notice && (
      <Suspense>
        <NoticeBar key={notice.id} {...notice} />
      </Suspense>
    )
  );
}
