import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell.tsx';
import type { Services } from '../shell/services.ts';

export const Route = createRootRouteWithContext<{ services: Services }>()({ component: Root });

function Root() {
  const services = Route.useRouteContext({ select: (context) => context.services });
  return (
    <AppShell services={services}>
      <Outlet />
    </AppShell>
  );
}
