import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { readConfig } from '../../server/config.ts';
import { fillAtStart } from '../../server/fill-at-start.ts';
import { openContext } from '../../server/open-context.ts';
import { terminalWatch } from '../../server/operations/watch.ts';
import { createSite } from '../../server/site.ts';
import { TEST_SECRET } from '../../server/testing/test-context.ts';

/** Starts the server with the settings of its environment on any port, which it tells. */
const config = readConfig({ SECRET: Buffer.from(TEST_SECRET).toString('base64'), ...process.env });
if (Array.isArray(config)) throw new Error(config.join('\n'));
const context = await openContext(config, terminalWatch);
if (typeof context === 'string') throw new Error(context);
await fillAtStart(context, config.signIn);
process.on('disconnect', () => process.exit());
process.send?.(await listenAnywhere(createServer(getRequestListener(createSite(context)))));
