import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort, serverAt } from '../../contract/conformance/local-server.ts';
import type { Server } from '../../contract/server.ts';

const PROGRAM = fileURLToPath(new URL('../main.ts', import.meta.url));
/** Tells tsx how to compile pages: a process that starts in another folder does not find this file. */
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const TSX = import.meta.resolve('tsx');

export interface MainProcess {
  port: number;
  server: Server;
  /** Every line that the process has written, read as JSON. */
  log: Record<string, unknown>[];
  askToStop(): void;
  /** Kills the process in the middle of whatever it does. */
  kill(): void;
  /** Resolves to the exit code. */
  ended: Promise<unknown>;
}

export interface Home {
  folder: string;
  /**
   * Starts the server with these settings as it is deployed, and waits until its log says `until`. It can start again over the same data once the earlier
   * process has ended.
   */
  start(env?: Record<string, string>, until?: string): Promise<MainProcess>;
  remove(): void;
}

/** Makes a folder in which the server finds a built app and keeps its data. */
export function createHome(origin: string): Home {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-home-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'app.html'), '<!doctype html><title>e-Clic</title>');
  let child: ChildProcess | null = null;
  return {
    folder,
    async start(env = {}, until = 'e-Clic is at') {
      const port = await freePort();
      const settings = { PORT: String(port), ORIGIN: origin, DATA_DIR: 'data', ...env };
      child = spawn(process.execPath, ['--import', TSX, PROGRAM], {
        cwd: folder,
        env: { PATH: process.env.PATH, TSX_TSCONFIG_PATH: TSCONFIG, ...settings },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const started = child;
      const ended = once(started, 'exit').then(([code]) => code);
      const log: Record<string, unknown>[] = [];
      await readLog(started, log, until);
      return {
        port,
        log,
        ended,
        askToStop: () => void started.kill('SIGTERM'),
        kill: () => void started.kill('SIGKILL'),
        server: serverAt(port, origin),
      };
    },
    remove() {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readLog(child: ChildProcess, log: Record<string, unknown>[], until: string): Promise<void> {
  if (!child.stdout) throw new Error('Nobody hears it');
  const lines = createInterface(child.stdout);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended by itself: ${code}`)));
    lines.on('line', (line) => {
      const told: Record<string, unknown> = JSON.parse(line);
      log.push(told);
      if (String(told.msg).startsWith(until)) resolve();
    });
  });
}
