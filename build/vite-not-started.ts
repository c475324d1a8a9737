import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type common from '../locales/pt-PT/common.json';
import type words from '../locales/pt-PT/not-started.json';
import { LANGUAGES, SOURCE_LANGUAGE } from '../src/state/kept-preferences.ts';
import { basePath } from './base-path.ts';
import { BROWSERS_MEANT } from './browser-line/browser-line.ts';

type Words = typeof words;
type CommonWords = typeof common;

const PHONE = '<a href="tel:+351300502502">300 502 502</a>';

/**
 * Writes into the pages what people read while the app has not come, in HTML alone and in every language. They see it when JavaScript is off, when code does
 * not arrive or is not understood, and after a while of waiting (`src/ui/styles/not-started.css`, `src/app/boot/watch-start.ts`).
 */
export function notStarted(): Plugin {
  return {
    name: 'eclic-not-started',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<!-- not-started -->', writeNotStarted),
    },
  };
}

function writeNotStarted(): string {
  const without = inEachLanguage(withoutScripts, 'folded');
  const waiting = inEachLanguage(whileWaiting, 'open');
  return `<noscript><div class="not-started">${without}</div></noscript>
    <div class="not-started is-late">${waiting}</div>`;
}

/** Writes Portuguese first, and the other languages each under its name. */
function inEachLanguage(write: (words: Words, code: string) => string, others: 'folded' | 'open'): string {
  const open = others === 'open' ? ' open' : '';
  const parts = LANGUAGES.map(({ code }) => {
    const words = readWords(code);
    const text = write(words, code);
    return code === SOURCE_LANGUAGE
      ? `<section lang="${code}">${text}</section>`
      : `<details lang="${code}"${open}><summary>${words.language}</summary>${text}</details>`;
  });
  return parts.join('');
}

function readTexts(code: string, name: string): string {
  return readFileSync(join(import.meta.dirname, '../locales', code, `${name}.json`), 'utf8');
}

function readWords(code: string): Words {
  const text = readTexts(code, 'not-started');
  return JSON.parse(
    text.replaceAll('{{phone}}', '300 502 502').replaceAll('{{browsers}}', BROWSERS_MEANT.join(', ')),
  );
}

function withoutScripts({ noScript }: Words, code: string): string {
  const { nav, footer }: CommonWords = JSON.parse(readTexts(code, 'common'));
  const links = Object.entries({
    '/ajuda': nav.help,
    '/contactos': footer.contacts,
    '/acessibilidade': footer.accessibility,
    '/privacidade': footer.privacy,
  }).map(([address, name]) => `<li><a href="${basePath}${address}">${name}</a></li>`);
  return `<h2>${noScript.heading}</h2><p>${withPhone(noScript.text)}</p><p>${noScript.read}</p><ul>${links.join('')}</ul>`;
}

function whileWaiting({ waiting, old, todo, help }: Words): string {
  const items = todo.map((each) => `<li>${withPhone(each)}</li>`).join('');
  return `<div class="if-waiting"><h2>${waiting.heading}</h2><p>${waiting.text}</p></div>
<div class="if-old" hidden><h2>${old.heading}</h2><p>${old.text}</p></div>
<ul><li class="if-waiting">${waiting.todo}</li>${items}<li><a href="${basePath}/ajuda">${help}</a></li></ul>`;
}

function withPhone(text: string): string {
  return text.replace('300 502 502', PHONE);
}
