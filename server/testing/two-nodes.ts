import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../contract/conformance/local-server.ts';
import { START_MS } from './start-ms.ts';
import { findNobody, findPrograms } from './throwaway-postgres.ts';

const RECIPE = join(import.meta.dirname, '../../ops/two-nodes');
const PROGRAMS = ['/usr/bin/etcd', '/usr/bin/patroni', '/usr/sbin/haproxy', '/usr/bin/setpriv'];
const ENDS_BY_ITSELF = ['--pdeathsig', 'TERM', '/usr/bin/timeout', '--kill-after=20', '3600'];
const LOOK_EVERY_MS = 250;
const SAME_WORD = 'of-this-test';

export interface TwoNodes {
  /** The one address that the server knows. */
  url: string;
  /** Kills the leader as if its machine had lost its power. Returns a function that brings it back. */
  killLeader(): Promise<() => void>;
  /** Waits until there is a leader, and another node that has everything the leader has. */
  untilBoth(): Promise<void>;
  stop(): Promise<void>;
}

interface Node {
  name: string;
  port: number;
  restPort: number;
  data: string;
  patroni: ChildProcess;
}

/** Starts the two nodes of `ops/two-nodes` on this machine alone. Returns null where their programs are not installed. */
export async function startTwoNodes(): Promise<TwoNodes | null> {
  const binDir = findPrograms();
  if (binDir === null || !PROGRAMS.every((program) => existsSync(program))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'eclic-nodes-'));
  const owner = findNobody();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const started: ChildProcess[] = [];

  /** Starts a program that ends with this process, however that ends, and by itself after an hour. */
  function start(program: string, options: string[], env: Record<string, string> = {}): ChildProcess {
    const child = spawn('/usr/bin/setpriv', [...ENDS_BY_ITSELF, program, ...options], {
      ...owner,
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...env },
      stdio: 'ignore',
    });
    started.push(child);
    return child;
  }

  const [etcdAt, peersAt, databaseAt] = [await freeAddress(), await freeAddress(), await freeAddress()];
  const cluster = [
    '--initial-advertise-peer-urls',
    `http://${peersAt}`,
    '--initial-cluster',
    `default=http://${peersAt}`,
  ];
  const client = ['--listen-client-urls', `http://${etcdAt}`, '--advertise-client-urls', `http://${etcdAt}`];
  start('/usr/bin/etcd', [
    '--data-dir',
    join(folder, 'etcd'),
    '--listen-peer-urls',
    `http://${peersAt}`,
    ...cluster,
    ...client,
  ]);

  const startPatroni = ({ name, port, restPort, data }: Omit<Node, 'patroni'>): ChildProcess => {
    const users = Object.entries({ SUPERUSER: 'postgres', REPLICATION: 'replicator', REWIND: 'rewinder' });
    return start('/usr/bin/patroni', [join(RECIPE, 'patroni.yml')], {
      PATRONI_NAME: name,
      PATRONI_ETCD3_HOSTS: etcdAt,
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${restPort}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${restPort}`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_DATA_DIR: data,
      PATRONI_POSTGRESQL_BIN_DIR: binDir,
      PATRONI_POSTGRESQL_PGPASS: join(folder, `${name}.pgpass`),
      ...Object.fromEntries(
        users.flatMap(([of, user]) => [
          [`PATRONI_${of}_USERNAME`, user],
          [`PATRONI_${of}_PASSWORD`, SAME_WORD],
        ]),
      ),
    });
  };

  const nodes: Node[] = [];
  for (const name of ['a', 'b']) {
    const place = { name, port: await freePort(), restPort: await freePort(), data: join(folder, name) };
    nodes.push({ ...place, patroni: startPatroni(place) });
  }
  const [a, b] = nodes as [Node, Node];
  start('/usr/sbin/haproxy', ['-db', '-f', join(RECIPE, 'haproxy.cfg')], {
    ECLIC_DATABASE_AT: databaseAt,
    ECLIC_NODE_A: `127.0.0.1:${a.port}`,
    ECLIC_NODE_B: `127.0.0.1:${b.port}`,
    ECLIC_PATRONI_PORT_A: String(a.restPort),
    ECLIC_PATRONI_PORT_B: String(b.restPort),
  });

  const says = (node: Node, what: string) =>
    fetch(`http://127.0.0.1:${node.restPort}/${what}`).then(
      ({ status }) => status === 200,
      () => false,
    );
  async function untilBoth(): Promise<void> {
    const until = Date.now() + START_MS;
    for (;;) {
      if (Date.now() > until) throw new Error('The two nodes did not find each other');
      const said = await Promise.all(
        nodes.flatMap((node) => [says(node, 'primary'), says(node, 'synchronous')]),
      );
      if (said.filter(Boolean).length === 2) return;
      await wait(LOOK_EVERY_MS);
    }
  }
  await untilBoth();
  const url = `postgres://postgres:${SAME_WORD}@${databaseAt}/postgres`;
  await untilAnswered(url);
  return {
    url,
    untilBoth,
    async killLeader() {
      const lead = await Promise.all(nodes.map((node) => says(node, 'primary')));
      const leader = nodes[lead.indexOf(true)];
      if (!leader) throw new Error('There is no leader');
      const [pid = ''] = readFileSync(join(leader.data, 'postmaster.pid'), 'utf8').split('\n');
      const patroni = execFileSync('pgrep', ['-P', String(leader.patroni.pid)], { encoding: 'utf8' });
      for (const each of [patroni, pid]) process.kill(Number(each), 'SIGKILL');
      return () => {
        leader.patroni = startPatroni(leader);
      };
    },
    async stop() {
      // Patroni takes its PostgreSQL along, and asks etcd to the last: etcd was started first and ends last.
      for (const child of started.toReversed()) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([ended, wait(20_000).then(() => child.kill('SIGKILL'))]);
}

async function untilAnswered(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isThere) return;
    await wait(LOOK_EVERY_MS);
  }
}

const freeAddress = async () => `127.0.0.1:${await freePort()}`;
