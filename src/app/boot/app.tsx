import { RouterProvider } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { ApiContext } from '../../api/api-context.ts';
import { DatabaseContext } from '../../db/core/database-context.ts';
import type { PreparedApp } from './prepare-app.ts';

export function App({ services, scope, router }: PreparedApp) {
  const db = useSyncExternalStore(scope.subscribe, scope.database);
  return (
    <ApiContext value={services.api}>
      <DatabaseContext value={db}>
        <RouterProvider router={router} />
      </DatabaseContext>
    </ApiContext>
  );
}
