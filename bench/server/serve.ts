import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getRequestListener } from '@hono/node-server';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { readConfig } from '../../server/config.ts';
import { openContext } from '../../server/open-context.ts';
import { terminalWatch } from '../../server/operations/watch.ts';
import { createSite } from '../../server/site.ts';
import { createSiteServer } from '../../serving/site-server.ts';

/** The figures since the process was last asked for them. */
export interface Condition {
  heldMs: number;
  memoryMb: number;
}

const MIB = 1024 * 1024;
/** To ask how much memory there is takes half a millisecond of the thread that is measured. */
const LOOKED_AT_EACH_MS = 200;
const SCRIPT_BYTES = 200_000;

/** Starts the server with the settings of its environment on any port, with a page and a script of about the app's size in the place of the app. */
const config = readConfig(process.env);
if (Array.isArray(config)) throw new Error(config.join('\n'));
const context = await openContext(config, terminalWatch);
if (typeof context === 'string') throw new Error(context);
const folder = mkdtempSync(join(tmpdir(), 'eclic-site-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>e-Clic</title>');
writeFileSync(join(folder, 'assets', 'app.js'), '/'.repeat(SCRIPT_BYTES));

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let mostMemory = 0;
setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
}, LOOKED_AT_EACH_MS);
process.on('message', () => {
  process.send?.({ heldMs: loop.max / 1e6, memoryMb: mostMemory / MIB } satisfies Condition);
  loop.reset();
  mostMemory = 0;
});

const server = createSiteServer(folder, getRequestListener(createSite(context)));
process.on('disconnect', () => process.exit());
process.send?.(await listenAnywhere(server));
