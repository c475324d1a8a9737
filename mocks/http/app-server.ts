import type { Server as HttpServer } from 'node:http';
import { problem } from '../../contract/problem.ts';
import type { Server } from '../../contract/server.ts';
import { createSiteServer, type SiteOptions } from '../../serving/site-server.ts';
import { createApiListener } from './pretend-api.ts';

/** The demonstration has its server in the page, so this one answers no call. */
const nobody: Server = async () => problem('not-found');

export interface AppServerOptions extends Omit<SiteOptions, 'hasSimulator'> {
  /** The address that people see when a proxy is in front. */
  origin?: string | null;
}

/** Serves a built app with its headers, the simulated provider, and the pretend server, if there is one, on one port. */
export function createAppServer(
  folder: string,
  api: Server = nobody,
  { origin = null, ...options }: AppServerOptions = {},
): HttpServer {
  return createSiteServer(folder, createApiListener(api, origin), options);
}
