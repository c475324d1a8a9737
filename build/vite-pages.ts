import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Plugin, Rolldown } from 'vite';
import { EMPTY_PAGE } from '../shared/empty-page.ts';
import { SOURCE_LANGUAGE } from '../src/state/kept-preferences.ts';
import { basePath } from './base-path.ts';
import { BUILD_TARGET } from './browser-line/browser-line.ts';
import { BUILD_FOLDER } from './build-id.ts';
import { bundleFile } from './bundle-file.ts';
import { parseTexts } from './hold-together.ts';
import type { RenderedPage } from './render-pages.tsx';

const ROOT = join(import.meta.dirname, '..');

/** The oldest JavaScript that the build can write. */
const OLDEST = 'es2015';

/**
 * The address that is drawn in each file; servers answer `/ajuda` with `ajuda.html`. A page with `needs` is only for visitors whose address has this
 * parameter.
 */
const PAGES: Readonly<Record<string, { address: string; needs?: string }>> = {
  'index.html': { address: '/entrar' },
  'entrar.html': { address: '/entrar' },
  'rascunhos/novo.html': { address: '/rascunhos/novo?convidado=sim', needs: 'convidado' },
  'ajuda.html': { address: '/ajuda' },
  'acessibilidade.html': { address: '/acessibilidade' },
  'privacidade.html': { address: '/privacidade' },
  'contactos.html': { address: '/contactos' },
  'glossario.html': { address: '/glossario' },
};

/** Writes these pages at build time, since what people need first is text. The app takes them over when it has come. */
export function pages(mode: string): Plugin {
  return {
    name: 'eclic-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') throw new Error('The build wrote no index.html');
        const emitScript = async (name: string, target: string | string[]) => {
          const source = await bundleScript(mode, name, target);
          const fileName = `${BUILD_FOLDER}/${name}.js`;
          this.emitFile({ type: 'asset', fileName, source });
          return `${basePath}/${fileName}`;
        };
        const watched = watch(String(index.source), await emitScript('watch-start', OLDEST));
        // The empty value says that no route drew this page, which waits for the app as the others do.
        const empty = watched.replace('<html ', '<html data-written="" ');
        const withSession = empty.replace('</head>', () => `${preloadsOfSession(bundle)}</head>`);
        this.emitFile({ type: 'asset', fileName: EMPTY_PAGE, source: withSession });
        const template = putFirst(
          watched,
          `<script src="${await emitScript('head-script', BUILD_TARGET)}"></script>`,
        );
        const addresses = [...new Set(Object.values(PAGES).map(({ address }) => address))];
        const drawn = await draw(mode, addresses);
        requireStyles([...drawn.values()], bundle);
        for (const [fileName, { address, needs }] of Object.entries(PAGES)) {
          const page = drawn.get(address);
          if (!page) throw new Error(`Nothing was drawn for ${address}`);
          const source = fill(template, page, needs, preloadsOf(page, watched, bundle));
          if (fileName === index.fileName) index.source = source;
          else this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  };
}

/** Throws where a class of a module is drawn that the styles do not name so: the app would not mend it when it takes the page over. */
function requireStyles(drawn: readonly RenderedPage[], bundle: Rolldown.OutputBundle): void {
  const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
  const rules = sheets.map((sheet) => (sheet.type === 'asset' ? sheet.source : '')).join('\n');
  const html = drawn.map((page) => page.html).join('');
  const classes = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
  const bare = classes.find((name) => name.includes('_') && !rules.includes(`.${name}`));
  if (bare !== undefined) throw new Error(`A drawn page has the class ${bare}, which has no style`);
}

/** Adds the script that watches the start. It runs before the app, since deferred scripts run in the order of the page, and it delays nothing that is seen. */
function watch(html: string, file: string): string {
  return html.replace('<script type="module"', (app) => `<script defer src="${file}"></script>\n    ${app}`);
}

/** Puts the script first in the head, and the style sheet after it: nothing is seen before these two have come, and the app is not needed for it. */
function putFirst(html: string, script: string): string {
  const [look = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
  return html
    .replace(look, '')
    .replace(/<meta charset="[^"]*" \/>/, (charset) => `${charset}\n    ${script}\n    ${look}`);
}

function fill(template: string, page: RenderedPage, needs: string | undefined, preloads: string): string {
  const state = `data-written="${page.routeId}"${needs ? ` data-needs="${needs}"` : ''}`;
  return (
    template
      .replace('<html ', () => `<html ${state} `)
      .replace(/<title>.*<\/title>/, () => `<title>${page.title}</title>${preloads}`)
      // The notice of a late start comes folded here: unfolded, it would take away the line that a person is reading.
      .replaceAll(/(<details [^>]*) open>/g, '$1>')
      .replace('<div id="app"></div>', () => `<div id="app">${page.html}</div>`)
  );
}

/** Returns links that preload what the app needs for this page beside what it needs for all. */
function preloadsOf({ routeId, words }: RenderedPage, html: string, bundle: Rolldown.OutputBundle): string {
  const file = `src/app/routes${routeId.endsWith('/') ? `${routeId}index` : routeId}.tsx?tsr-split`;
  const code = modulePreloads(bundle, file, ({ facadeModuleId }) => facadeModuleId?.includes(file) === true);
  // The links for texts are copies of the one for the shell's texts, which the page has already.
  const [common = ''] = /<link rel="preload" as="fetch"[^>]*common\.json">/.exec(html) ?? [];
  const texts = words.map((namespace) => common.replace('common.json', `${namespace}.json`));
  return code + texts.join('');
}

/**
 * Returns links that preload what opens a citizen's database. Nearly everybody who gets the empty page is known to the device, and it then comes with the
 * first scripts, and not when those have run.
 */
function preloadsOfSession(bundle: Rolldown.OutputBundle): string {
  const file = 'src/app/boot/open-session.ts';
  return modulePreloads(bundle, file, ({ moduleIds }) => moduleIds.some((id) => id.endsWith(file)));
}

/** Returns links that preload the chunk that has the file, and those that it imports, without what every page begins with. */
function modulePreloads(
  bundle: Rolldown.OutputBundle,
  file: string,
  hasFile: (chunk: Rolldown.OutputChunk) => boolean,
): string {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const own = chunks.find(hasFile);
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!own || !entry) throw new Error(`No chunk has ${file}`);
  return [own.fileName, ...own.imports]
    .filter((name) => name !== entry.fileName && !entry.imports.includes(name))
    .map((name) => `<link rel="modulepreload" crossorigin href="${basePath}/${name}">`)
    .join('');
}

/** Bundles a script of its own, which runs at once and waits for nothing. */
function bundleScript(mode: string, name: string, target: string | string[]): Promise<string> {
  return bundleFile(mode, {
    lib: { entry: `src/app/boot/${name}.ts`, formats: ['iife'], name: 'script' },
    target,
  });
}

/** The program that draws the pages in a thread of its own, which can be ended: what the app opens would keep this process from ending. */
const DRAW = `
import { parentPort, workerData } from 'node:worker_threads';
import { renderPages } from './render-pages.mjs';
parentPort.postMessage(await renderPages(workerData.addresses, workerData.words));
`;

/** Draws the pages with the app itself. */
async function draw(mode: string, addresses: readonly string[]): Promise<Map<string, RenderedPage>> {
  const program = await bundleFile(mode, {
    ssr: 'build/render-pages.tsx',
    rolldownOptions: { output: { codeSplitting: false } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'e-clic-pages-'));
  await writeFile(join(folder, 'render-pages.mjs'), program);
  await writeFile(join(folder, 'draw.mjs'), DRAW);
  const worker = new Worker(join(folder, 'draw.mjs'), {
    workerData: { addresses, words: await readWords() },
  });
  try {
    const [drawn] = await once(worker, 'message');
    return drawn;
  } finally {
    await worker.terminate();
    await rm(folder, { recursive: true });
  }
}

/** Reads all texts by namespace, in the language in which everybody begins. */
async function readWords(): Promise<Record<string, object>> {
  const folder = join(ROOT, 'locales', SOURCE_LANGUAGE);
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return Object.fromEntries(files.map((file, n) => [parse(file).name, parseTexts(texts[n] ?? '{}')]));
}
