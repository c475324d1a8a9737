import { hasLeft, leavePage } from '../../../shared/page-leaving.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { useSession } from '../../state/session.ts';

/** Events that a page must not act upon once it was left: its databases are closed, and what it holds may be out of date when it comes back. */
const UNHEARD = ['pagehide', 'visibilitychange', 'online'] as const;

const stop = (event: Event) => event.stopImmediatePropagation();

/** What a browser window provides; tests pass their own. */
interface PageSurroundings {
  page?: Pick<Window, 'addEventListener'>;
  reload?: () => void;
}

/**
 * A browser may keep a page that is left for another document, and show it again at *Back* as it was. A database that such a page still uses
 * is closed to every other page in some browsers, and in others never answers the page itself again. So a page is over when it is left, and is
 * loaded anew when it is shown again. By then its editors have saved their last words.
 */
export function followBackForwardCache({
  page = window,
  reload = () => window.location.reload(),
}: PageSurroundings = {}): void {
  page.addEventListener('pagehide', ({ persisted }) => {
    // A database in memory exists only in this page, which keeps it when it comes back.
    if (!persisted || isMemoryOnly()) return;
    leavePage();
    for (const name of UNHEARD) page.addEventListener(name, stop, { capture: true });
    // On a shared device it may be the next person who presses *Back*.
    if (useSession.getState().isShared) document.body.hidden = true;
  });
  page.addEventListener('pageshow', () => {
    if (!hasLeft()) return;
    // What is typed before the new page comes would be lost.
    document.body.inert = true;
    reload();
  });
}
