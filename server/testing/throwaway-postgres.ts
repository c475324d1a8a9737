import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const USER = 'eclic';
const START_MS = 30_000;
const DEBIAN = '/usr/lib/postgresql';

export interface ThrowawayPostgres {
  url: string;
  /** The folder with the socket at which PostgreSQL listens; `programs` is the folder of its programs. */
  folder: string;
  programs: string;
  stop(): Promise<void>;
}

/** A test's rows need not outlive a power cut. */
const FOR_TESTS = ['fsync=off'];

/** Starts PostgreSQL in a folder of its own, without a port. Returns null where PostgreSQL is not installed. */
export async function startThrowawayPostgres(
  settings: readonly string[] = FOR_TESTS,
  parent = tmpdir(),
): Promise<ThrowawayPostgres | null> {
  const programs = findPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(parent, 'eclic-pg-'));
  // PostgreSQL refuses to be run by root.
  const owner = findNobody();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(programs, 'initdb'), initdb, { ...owner, stdio: 'ignore', cwd: folder });
  const all = ['listen_addresses=', `unix_socket_directories=${folder}`, ...settings];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...all.flatMap((setting) => ['-c', setting])],
    { ...owner, stdio: 'ignore', cwd: folder },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const kill = () => server.kill('SIGQUIT');
  // A run that fails must not leave PostgreSQL behind.
  process.once('exit', kill);
  const url = `postgres://${USER}@localhost/postgres?host=${folder}`;
  await untilUp(url);
  return {
    url,
    folder,
    programs,
    async stop() {
      process.off('exit', kill);
      kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilUp(url: string): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(50);
    }
  }
}

/** Debian installs versions side by side, in folders that are in nobody's path. */
export function findPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'));
  const folders = [...newest, ...(process.env.PATH ?? '').split(':')];
  const complete = (folder: string) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
  return folders.find(complete) ?? null;
}

/** Returns the user who may do nothing on this machine; null: only root can become that user. */
export function findNobody(): { uid: number; gid: number } | null {
  return process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null;
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}
