import { CatchBoundary, RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiContext } from '../../api/api-context.ts';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { lazyOr } from '../../parts/lazy-part.tsx';
import type { PreparedApp } from './prepare-app.ts';
import { isCitizensPage } from './router.ts';

type AppParts = Pick<PreparedApp, 'services' | 'router'>;

/** The same tree is drawn into an empty document, over a page that was written at build time, and while React hydrates such a page. */
export function WholeApp(parts: AppParts) {
  return (
    <StrictMode>
      {/* It stands outside the router: an error that reaches it leaves no page to go back to. */}
      <CatchBoundary getResetKey={() => 0} errorComponent={Crash}>
        <App {...parts} />
      </CatchBoundary>
    </StrictMode>
  );
}

export function App({ services, router }: AppParts) {
  const { api, session } = services;
  // Among the pages written at build time only a draft's first step was drawn with a database, the guest's.
  const asWritten = () => (isCitizensPage(router) ? session.database() : null);
  const db = useSyncExternalStore(session.subscribe, session.database, asWritten);
  return (
    <ApiContext value={api}>
      <DatabaseContext value={db}>
        <RouterProvider router={router} />
      </DatabaseContext>
    </ApiContext>
  );
}

/** Drawn when the code of the crash screen cannot be fetched either: the text, without the button that downloads a copy. */
function PlainCrash() {
  const { t } = useTranslation('common');
  return (
    <main>
      <h1>{t('crash.heading')}</h1>
      <p>{t('crash.text')}</p>
    </main>
  );
}

const CrashScreen = lazyOr(() => import('./crash-screen.tsx'), 'CrashScreen', PlainCrash);

/** The code of the crash screen is fetched only after a crash, so that it does not slow down the first page. */
export function Crash() {
  return (
    <Suspense>
      <CrashScreen />
    </Suspense>
  );
}
