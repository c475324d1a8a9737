import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';

/** First the app's own style sheets, which `ops/build-server.ts` puts beside the built server; then those of Balcão. */
const STYLE_SHEETS = [
  ...['styles/tokens', 'styles/focus', 'styles/contrast', 'word-mark.module'].map(
    (name) => `../../src/ui/${name}.css`,
  ),
  ...['page', 'header', 'list', 'request', 'figures'].map((name) => `styles/${name}.css`),
];

/** The app's own font. Its second file has the letters of other European languages, for the names of people. */
const LETTERS = {
  'letras.woff2': {
    file: 'noto-sans-latin-wght-normal.woff2',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
  'outras-letras.woff2': {
    file: 'noto-sans-latin-ext-wght-normal.woff2',
    range: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1D00-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0',
  },
} as const;

/** The font files have addresses relative to the style sheet, wherever that is served. */
const FONT_FACES = Object.entries(LETTERS).map(
  ([name, { range }]) =>
    `@font-face{font-family:"Noto Sans Variable";font-display:swap;font-weight:400 700;src:url(${name}) format("woff2");unicode-range:${range}}`,
);

const SCRIPTS = { 'guardar.js': 'keep-writing.js', 'atalhos.js': 'shortcuts.js' } as const;

const STYLES = [
  ...STYLE_SHEETS.map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')),
  ...FONT_FACES,
].join('\n');

/** Serves style sheet, scripts and fonts. They hold nobody's words, so a browser gets them without a session too. */
export function assetRoutes(routes: Hono<Env>): void {
  routes.get('/estilo.css', (call) =>
    call.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  );
  for (const [name, file] of Object.entries(SCRIPTS)) {
    const script = readFileSync(new URL(`scripts/${file}`, import.meta.url), 'utf8');
    routes.get(`/${name}`, (call) =>
      call.body(script, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'no-cache',
      }),
    );
  }
  for (const [name, { file }] of Object.entries(LETTERS)) {
    const path = import.meta.resolve(`@fontsource-variable/noto-sans/files/${file}`);
    const letters = new Uint8Array(readFileSync(new URL(path)));
    routes.get(`/${name}`, (call) =>
      call.body(letters, 200, { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=604800' }),
    );
  }
}
