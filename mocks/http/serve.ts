import type { Server as HttpServer } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { buildFolder, buildIfStale } from '../../src/lib/serving/build-if-stale.ts';
import { readPlace } from '../../src/lib/serving/known-hosts.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createAppServer } from './app-server.ts';
import { createFolderStore } from './folder-store.ts';

const DEFAULT_PORTS = { demo: 4173, http: 4174 } as const;
const PORT_MAX = 65_535;
/** For answers that are on their way when the process is asked to stop. */
const STOP_WITHIN_MS = 2000;

type Mode = keyof typeof DEFAULT_PORTS;

/** `demo`: the app with the pretend server inside. `http`: the production app and the pretend server behind real HTTP. */
async function serve(mode: Mode): Promise<void> {
  const port = readPort(mode);
  const buildMode = mode === 'demo' ? 'demo' : 'production';
  const { listenAt, names, origin } = readPlace(process.env);
  // Before the build, which would take the files away from whoever serves them at that port.
  await requireFreePort(port, listenAt);
  await buildIfStale(buildMode);
  const folder = buildFolder(buildMode);
  const address = origin ?? `http://${names[0] ?? 'localhost'}:${port}`;
  const server = createAppServer(folder, mode === 'demo' ? undefined : createApi(), {
    origin,
    names,
    reportsTo: process.env.CSP_REPORTS || null,
  });
  listen(server, port, listenAt, () => console.log(`e-Clic is at ${address}`));
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

function requireFreePort(port: number, listenAt: string): Promise<void> {
  return new Promise((resolve) => {
    const probe = createServer();
    giveUpIfTaken(probe, port);
    probe.listen(port, listenAt, () => probe.close(() => resolve()));
  });
}

function giveUpIfTaken(server: NetServer, port: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL') giveUp('HOST must be an address of this machine.');
    if (error.code !== 'EADDRINUSE') throw error;
    giveUp(`Port ${port} is taken. Stop what listens there, or choose another with PORT=${port + 10}`);
  });
}

function listen(server: HttpServer, port: number, listenAt: string, onReady: () => void): void {
  giveUpIfTaken(server, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
  server.listen(port, listenAt, () => {
    // What no listener can catch, such as a file that goes while it is being sent, is one person's answer and not the service.
    process.on('uncaughtException', (error) => console.error(error));
    onReady();
  });
}

function stop(server: HttpServer): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
}

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const mode = process.argv[2];
if (mode === 'demo' || mode === 'http') await serve(mode);
else giveUp('Say what to serve: tsx mocks/http/serve.ts demo, or tsx mocks/http/serve.ts http');
