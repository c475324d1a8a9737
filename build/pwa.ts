import type { VitePWAOptions } from 'vite-plugin-pwa';
import { endingsOf } from '../domain/file-kinds.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { SHARE_FIELDS, SHARE_PATH } from '../shared/share-address.ts';
import { basePath } from './base-path.ts';

/** Of a page of *Ajuda*'s story on a phone, and of the list on a desk. */
const SCREENSHOTS = [
  { file: 'story/describe-light.webp', sizes: '540x960', form_factor: 'narrow', label: 'Descrever o pedido' },
  { file: 'story/answer-light.webp', sizes: '540x960', form_factor: 'narrow', label: 'Ler a resposta' },
  { file: 'install/wide-light.webp', sizes: '1280x800', form_factor: 'wide', label: 'Os meus pedidos' },
] as const;

/** The types that drafts take, by type and by ending: systems ask by either. A photo of another kind is refused with a sentence that says which. */
const SHARED_TYPES = [
  'image/*',
  ...DEFAULT_LIMITS.acceptedTypes.flatMap((type) => [type, ...endingsOf(type).map((ending) => `.${ending}`)]),
];

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
    screenshots: SCREENSHOTS.map(({ file, ...shown }) => ({
      ...shown,
      src: `${basePath}/${file}`,
      type: 'image/webp',
    })),
    // One window: whoever opens it again goes on in the one that is there, where what is typed is kept before the page goes.
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
    // It is no module: some browsers at our line have no workers that are.
    rollupFormat: 'iife',
    // What it keeps stands in a list beside it: the build has no id yet when the worker is written.
    injectionPoint: '',
  },
};
