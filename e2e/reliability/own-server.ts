import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { giveId } from '../../build/build-id.ts';
import { writeFileList } from '../../build/file-list.ts';
import type { DemoState } from '../../src/api/demo-calls.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The program lies as deep as its source files, since it finds `mocks/cmd` from its own place. */
const PROGRAM = 'compiled/mocks/http/serve.mjs';
const SOURCE = join(ROOT, 'mocks/http/serve.ts');

export interface OwnServer extends ServerProcess {
  origin: string;
  state(): Promise<DemoState>;
  post(path: string, body: unknown): Promise<void>;
  /** Puts a newer build in the place of this one: the same app, with a mark in its pages, under another id. */
  deployNewBuild(): void;
  close(): Promise<void>;
}

let compiled: Promise<string> | null = null;

/** The pretend server as one text of JavaScript, made once in a process: it starts in half the time that its many files take with a compiler. */
function compileServer(): Promise<string> {
  compiled ??= bundle();
  return compiled;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: SOURCE, write: false },
  });
  const [entry] = 'output' in built ? built.output : [];
  if (!entry) throw new Error('The pretend server was not built');
  return entry.code;
}

function listFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Starts the production app and the pretend server on a port and in a folder of their own; a test can stop and start them. `settings` are further settings of
 * `npm run start:http`.
 */
export async function startOwnServer(
  port: number,
  settings: Record<string, string> = {},
): Promise<OwnServer> {
  const origin = `http://localhost:${port}`;
  const home = mkdtempSync(join(tmpdir(), 'e-clic-'));
  const dist = join(home, 'dist');
  // The server compares the times of files to know which compressed form belongs to a file.
  cpSync(join(ROOT, 'dist'), dist, { recursive: true, preserveTimestamps: true });
  for (const name of ['mocks', 'node_modules']) symlinkSync(join(ROOT, name), join(home, name));
  const program = join(home, PROGRAM);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, await compileServer());
  const { start, kill } = createServerProcess({
    args: [program, 'http'],
    cwd: home,
    env: { ...settings, PORT: String(port), DATA_DIR: join(home, 'data') },
    probe: `${origin}/demo/state`,
  });

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
      const [older] = listFolders(join(dist, 'assets'));
      if (older === undefined) throw new Error('The build has no folder of its own');
      const standing = join(dist, 'assets', older);
      cpSync(standing, join(home, older), { recursive: true, preserveTimestamps: true });
      writeFileList(dist, giveId(dist, older));
      // Open tabs still ask for files of the older build.
      cpSync(join(home, older), standing, { recursive: true, preserveTimestamps: true });
    },
    async close() {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
