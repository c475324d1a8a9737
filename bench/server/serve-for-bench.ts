import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { listWaiting } from '../../server/office/waiting.ts';
import { openContext } from '../../server/open-context.ts';
import { terminalWatch } from '../../server/operations/watch.ts';

const WAITING_PAGE = 50;

/** The server as its settings say, on any port, without the pages. The office's list is asked as a clerk's page asks for it, without a clerk's session. */
const config = readConfig(process.env);
if (Array.isArray(config)) throw new Error(config.join('\n'));
const context = await openContext(config, terminalWatch);
if (typeof context === 'string') throw new Error(context);
const app = createApp(context);

const server = createServer(
  getRequestListener(async (request) => {
    if (new URL(request.url).pathname !== '/waiting') return app(request);
    return Response.json(await listWaiting(context.db, { after: null, limit: WAITING_PAGE }));
  }),
);
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
