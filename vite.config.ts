import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { basePath } from './build/base-path.ts';
import { BUILD_TARGET } from './build/browser-line/browser-line.ts';
import { BUILD_FOLDER } from './build/build-id.ts';
import { generateScopedName } from './build/bundle-file.ts';
import { buildId } from './build/file-list.ts';
import { installableApp } from './build/pwa.ts';
import { releaseFacts } from './build/release-facts.ts';
import { backgroundSync } from './build/vite-background-sync.ts';
import { browserLine } from './build/vite-browser-line.ts';
import { cmdPage } from './build/vite-cmd-page.ts';
import { compressedForms } from './build/vite-compressed-forms.ts';
import { fonts } from './build/vite-fonts.ts';
import { licences } from './build/vite-licences.ts';
import { notStarted } from './build/vite-not-started.ts';
import { pages } from './build/vite-pages.ts';
import { routePaths } from './build/vite-route-paths.ts';
import { sbom } from './build/vite-sbom.ts';
import { startImages } from './build/vite-start-images.ts';
import { texts } from './build/vite-texts.ts';

const SOURCES = fileURLToPath(new URL('src', import.meta.url));

/** The chunks of which a citizen's start needs nearly all. */
const FIRST_CHUNKS = ['index', 'framework', 'database', 'list'];
/**
 * Makes Chromium compile all functions of a file in the background, while it loads, instead of each at its first call, for which the page waits. It has to be
 * the first line.
 */
const CALLED_AT_ONCE = '//# allFunctionsCalledOnLoad';

/** `vite build` makes the production app; `vite build --mode demo` makes the one with the pretend server in the page. */
export default defineConfig(({ mode }) => ({
  base: `${basePath}/`,
  define: releaseFacts(),
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: 'src/app/routes',
      generatedRouteTree: 'src/app/boot/route-tree.gen.ts',
      autoCodeSplitting: true,
      // A page's loader comes with the page: otherwise each first load would have the loaders of all pages.
      codeSplittingOptions: { defaultBehavior: [['component', 'loader']] },
    }),
    routePaths(),
    react(),
    cmdPage(mode),
    startImages(),
    texts(mode),
    notStarted(),
    fonts(),
    pages(mode),
    backgroundSync(mode),
    licences(),
    VitePWA(installableApp),
    buildId(),
    sbom(),
    browserLine(),
    // This plugin is the last, since it compresses what the others have written.
    compressedForms(),
  ],
  resolve: {
    // Dexie's own minified build is 3 kB smaller than what our minifier makes of the other one.
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
      // React has had this hook itself for years.
      { find: /^use-sync-external-store\/shim$/, replacement: 'react' },
      // Files of ours replace single files of packages. The first leaves out the unpacking of WOFF2, with which no PDF is written, and which is a quarter of
      // what a PDF needs.
      { find: /^brotli\/(decompress)\.js$/, replacement: `${SOURCES}/lib/stand-ins/$1.ts` },
      { find: /^\0vite\/(preload-helper)\.js$/, replacement: `${SOURCES}/parts/stand-ins/$1.ts` },
      { find: /^\.\.\/(createLucideIcon)\.mjs$/, replacement: `${SOURCES}/ui/stand-ins/$1.ts` },
    ],
  },
  css: { modules: { generateScopedName } },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    emptyOutDir: true,
    // The strict CSP allows no data: URLs.
    assetsInlineLimit: 0,
    // All styles are one small file, so that every page has the same rules in the same order.
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    target: BUILD_TARGET,
    rolldownOptions: {
      output: {
        // Code files have no hash of their own: each names many others, and a word that changes in one would give nearly all of them another name and other
        // bytes.
        entryFileNames: `${BUILD_FOLDER}/[name].js`,
        chunkFileNames: `${BUILD_FOLDER}/[name].js`,
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.css') ? `${BUILD_FOLDER}/[name][extname]` : 'assets/[name]-[hash:7][extname]',
        // A single letter beyond Latin-1 makes a browser keep and compile the whole file at twice its size.
        charset: 'ascii',
        postBanner: ({ name }) => (FIRST_CHUNKS.includes(name) ? CALLED_AT_ONCE : ''),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|zustand|html-parse-stringify|void-elements|use-sync-external-store)\//,
              priority: 2,
            },
            // A citizen who signs in on a device for the first time does not need the database until then.
            { name: 'database', test: /node_modules\/(dexie|dexie-react-hooks)\//, priority: 2 },
            // What every page begins with is one file: a file for each few lines would weigh more.
            { name: 'first', tags: ['$initial'], priority: 1 },
            // So are the parts of a form: sign-in, with which most people begin, has nearly all of them.
            {
              name: 'form',
              test: /\/src\/(ui\/(checkbox|choice\.module|details|error-summary|password-field|text-field)|parts\/attempt-page)\.|\/icons\/(eye|eye-off|chevron-right)\.m?js/,
              priority: 1,
            },
            // The code for a citizen who is signed in, and the list with which a citizen begins, are one file too.
            {
              name: 'list',
              test: /\/src\/(app\/boot\/open-session|app\/shell\/personal-shell|db\/drafts\/(drafts|account-work)|features\/request-list\/request-list-page|sync\/start-sync)\.tsx?$|_citizen\/pedidos\/index\.tsx\?|routes\/_citizen\.tsx\?/,
              includeDependenciesRecursively: true,
              priority: 1,
            },
          ],
        },
      },
    },
  },
}));
