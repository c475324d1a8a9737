import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { ApiContext } from '../src/api/api-context.ts';
import type { ApiClient } from '../src/api/client.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { DatabaseContext } from '../src/db/core/database-context.ts';
import { StatusRegion } from '../src/ui/live-region.tsx';

const files = import.meta.glob<Record<string, unknown>>('../locales/pt-PT/*.json', {
  import: 'default',
  eager: true,
});

export async function startTestI18n(): Promise<void> {
  if (i18next.isInitialized) return;
  const texts = Object.entries(files).map(([path, text]) => [/([^/]+)\.json$/.exec(path)?.[1], text]);
  await i18next.use(initReactI18next).init({
    lng: 'pt-PT',
    resources: { 'pt-PT': Object.fromEntries(texts) },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
}

interface FeatureSurroundings {
  db?: CitizenDatabase;
  api?: ApiClient;
  /** The address of the feature; every other address is an empty page. */
  address?: string;
  /** Holds up every other page, as code does that is still on its way. */
  others?: Promise<void> | undefined;
}

/** Renders a feature with its texts, a database and a router, and nothing else of the app. */
export async function renderFeature(element: ReactNode, surroundings: FeatureSurroundings = {}) {
  const { db = null, api = null, address = '/', others } = surroundings;
  await startTestI18n();
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: address, component: () => element });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '$',
    loader: () => others,
    component: () => null,
  });
  const router = createRouter({
    routeTree: root.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const user = userEvent.setup();
  render(
    <ApiContext value={api}>
      <DatabaseContext value={db}>
        <main>
          <RouterProvider router={router} />
        </main>
        <StatusRegion />
      </DatabaseContext>
    </ApiContext>,
  );
  await router.load();
  return { user, router, pathname: () => router.state.location.pathname, screen };
}
