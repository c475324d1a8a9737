import { useRouteContext } from '@tanstack/react-router';
import type { ApiClient } from '../../api/client.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SessionChanges } from '../session/session-control.ts';

/** What pages may ask of the session. Who is here stands in `state/session.ts`. */
export interface PageSession extends SessionChanges, CurrentDatabase {
  /** Resolves when it is known who is here, and their database is the current one. Opens no database where nobody ever was. */
  whoIsHere(): Promise<void>;
  /** Fetches the code that reads and writes databases, which signing in needs in the end, and the parts of the shell that show who is here. */
  prefetchSessionCode(): void;
}

/** What the router gives to every route. */
export interface Services {
  api: ApiClient;
  clock: Clock;
  session: PageSession;
}

/** The session, for the parts of the shell: they stand around every page. */
export function usePageSession(): PageSession {
  return useRouteContext({ from: '__root__', select: ({ services }) => services.session });
}
