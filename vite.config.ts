import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';
import { LICENCES_FILE, licences } from './locales/vite-licences.ts';
import { texts } from './locales/vite-texts.ts';
import { cmdPage } from './mocks/http/vite-cmd-page.ts';

/** What a phone shows of the installed app, and what its worker keeps so that every page in every language opens without a connection. */
const installableApp: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: null,
  manifest: {
    id: '/',
    name: 'e-Clic – Segurança Social',
    short_name: 'e-Clic',
    description: 'Escrever pedidos à Segurança Social, com ou sem ligação, e seguir as respostas.',
    lang: 'pt-PT',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#034ad8',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Criar pedido', url: '/rascunhos/novo' },
      { name: 'Os meus pedidos', url: '/pedidos' },
    ],
  },
  workbox: {
    // WOFF beside WOFF2: PDFs are written with it, also without a connection.
    globPatterns: ['**/*.{js,css,html,json,svg,png,woff,woff2}', LICENCES_FILE],
    // A stand-in for somebody else's page is not ours to keep.
    globIgnores: ['demo/**'],
    maximumFileSizeToCacheInBytes: 3_000_000,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/api\//, /^\/demo(\/|$)/],
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    // A second file for the runtime would need a policy of its own under Trusted Types.
    inlineWorkboxRuntime: true,
  },
};

/** `vite build` makes the production app; `vite build --mode demo` the one with the pretend server inside. */
export default defineConfig(({ mode }) => ({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: 'src/app/routes',
      generatedRouteTree: 'src/app/boot/route-tree.gen.ts',
    }),
    react(),
    cmdPage(mode),
    texts(mode),
    licences(),
    VitePWA(installableApp),
  ],
  resolve: {
    // Dexie's own minified build: 3 kB smaller than what our minifier makes of the other.
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
      // React has had it for years.
      { find: /^use-sync-external-store\/shim$/, replacement: 'react' },
      // Unpacks WOFF2, which no PDF is written with: a quarter of what a PDF needs.
      {
        find: /^brotli\/decompress\.js$/,
        replacement: fileURLToPath(new URL('src/lib/pdf/no-woff2.ts', import.meta.url)),
      },
      {
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: fileURLToPath(new URL('src/ui/draw-icon.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    emptyOutDir: true,
    // The strict CSP allows no data: URLs.
    assetsInlineLimit: 0,
    // One small file: the same rules in the same order on every page.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        // A single letter beyond Latin-1 makes a browser keep and compile the whole file at twice its size.
        charset: 'ascii',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|dexie|dexie-react-hooks|@tanstack|i18next|react-i18next|zustand|html-parse-stringify|void-elements|use-sync-external-store)\//,
              priority: 2,
            },
            { name: 'shared', test: /\/src\//, minShareCount: 16 },
          ],
        },
      },
    },
  },
}));
