import type { VitePWAOptions } from 'vite-plugin-pwa';
import { endingsOf } from '../domain/file-kinds.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { SHARE_FIELDS, SHARE_PATH } from '../shared/share-address.ts';
import { basePath } from './base-path.ts';

/** Screenshots for the offer to install: of the story in *Ajuda* on a phone, and of the list on a desktop. */
const SCREENSHOTS = [
  { file: 'story/describe-light.webp', sizes: '540x960', form_factor: 'narrow', label: 'Descrever o pedido' },
  { file: 'story/answer-light.webp', sizes: '540x960', form_factor: 'narrow', label: 'Ler a resposta' },
  { file: 'install/wide-light.webp', sizes: '1280x800', form_factor: 'wide', label: 'Os meus pedidos' },
] as const;

/**
 * The types that drafts accept, by MIME type and by ending, since systems ask by either. All photos are taken: one of another type is refused with a sentence
 * that says which types are accepted.
 */
const SHARED_TYPES = [
  'image/*',
  ...DEFAULT_LIMITS.acceptedTypes.flatMap((type) => [type, ...endingsOf(type).map((ending) => `.${ending}`)]),
];

/** The manifest of the installed app, and its worker, which keeps the files of `file-list.ts`. */
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
    screenshots: SCREENSHOTS.map(({ file, ...shown }) => ({
      ...shown,
      src: `${basePath}/${file}`,
      type: 'image/webp',
    })),
    // The app has one window: opening it again goes on in the window that is there, where what is typed is saved before the page goes.
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
    share_target: {
      action: basePath + SHARE_PATH,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: SHARE_FIELDS.title,
        text: SHARE_FIELDS.text,
        url: SHARE_FIELDS.url,
        files: [{ name: SHARE_FIELDS.files, accept: SHARED_TYPES }],
      },
    },
  },
  strategies: 'injectManifest',
  srcDir: 'src/app/device',
  filename: 'sw.ts',
  injectManifest: {
    // The worker is no module, since some browsers at the line have no module workers.
    rollupFormat: 'iife',
    // The list of what the worker keeps is a file of its own: the build has no id yet when the worker is written.
    injectionPoint: '',
  },
};
