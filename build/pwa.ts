import type { VitePWAOptions } from 'vite-plugin-pwa';
import { basePath } from './base-path.ts';

/** What a phone shows of the installed app, and its worker, which keeps the files of `file-list.ts`. */
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
    // What it keeps stands in a list beside it: the build has no id yet when the worker is written.
    injectionPoint: '',
  },
};
