import { type App, createApp } from './app.ts';
import { BALCAO_PATH, createBalcao } from './balcao/balcao.tsx';
import { belowPath } from './below-path.ts';
import type { Context } from './context.ts';
import { createOfficeApi } from './office-api/office-api.ts';
import { OFFICE_API_PATH } from './office-api/office-env.ts';

/** All that this server answers: the contract for the app, the office's API for its programs, Balcão for clerks. */
export function createSite(context: Context): App {
  const app = createApp(context);
  const rooms = [
    [OFFICE_API_PATH, createOfficeApi(context)],
    [BALCAO_PATH, createBalcao(context)],
  ] as const;
  const site: App = (request, bindings) => {
    const { pathname } = new URL(request.url);
    const room = rooms.find(([root]) => pathname === root || pathname.startsWith(`${root}/`));
    return (room?.[1] ?? app)(request, bindings);
  };
  return belowPath(site, context.basePath);
}
