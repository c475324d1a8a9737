import type { VitePWAOptions } from 'vite-plugin-pwa';
import { basePath } from './base-path.ts';
import { BACKGROUND_SYNC } from './vite-background-sync.ts';
import { LICENCES_FILE } from './vite-licences.ts';
import { SBOM_FILE } from './vite-sbom.ts';

/** What a phone shows of the installed app, and what its worker keeps so that every page in every language opens without a connection. */
export const installableApp: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: null,
  manifest: {
    id: `${basePath}/`,
    name: 'e-Clic – Segurança Social',
    short_name: 'e-Clic',
    description: 'Escrever pedidos à Segurança Social, com ou sem ligação, e seguir as respostas.',
    lang: 'pt-PT',
    dir: 'ltr',
    start_url: `${basePath}/`,
    scope: `${basePath}/`,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#034ad8',
    icons: [
      { src: `${basePath}/favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${basePath}/icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${basePath}/icon-512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${basePath}/icon-maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Criar pedido', url: `${basePath}/rascunhos/novo` },
      { name: 'Os meus pedidos', url: `${basePath}/pedidos` },
    ],
  },
  strategies: 'injectManifest',
  srcDir: 'src/app/device',
  filename: 'sw.ts',
  injectManifest: {
    // It is no module: some browsers at our line have no workers that are.
    rollupFormat: 'iife',
    // WOFF beside WOFF2: PDFs are written with it, also without a connection.
    globPatterns: ['**/*.{js,css,html,json,svg,png,webp,woff,woff2}', LICENCES_FILE],
    // A stand-in for somebody else's page is not ours to keep, no page reads what the app is made of, and the browser keeps the worker's own files itself.
    globIgnores: ['demo/**', SBOM_FILE, `assets/${BACKGROUND_SYNC}-*`],
    maximumFileSizeToCacheInBytes: 3_000_000,
  },
};
