import { type App, createApp } from './app.ts';
import { BALCAO_PATH, createBalcao } from './balcao/balcao.tsx';
import type { Context } from './context.ts';
import { createOfficeApi } from './office-api/office-api.ts';
import { OFFICE_API_PATH } from './office-api/office-env.ts';

/** Matches addresses in our own pages. It cannot match anybody's words: their quotation marks are escaped. */
const OWN_ADDRESS = /\b(href|(?:form)?action|src)="\//g;

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

/** The site answers as if e-Clic stood at the root of its origin; this adds the base path to the addresses in its answers. */
export function belowPath(site: App, basePath: string): App {
  if (basePath === '') return site;
  return async (request, bindings) => {
    const answer = await site(request, bindings);
    const headers = new Headers(answer.headers);
    const location = headers.get('Location');
    if (location?.startsWith('/')) headers.set('Location', basePath + location);
    // This would empty the whole origin, on which others stand as well; the app erases its own by itself.
    headers.delete('Clear-Site-Data');
    headers.delete('Set-Cookie');
    for (const cookie of answer.headers.getSetCookie())
      headers.append('Set-Cookie', cookie.replace(/; Path=(\/[^;]+)/i, `; Path=${basePath}$1`));
    const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
    const body = isPage ? (await answer.text()).replace(OWN_ADDRESS, `$1="${basePath}/`) : answer.body;
    return new Response(body, { status: answer.status, headers });
  };
}
