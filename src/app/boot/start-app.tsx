import { type ReactNode, Suspense } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import type { Server } from '../../../contract/server.ts';
import { readTrouble, subscribeToTrouble } from '../../db/core/storage-trouble.ts';
import { startI18n } from '../../i18n.ts';
import { prerenderedRoute, takeOverPage } from '../../lib/prerendered-page.ts';
import { hideRefusedChannel } from '../../lib/refused-channel.ts';
import { lazyOr } from '../../parts/lazy-part.tsx';
import { usePreferences } from '../../state/preferences.ts';
import { followBackForwardCache } from '../device/back-forward-cache.ts';
import { Crash, WholeApp } from './app.tsx';
import { prepareApp } from './prepare-app.ts';
// The modules that the first pages share are imported here, so that they come in the file that every page begins with: a chunk of their own would
// be one more file to fetch, and weigh half a kB more.
import '../../../shared/format-date.ts';
import '../../ui/layout.tsx';
import '../../ui/skeleton.tsx';

const BlockedScreen = lazyOr(() => import('./crash-screen.tsx'), 'BlockedScreen', Crash);

/**
 * The start, in order:
 *
 * 1. The chosen look stands on the page before anything is drawn, and the page is ready to be put into the back/forward cache.
 * 2. The texts of the shell are fetched while the server is chosen and the app is prepared (`prepare-app.ts`).
 * 3. Meanwhile, if another tab keeps the database to itself, a screen says so.
 * 4. With the texts and the app there, the router loads the page of the address. The page is drawn at one go; one that was written at build time
 *    is hydrated. Every failure ends at the crash screen.
 */
export async function startApp(element: HTMLElement, chooseServer: () => Promise<Server>): Promise<void> {
  followLook();
  followBackForwardCache();
  hideRefusedChannel();
  const words = startI18n();
  // The app waits for its database; without a word the page would stay white.
  const stopTelling = subscribeToTrouble(() => void words.then(tellOfTrouble));

  function tellOfTrouble() {
    if (readTrouble() !== 'blocked') return;
    draw(
      <Suspense>
        <BlockedScreen />
      </Suspense>,
    );
  }

  let root: Root | null = null;
  /** Draws a screen in place of what the page shows. */
  function draw(screen: ReactNode): void {
    takeOverPage();
    if (!root) element.replaceChildren();
    root ??= createRoot(element);
    root.render(screen);
  }

  const prepared = chooseServer().then((server) => prepareApp({ server }));
  try {
    const [app] = await Promise.all([prepared, words]).finally(stopTelling);
    const written = prerenderedRoute();
    // Drawn before its page is there, the app would be drawn twice, the first time with nothing in it.
    await app.router.load();
    if (written && written === app.router.state.matches.at(-1)?.routeId)
      hydrateRoot(element, <WholeApp {...app} />);
    else draw(<WholeApp {...app} />);
  } catch (error) {
    // The screen has no words before: drawn without them, it would be white.
    await words;
    // Without a screen for it, a device that refuses storage would leave the page white.
    draw(<Crash />);
    throw error;
  }
}

/** The styles read the chosen look from the root element, so it must stand there before anything is drawn. */
function followLook(): void {
  applyLook();
  usePreferences.subscribe(applyLook);
}

function applyLook(): void {
  const { textSize, textSpacing, contrast } = usePreferences.getState();
  Object.assign(document.documentElement.dataset, { textSize, textSpacing, contrast });
}
