// This import comes before the database's module, which looks for the browser's IndexedDB once, when it is loaded.
import 'fake-indexeddb/auto';
import { createMemoryHistory } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { createApiClient } from '../src/api/client.ts';
import { WholeApp } from '../src/app/boot/app.tsx';
import { createAppRouter } from '../src/app/boot/router.ts';
import { createSessionControl } from '../src/app/session/session-control.ts';
import { createSessionScope } from '../src/app/session/session-scope.ts';
import { fetchPersonalShell } from '../src/app/shell/personal-parts.ts';
import type { Services } from '../src/app/shell/services.ts';
import { createCurrentDatabase } from '../src/db/core/database-context.ts';
import { DeviceDatabase } from '../src/db/core/device-database.ts';
import { startI18n } from '../src/i18n.ts';
import { systemClock } from '../src/lib/clock.ts';
import { tellSession } from '../src/state/session.ts';

export interface RenderedPage {
  /** The content of `#app`. */
  html: string;
  title: string;
  /** The route that draws it. Only the same route may take it over. */
  routeId: string;
  /** The namespaces of the page's texts. */
  words: readonly string[];
}

/**
 * Draws the pages as a browser does for a person whom the device does not know, in the source language. `words` holds all texts of that language, by
 * namespace.
 */
export async function renderPages(
  addresses: readonly string[],
  words: Readonly<Record<string, object>>,
): Promise<Map<string, RenderedPage>> {
  await startI18n(async (_, namespace) => words[namespace] ?? {});
  const pages = new Map<string, RenderedPage>();
  for (const address of addresses) {
    pages.set(address, await renderPage(address));
    for (const namespace of pageWords()) i18next.removeResourceBundle(i18next.language, namespace);
  }
  return pages;
}

async function renderPage(address: string): Promise<RenderedPage> {
  tellSession({ type: 'nobody' });
  const api = createApiClient('https://e-clic.invalid', nobody);
  const device = new DeviceDatabase();
  const current = createCurrentDatabase();
  const now = () => new Date();
  const scope = createSessionScope(nobodySyncs, now, current);
  const services: Services = {
    api,
    clock: systemClock,
    session: {
      ...createSessionControl({ api, device, scope, now }),
      ...current,
      whoIsHere: async () => undefined,
      prefetchSessionCode: () => undefined,
    },
  };
  await fetchPersonalShell();
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createAppRouter(services, { history, origin: api.origin, scrollRestoration: false });
  await router.load();
  const routeId = router.state.matches.at(-1)?.routeId ?? '';
  const drawn = renderToString(<WholeApp services={services} router={router} />);
  // React leaves this mark in the place of what fails or comes later.
  if (drawn.includes('<!--$!-->')) throw new Error(`${address} was not drawn whole`);
  const [titleTag = '', title = ''] = /<title>(.*?)<\/title>/s.exec(drawn) ?? [];
  return { html: drawn.replace(titleTag, ''), title, routeId, words: pageWords() };
}

/** Lists the namespaces that the page has loaded, without that of the shell, which comes with every page. */
function pageWords(): string[] {
  const all = Object.keys(i18next.getDataByLanguage(i18next.language) ?? {});
  return all.filter((namespace) => namespace !== i18next.options.defaultNS);
}

async function nobody(): Promise<Response> {
  throw new TypeError('Nobody answers while pages are written');
}

function nobodySyncs(): Promise<never> {
  return Promise.reject(new Error('Nothing is sent while pages are written'));
}
