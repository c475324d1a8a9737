import { hasLeft, leavePage } from '../../../shared/page-leaving.ts';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { useSession } from '../../state/session.ts';

/** What a page that is over must not act upon: its databases are closed, and what it held when it was left may be old by now. */
const UNHEARD = ['pagehide', 'visibilitychange', 'online'] as const;

const stop = (event: Event) => event.stopImmediatePropagation();

/** What the browser gives; tests bring their own. */
interface PageSurroundings {
  page?: Pick<Window, 'addEventListener'>;
  reload?: () => void;
}

/**
 * A browser may keep a page that is left for another document, and show it again at *Back* as it was. A database that such a page still uses
 * is closed to every other page in some browsers, and in others never answers the page itself again. So the page is over when it is left,
 * and one that is shown again is loaded anew. Editors have put their last words down by then.
 */
export function followBackForwardCache({
  page = window,
  reload = () => window.location.reload(),
}: PageSurroundings = {}): void {
  page.addEventListener('pagehide', ({ persisted }) => {
    // A memory that ends with the page is in the page that comes back, and nowhere else.
    if (!persisted || readTrouble() === 'memoryOnly') return;
    leavePage();
    for (const name of UNHEARD) page.addEventListener(name, stop, { capture: true });
    // On a shared device it may be the next person who presses *Back*.
    const { citizen, isInTab } = useSession.getState();
    if (citizen?.shared || isInTab) document.body.hidden = true;
  });
  page.addEventListener('pageshow', () => {
    if (!hasLeft()) return;
    // Until the new page comes nothing would keep what is typed.
    document.body.inert = true;
    reload();
  });
}
