import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { type FaultyProxy, startProxy } from './proxy.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';

/** Each Playwright worker has ports of its own: two of them may run an installation at the same time. */
const PORT = 4390 + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const PORTS_BEHIND = [PORT + 1, PORT + 2];
export const ROOT = join(import.meta.dirname, '../..');
export const ORIGIN = `http://localhost:${PORT}`;

/** The reference server, installed at `ORIGIN`. */
export interface Installation {
  env: Record<string, string>;
  start(): Promise<unknown>;
  /** Stops the server as an operator does, by SIGTERM. */
  stop(): Promise<unknown>;
  /** Kills the server, and removes all that it stored. */
  takeAway(): Promise<void>;
}

export interface InstallationOnPostgres extends Installation {
  processes: ServerProcess[];
  proxy: FaultyProxy;
}

/** A test that waits for a clerk's answer need not wait for the minute in which the clerk can take it back. */
const NO_UNDO = { BALCAO_UNDO_SECONDS: '0' };

/** Installs the server as `npm run server` does: one process with the embedded database. */
export async function installEmbedded(settings: Record<string, string> = NO_UNDO): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'e-clic-server-'));
  const env = { ...settings, DATA_DIR: folder, DATABASE_URL: '' };
  const { start, kill } = serverAt(PORT, env);
  return {
    env,
    start,
    stop: () => kill('SIGTERM'),
    async takeAway() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Installs the server on PostgreSQL, with two processes behind one port. Returns null where PostgreSQL is not installed. */
export async function installOnPostgres(): Promise<InstallationOnPostgres | null> {
  const postgres = await startThrowawayPostgres();
  if (!postgres) return null;
  const secret = { SECRET: randomBytes(32).toString('base64'), SIGN_IN: 'simulator' };
  const env = { ...NO_UNDO, DATABASE_URL: postgres.url, ...secret };
  const processes = PORTS_BEHIND.map((port) => serverAt(port, env));
  const proxy = await startProxy(PORT, PORTS_BEHIND);
  const each = (move: (server: ServerProcess) => Promise<void>) => Promise.all(processes.map(move));
  return {
    env,
    processes,
    proxy,
    start: () => each(({ start }) => start()),
    stop: () => each(({ kill }) => kill('SIGTERM')),
    async takeAway() {
      await each(({ kill }) => kill());
      await proxy.stop();
      await postgres.stop();
    },
  };
}

/** Adds a clerk, and returns the first password, which is printed only once. */
export function addClerk(env: Record<string, string>, userName: string, name = userName): string {
  return /Password: +(\S+)/.exec(runOffice(env, 'add-clerk', userName, '--name', name))?.[1] ?? '';
}

/** Runs an office command, and returns what it prints. */
export function runOffice(env: Record<string, string>, ...args: string[]): string {
  const program = ['--import', 'tsx', 'server/main.ts', 'office', ...args];
  return String(execFileSync(process.execPath, program, { cwd: ROOT, env: { ...process.env, ...env } }));
}

function serverAt(port: number, env: Record<string, string>): ServerProcess {
  return createServerProcess({
    args: ['--import', 'tsx', 'server/main.ts'],
    cwd: ROOT,
    env: { ...env, PORT: String(port) },
    probe: `http://localhost:${port}/api/v1/session`,
  });
}
