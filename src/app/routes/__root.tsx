import { createRootRouteWithContext, Outlet, type ParsedLocation } from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell.tsx';
import type { Services } from '../shell/services.ts';

interface RouterContext {
  services: Services;
  /** Resolves when the page can be drawn. Until then, and where it cannot be drawn, the page before stays. */
  holdNavigation: (next: ParsedLocation, isPreload: boolean) => Promise<void>;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  beforeLoad: ({ context, location, preload }) => context.holdNavigation(location, preload),
  component: () => (
    <AppShell>
      <Outlet />
    </AppShell>
  ),
});
