import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 30_000;

interface DemoState {
  requests: {
    id: string;
    reference: string;
    description: string;
    commits: number;
    attachments: { sha256: string }[];
  }[];
  uploads: { id: string; size: number; bytesReceived: number }[];
}

export interface OwnServer {
  origin: string;
  /** As a power cut: nothing is told, nothing is finished. */
  kill(): Promise<void>;
  /** Again, on the same port and the same memory. */
  start(): Promise<void>;
  state(): Promise<DemoState>;
  post(path: string, body: unknown): Promise<void>;
  /** Puts a newer build in the place of this one: the same app, with a mark in its page and a new worker. */
  deployNewBuild(): void;
  close(): Promise<void>;
}

/** The production app and the pretend server on a port and in a folder of their own, to be stopped and started as a test likes. */
export async function startOwnServer(port: number): Promise<OwnServer> {
  const origin = `http://localhost:${port}`;
  const home = mkdtempSync(join(tmpdir(), 'e-clic-'));
  const dist = join(home, 'dist');
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  for (const name of ['mocks', 'node_modules']) symlinkSync(join(ROOT, name), join(home, name));
  let child: ChildProcess | null = null;

  const isUp = () =>
    fetch(`${origin}/demo/state`).then(
      (response) => response.ok,
      () => false,
    );

  async function start(): Promise<void> {
    if (await isUp()) throw new Error(`Something else answers at ${origin}`);
    child = spawn(process.execPath, ['--import', 'tsx', 'mocks/http/serve.ts', 'http'], {
      cwd: home,
      env: { ...process.env, PORT: String(port), DATA_DIR: join(home, 'data') },
      stdio: 'ignore',
    });
    const until = Date.now() + START_MS;
    while (Date.now() < until) {
      if (await isUp()) return;
      await wait(100);
    }
    throw new Error(`The server at ${origin} did not start`);
  }

  async function kill(): Promise<void> {
    if (!child) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    child = null;
  }

  await start();
  return {
    origin,
    kill,
    start,
    state: async () => (await (await fetch(`${origin}/demo/state`)).json()) as DemoState,
    async post(path, body) {
      const response = await fetch(`${origin}/demo/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`/demo/${path}: ${response.status}`);
    },
    deployNewBuild() {
      const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
      for (const page of files.filter((file) => file.endsWith('.html')).map((file) => join(dist, file))) {
        const html = readFileSync(page, 'utf8');
        writeFileSync(page, html.replace('</head>', '<meta name="build" content="new"></head>'));
      }
      const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
      const renewed = worker.replace(
        /(url:\s*["'`][^"'`]+\.html["'`],\s*revision:\s*["'`])[0-9a-f]+/g,
        '$1new',
      );
      const swapped = renewed.replace(
        /(revision:\s*["'`])[0-9a-f]+(["'`],\s*url:\s*["'`][^"'`]+\.html)/g,
        '$1new$2',
      );
      if (swapped === worker) throw new Error('The worker names no page');
      writeFileSync(join(dist, 'sw.js'), swapped);
    },
    async close() {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
