import { RouterProvider } from '@tanstack/react-router';
import { Component, type ReactNode, StrictMode, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiContext } from '../../api/api-context.ts';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { lazyOr } from '../../parts/lazy-part.tsx';
import type { PreparedApp } from './prepare-app.ts';

type AppParts = Pick<PreparedApp, 'services' | 'router'>;

/** Drawn in the same way into an empty document, over a page that was written at build time, and into such a page. */
export function WholeApp(parts: AppParts) {
  return (
    <StrictMode>
      <CrashBoundary>
        <App {...parts} />
      </CrashBoundary>
    </StrictMode>
  );
}

export function App({ services, router }: AppParts) {
  const { api, session } = services;
  // Of a page that was written at build time only a draft's first step was drawn with one, the guest's.
  const asWritten = () => (router.state.matches.some(isPersonal) ? session.database() : null);
  const db = useSyncExternalStore(session.subscribe, session.database, asWritten);
  return (
    <ApiContext value={api}>
      <DatabaseContext value={db}>
        <RouterProvider router={router} />
      </DatabaseContext>
    </ApiContext>
  );
}

function isPersonal({ routeId }: { routeId: string }): boolean {
  return routeId === '/_citizen';
}

/** Stands outside the router: what breaks here leaves no page to go back to. */
class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crash /> : this.props.children;
  }
}

/** For a crash that leaves nothing to fetch with: the words, without the way to download. */
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

/** Fetched only by those who need it; everybody else's first page does without. */
export function Crash() {
  return (
    <Suspense fallback={null}>
      <CrashScreen />
    </Suspense>
  );
}
