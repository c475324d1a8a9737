import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepBuild } from '../src/app/device/worker/keep-build.ts';
import { systemClock } from '../src/lib/clock.ts';
import { createMemoryCaches } from '../testing/memory-caches.ts';

const BUILD_MS = 300_000;
const SOURCES = ['build', 'contract', 'domain', 'locales', 'public', 'serving', 'shared', 'src'];
const FILES = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

interface Build {
  id: string;
  folder: string;
}

let home: string;
let standing: Build;

/** Builds a copy of the project, in which a word or a line may be changed. */
async function build(name: string, change?: { file: string; from: string; to: string }): Promise<Build> {
  if (change) {
    const file = join(home, change.file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(change.from);
    writeFileSync(file, text.replace(change.from, change.to));
    await runBuild(name);
    writeFileSync(file, text);
  } else await runBuild(name);
  const folder = join(home, name);
  const [id = ''] = readdirSync(join(folder, 'assets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return { id, folder };
}

async function runBuild(name: string): Promise<void> {
  // The build is the one for people, and not the one for tests.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  await promisify(execFile)('npx', ['vite', 'build', '--logLevel=warn', '--outDir', name], {
    cwd: home,
    env,
  });
}

/** Tells what a device that has the standing build fetches for the newer one: the worker, and what the worker fetches, in bytes as they are sent. */
async function update(newer: Build): Promise<{ paths: string[]; bytes: number }> {
  const caches = createMemoryCaches();
  await keepBuild({ buildId: standing.id, caches, fetch: serve(standing.folder, []), clock: systemClock });
  const fetched: string[] = [];
  await keepBuild({ buildId: newer.id, caches, fetch: serve(newer.folder, fetched), clock: systemClock });
  const sizes = ['sw.js', ...fetched].map((path) => {
    const file = join(newer.folder, path);
    return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
  });
  const paths = fetched.map((path) => path.replace(newer.id, '*')).sort();
  return { paths, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function serve(folder: string, fetched: string[]) {
  return async (asked: string | Request): Promise<Response> => {
    const path = `${asked}`.slice(1);
    fetched.push(path);
    return new Response(readFileSync(join(folder, path)));
  };
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'e-clic-update-'));
  for (const source of [...SOURCES, ...FILES]) cpSync(source, join(home, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  standing = await build('dist');
}, BUILD_MS);

afterAll(() => rmSync(home, { recursive: true, force: true }));

const ALWAYS = ['app.html', 'assets/*/files.json'];

test(
  'an update in which nothing has changed is none: the same sources make the same build',
  async () => {
    expect((await build('again')).id).toBe(standing.id);
  },
  BUILD_MS,
);

test(
  'an update in which a word has changed fetches the words of that page, and what stands in its HTML',
  async () => {
    const { paths, bytes } = await update(
      await build('word', {
        file: 'locales/pt-PT/help.json',
        from: 'Procure uma palavra',
        to: 'Escreva uma palavra',
      }),
    );
    console.log(`a word changed: ${bytes} bytes in ${paths.length + 1} files`);
    expect(paths).toEqual(['ajuda.html', ...ALWAYS, 'assets/*/texts/pt-PT/help.json'].sort());
  },
  BUILD_MS,
);

test(
  'an update in which a module has changed fetches the file that it is in',
  async () => {
    const { paths, bytes } = await update(
      await build('module', {
        file: 'src/features/settings/erase-all.tsx',
        from: 'useErasing.setState({ isErasing: true });',
        to: "useErasing.setState({ isErasing: true });\n    performance.mark('erasing');",
      }),
    );
    console.log(`a module changed: ${bytes} bytes in ${paths.length + 1} files`);
    expect(paths).toEqual([...ALWAYS, 'assets/*/definicoes.js'].sort());
  },
  BUILD_MS,
);
