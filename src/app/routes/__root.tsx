import { createRootRouteWithContext, Outlet, type ParsedLocation } from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell.tsx';
import type { Services } from '../shell/services.ts';

/** What the router says of the way to a page. `abortController` is aborted once the citizen has gone another way. */
export interface Navigation {
  location: ParsedLocation;
  preload: boolean;
  abortController: AbortController;
}

interface RouterContext {
  services: Services;
  /** Resolves when the page can be drawn. Until then, and where it cannot be drawn, the page before stays. */
  holdNavigation: (navigation: Navigation) => Promise<void>;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  beforeLoad: (navigation) => navigation.context.holdNavigation(navigation),
  component: () => (
    <AppShell>
      <Outlet />
    </AppShell>
  ),
});
