import { buildIfStale } from '../../build/build-if-stale.ts';
import { buildFolder } from '../../serving/build-folder.ts';
import { readListenAddress } from '../../serving/known-hosts.ts';
import { giveUp, listen, requireFreePort } from '../../serving/listen.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createAppServer } from './app-server.ts';
import { createFolderStore } from './folder-store.ts';

const DEFAULT_PORTS = { demo: 4173, http: 4174 } as const;
const PORT_MAX = 65_535;

type Mode = keyof typeof DEFAULT_PORTS;

/** Serves the app: `demo` with the pretend server in the page, `http` as in production, with the pretend server behind real HTTP. */
async function serve(mode: Mode): Promise<void> {
  const port = readPort(mode);
  const buildMode = mode === 'demo' ? 'demo' : 'production';
  const { listenAt, names, origin } = readListenAddress(process.env);
  // The port is checked before the build, which would take the files away from a process that serves them at that port.
  await requireFreePort(port, listenAt);
  await buildIfStale(buildMode);
  const folder = buildFolder(buildMode);
  const address = origin ?? `http://${names[0] ?? 'localhost'}:${port}`;
  const server = createAppServer(folder, mode === 'demo' ? undefined : createApi(), {
    origin,
    names,
    reportsTo: process.env.CSP_REPORTS || null,
  });
  listen(server, port, listenAt, { onReady: () => console.log(`e-Clic is at ${address}`) });
}

function createApi() {
  const dataDir = process.env.DATA_DIR;
  const store = dataDir ? createFolderStore(dataDir) : createMemoryStore();
  return createMockServer(store, Date.now, { onBug: (error) => console.error(error) });
}

function readPort(mode: Mode): number {
  const port = process.env.PORT ? Number(process.env.PORT) : DEFAULT_PORTS[mode];
  if (Number.isInteger(port) && port > 0 && port <= PORT_MAX) return port;
  return giveUp(`PORT must be a number from 1 to ${PORT_MAX}, not «${process.env.PORT}».`);
}

const mode = process.argv[2];
if (mode === 'demo' || mode === 'http') await serve(mode);
else giveUp('Say what to serve: tsx mocks/http/serve.ts demo, or tsx mocks/http/serve.ts http');
